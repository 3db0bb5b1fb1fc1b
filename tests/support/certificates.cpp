#include "tests/support/certificates.h"

#include <QFile>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <atomic>
#include <utility>

namespace telltale::test {

struct Certificates::Pair
{
    Pair()
        : certificate(X509_new())
        , key(EVP_EC_gen("P-256"))
    { }
    ~Pair()
    {
        X509_free(certificate);
        EVP_PKEY_free(key);
    }
    Pair(const Pair &) = delete;
    Pair &operator=(const Pair &) = delete;

    X509 *certificate;
    EVP_PKEY *key;
};

namespace {

constexpr long kDay = 24L * 3600;
constexpr int kStart = -400; // days: long enough ago for expired ones, too

void addExtension(X509 *certificate, X509 *issuer, int kind, const QString &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension
        = X509V3_EXT_conf_nid(nullptr, &context, kind, value.toUtf8().constData());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

void describe(X509 *certificate, EVP_PKEY *key, const QString &name, int daysLeft)
{
    static std::atomic<long> number = 1;
    X509_set_version(certificate, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), number++);
    X509_gmtime_adj(X509_getm_notBefore(certificate), kStart * kDay);
    X509_gmtime_adj(X509_getm_notAfter(certificate), daysLeft * kDay);
    const QByteArray bytes = name.toUtf8();
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(bytes.constData()), -1, -1,
                               0);
    X509_set_pubkey(certificate, key);
}

} // namespace

Certificates::Certificates(QString folder, const QString &name)
    : m_folder(std::move(folder))
    , m_issuer(new Pair)
{
    X509 *certificate = m_issuer->certificate;
    describe(certificate, m_issuer->key, name, 365);
    X509_set_issuer_name(certificate, X509_get_subject_name(certificate));
    addExtension(certificate, certificate, NID_basic_constraints,
                 QStringLiteral("critical,CA:TRUE"));
    addExtension(certificate, certificate, NID_key_usage, QStringLiteral("critical,keyCertSign"));
    X509_sign(certificate, m_issuer->key, EVP_sha256());
    m_authority = write(name, *m_issuer);
}

Certificates::~Certificates()
{
    delete m_issuer;
}

Certificates::Files Certificates::server(const QString &name, const QString &names,
                                         int daysLeft) const
{
    Pair pair;
    describe(pair.certificate, pair.key, name, daysLeft);
    X509_set_issuer_name(pair.certificate, X509_get_subject_name(m_issuer->certificate));
    addExtension(pair.certificate, m_issuer->certificate, NID_subject_alt_name, names);
    X509_sign(pair.certificate, m_issuer->key, EVP_sha256());
    return write(name, pair);
}

Certificates::Files Certificates::selfSigned(const QString &name, const QString &names) const
{
    Pair pair;
    describe(pair.certificate, pair.key, name, 30);
    X509_set_issuer_name(pair.certificate, X509_get_subject_name(pair.certificate));
    addExtension(pair.certificate, pair.certificate, NID_subject_alt_name, names);
    X509_sign(pair.certificate, pair.key, EVP_sha256());
    return write(name, pair);
}

Certificates::Files Certificates::write(const QString &name, const Pair &pair) const
{
    const Files files {m_folder + QLatin1Char('/') + name + QStringLiteral(".pem"),
                       m_folder + QLatin1Char('/') + name + QStringLiteral(".key")};
    BIO *certificate = BIO_new_file(QFile::encodeName(files.certificate).constData(), "w");
    PEM_write_bio_X509(certificate, pair.certificate);
    BIO_free(certificate);
    BIO *key = BIO_new_file(QFile::encodeName(files.key).constData(), "w");
    PEM_write_bio_PrivateKey(key, pair.key, nullptr, nullptr, 0, nullptr, nullptr);
    BIO_free(key);
    return files;
}

} // namespace telltale::test
