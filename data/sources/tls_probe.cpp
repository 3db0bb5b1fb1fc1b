#include "data/sources/tls_probe.h"

#include "data/sources/network_probe.h"

#include <arpa/inet.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <poll.h>

#include <memory>

namespace telltale {
namespace {

template <auto free> struct Free
{
    template <typename T> void operator()(T *object) const { free(object); }
};
using Context = std::unique_ptr<SSL_CTX, Free<SSL_CTX_free>>;
using Connection = std::unique_ptr<SSL, Free<SSL_free>>;
using Memory = std::unique_ptr<BIO, Free<BIO_free_all>>;

std::string textOf(const Memory &memory)
{
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &bytes);
    return size > 0 ? std::string(bytes, static_cast<std::size_t>(size)) : std::string();
}

std::string timeText(const ASN1_TIME *time)
{
    const Memory memory(BIO_new(BIO_s_mem()));
    ASN1_TIME_print(memory.get(), time);
    return textOf(memory);
}

std::string nameText(const X509_NAME *name)
{
    const Memory memory(BIO_new(BIO_s_mem()));
    X509_NAME_print_ex(memory.get(), name, 0, XN_FLAG_ONELINE & ~ASN1_STRFLGS_ESC_MSB);
    return textOf(memory);
}

bool isNumeric(const std::string &host)
{
    unsigned char bytes[sizeof(in6_addr)] = {};
    return inet_pton(AF_INET, host.c_str(), bytes) == 1
        || inet_pton(AF_INET6, host.c_str(), bytes) == 1;
}

/// The names a certificate is good for, as it states them.
std::string namesIn(const X509 *certificate)
{
    const int place = X509_get_ext_by_NID(certificate, NID_subject_alt_name, -1);
    if (place < 0)
        return nameText(X509_get_subject_name(certificate));
    const Memory memory(BIO_new(BIO_s_mem()));
    X509V3_EXT_print(memory.get(), X509_get_ext(certificate, place), 0, 0);
    return textOf(memory);
}

std::string verifyText(int code, X509 *certificate, const std::string &host)
{
    switch (code) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return "the broker's certificate expired on " + timeText(X509_get0_notAfter(certificate))
            + ": renew it at the broker, or set this computer's clock";
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return "the broker's certificate is valid only from "
            + timeText(X509_get0_notBefore(certificate)) + ": check this computer's clock";
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
        return "the broker's certificate is for another host name (" + namesIn(certificate)
            + ") and not for " + host + ": use the name in it as the address";
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
        return "the broker's certificate is signed by itself: give it to this connection as its "
               "CA file if you trust it";
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
        return "the issuer of the broker's certificate is not known here ("
            + nameText(X509_get_issuer_name(certificate))
            + "): give this connection the issuer's CA file";
    case X509_V_ERR_CERT_REVOKED:
        return "the broker's certificate was revoked";
    default:
        return std::string("the broker's certificate is refused: ")
            + X509_verify_cert_error_string(code);
    }
}

Error handshakeError(unsigned long code, const std::string &host)
{
    if (code == 0)
        return {Error::Code::NoTls,
                host
                    + " closed the connection during the TLS handshake: if it does not speak TLS, "
                      "use mqtt:// or the port for TLS (8883)"};
    switch (ERR_GET_REASON(code)) {
    case SSL_R_WRONG_VERSION_NUMBER:
    case SSL_R_HTTP_REQUEST:
        return {Error::Code::NoTls,
                "what listens there does not speak TLS: use mqtt:// or the port for TLS (8883)"};
    case SSL_R_UNSUPPORTED_PROTOCOL:
    case SSL_R_TLSV1_ALERT_PROTOCOL_VERSION:
    case SSL_R_NO_PROTOCOLS_AVAILABLE:
        return {Error::Code::TlsFailed,
                "the broker offers no TLS newer than 1.1, which is not safe: update it"};
    case SSL_R_TLSV13_ALERT_CERTIFICATE_REQUIRED:
    case SSL_R_SSLV3_ALERT_HANDSHAKE_FAILURE:
        return {Error::Code::TlsFailed,
                "the broker refuses the handshake: it may ask for a client certificate"};
    default:
        break;
    }
    const char *reason = ERR_reason_error_string(code);
    return {Error::Code::TlsFailed,
            std::string("the TLS handshake failed: ") + (reason ? reason : "unknown reason")};
}

