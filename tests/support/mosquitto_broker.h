#pragma once

#include <QByteArray>
#include <QList>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace telltale::test {

/// A private mosquitto on a free loopback port, for one test. Ended with the test, or with this
/// process if that dies.
/// Thread  one.
class MosquittoBroker
{
public:
    /// `config` are further lines of mosquitto.conf; "allow_anonymous true", unlimited queues and
    /// a persistence file that survives terminate() (not kill()) are there unless `config` says
    /// otherwise.
    explicit MosquittoBroker(const QStringList &config = {});
    ~MosquittoBroker();

    /// Before start(): TLS only, with this certificate and key.
    void setTls(const QString &certificateFile, const QString &keyFile);
    /// Before start(): a password file with these users.
    void setPasswords(const QList<std::pair<QString, QString>> &users);

    /// Before start(): says no to subscriptions of `filter`. (An acl_file grants every filter and
    /// drops in silence.)
    void refuseSubscribing(const QString &filter);

    /// Before start(): who signs in, and all else it has to tell, goes into this file.
    void logTo(const QString &file) { m_config << QStringLiteral("log_dest file %1").arg(file); }

    /// True once it listens. A second start takes the same port.
    bool start();
    void kill(); ///< SIGKILL: no goodbye to anybody
    void terminate(); ///< SIGTERM: says goodbye, saves its sessions
    void freeze(); ///< SIGSTOP
    void thaw(); ///< SIGCONT

    quint16 port() const { return m_port; }
    QString folder() const { return m_folder.path(); }
    std::string url() const; ///< mqtt://127.0.0.1:port

    /// With mosquitto_pub, waiting until it is done; one message per payload.
    bool publish(const QString &topic, const QList<QByteArray> &payloads, int qos = 1,
                 const QStringList &arguments = {}) const;
    bool publishFile(const QString &topic, const QByteArray &payload, int qos = 1) const;

private:
    bool run(const QStringList &arguments, const QByteArray &input) const;

    QTemporaryDir m_folder;
    QStringList m_config;
    QString m_certificateFile;
    QString m_keyFile;
    quint16 m_port = 0;
    QProcess m_process;
};

/// Whether the programs mosquitto and mosquitto_pub are there.
bool hasMosquitto();

} // namespace telltale::test
