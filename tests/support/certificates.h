#pragma once

#include <QString>

namespace telltale::test {

/// Makes certificates in a folder: an authority, and servers signed by it or by themselves.
/// Thread  one.
class Certificates
{
public:
    struct Files
    {
        QString certificate; ///< PEM
        QString key; ///< PEM
    };

    /// The authority is made here; its certificate is `<folder>/<name>.pem`.
    Certificates(QString folder, const QString &name);
    ~Certificates();
    Certificates(const Certificates &) = delete;
    Certificates &operator=(const Certificates &) = delete;

    const Files &authority() const { return m_authority; }
    /// A server's: `names` as OpenSSL writes them ("DNS:localhost,IP:127.0.0.1"), valid until
    /// `daysLeft` days from now (negative: expired).
    Files server(const QString &name, const QString &names, int daysLeft = 30) const;
    Files selfSigned(const QString &name, const QString &names) const;

private:
    struct Pair;
    Files write(const QString &name, const Pair &pair) const;

    QString m_folder;
    Pair *m_issuer;
    Files m_authority;
};

} // namespace telltale::test