/// The certificate that was refused, and why: after the handshake it is gone.
struct Refusal
{
    ~Refusal() { X509_free(certificate); }
    int code = X509_V_OK;
    X509 *certificate = nullptr;
};

int noteRefusal(int isFine, X509_STORE_CTX *store)
{
    auto *connection = static_cast<SSL *>(
        X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx()));
    auto *refusal = static_cast<Refusal *>(SSL_get_app_data(connection));
    X509 *certificate = X509_STORE_CTX_get_current_cert(store);
    if (!isFine && !refusal->certificate && certificate) {
        refusal->code = X509_STORE_CTX_get_error(store);
        refusal->certificate = certificate;
        X509_up_ref(certificate);
    }
    return isFine;
}

Result<Context> makeContext(const std::string &caFile)
{
    Context context(SSL_CTX_new(TLS_client_method()));
    if (!context)
        return Error {Error::Code::TlsFailed, "OpenSSL could not be set up"};
    SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
    SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, noteRefusal);
    if (caFile.empty()) {
        SSL_CTX_set_default_verify_paths(context.get());
        return context;
    }
    if (SSL_CTX_load_verify_locations(context.get(), caFile.c_str(), nullptr) != 1)
        return Error {Error::Code::NotFound,
                      "the CA file " + caFile + " cannot be read, or has no certificate (PEM)"};
    return context;
}

/// Name check and server name indication.
void setHost(SSL *connection, const std::string &host)
{
    if (isNumeric(host)) {
        X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(connection), host.c_str());
        return;
    }
    SSL_set1_host(connection, host.c_str());
    SSL_set_tlsext_host_name(connection, host.c_str());
}

Error failureOf(SSL *connection, const Refusal &refusal, const std::string &host)
{
    if (refusal.certificate)
        return {Error::Code::TlsFailed, verifyText(refusal.code, refusal.certificate, host)};
    const long verdict = SSL_get_verify_result(connection);
    if (verdict != X509_V_OK)
        return {Error::Code::TlsFailed,
                std::string("the broker's certificate is refused: ")
                    + X509_verify_cert_error_string(verdict)};
    return handshakeError(ERR_peek_last_error(), host);
}

TlsFacts factsOf(SSL *connection)
{
    TlsFacts facts;
    facts.version = SSL_get_version(connection);
    facts.cipher = SSL_get_cipher_name(connection);
    facts.isTls12 = SSL_version(connection) == TLS1_2_VERSION;
    if (const X509 *certificate = SSL_get0_peer_certificate(connection))
        facts.issuedTo = nameText(X509_get_subject_name(certificate));
    return facts;
}

} // namespace

Result<TlsFacts> probeTls(int descriptor, const std::string &host, const std::string &caFile,
                          std::chrono::milliseconds timeout, const std::stop_token &stop)
{
    const Result<Context> context = makeContext(caFile);
    if (!context)
        return context.error();
    const Connection connection(SSL_new(context.value().get()));
    if (!connection || SSL_set_fd(connection.get(), descriptor) != 1)
        return Error {Error::Code::TlsFailed, "OpenSSL could not be set up"};
    Refusal refusal;
    SSL_set_app_data(connection.get(), &refusal);
    setHost(connection.get(), host);
    const auto deadline = std::chrono::steady_clock::now() + timeout;
    for (;;) {
        ERR_clear_error();
        const int result = SSL_connect(connection.get());
        if (result == 1)
            return factsOf(connection.get());
        const int what = SSL_get_error(connection.get(), result);
        if (what != SSL_ERROR_WANT_READ && what != SSL_ERROR_WANT_WRITE)
            return failureOf(connection.get(), refusal, host);
        const short events = what == SSL_ERROR_WANT_READ ? POLLIN : POLLOUT;
        const Outcome ready = waitForSocket(descriptor, events, deadline, stop);
        if (!ready && ready.error().code == Error::Code::TimedOut)
            return Error {Error::Code::TimedOut,
                          host + " does not answer the TLS handshake: is the port right?"};
        if (!ready)
            return ready.error();
    }
}

} // namespace telltale
