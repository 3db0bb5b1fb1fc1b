#include "tests/support/mosquitto_broker.h"

#include "tests/support/loopback.h"

#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>

#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace telltale::test {
namespace {

constexpr int kPatience = 10'000; // ms

const QString kSecurityPlugin
    = QStringLiteral("/usr/lib/x86_64-linux-gnu/mosquitto_dynamic_security.so");

constexpr const char *kClosedTopics = R"({
    "defaultACLAccess": {"publishClientSend": true, "publishClientReceive": true,
                         "subscribe": true, "unsubscribe": true},
    "anonymousGroup": "everybody",
    "groups": [{"groupname": "everybody", "roles": [{"rolename": "role"}]}],
    "roles": [{"rolename": "role", "acls": [{"acltype": "subscribePattern",
               "topic": "%1", "priority": 10, "allow": false}]}]})";

QString program(const QString &name)
{
    const QString found = QStandardPaths::findExecutable(name);
    return found.isEmpty() ? QStandardPaths::findExecutable(name, {QStringLiteral("/usr/sbin")})
                           : found;
}

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate)
        && file.write(content) == content.size();
}

} // namespace

MosquittoBroker::MosquittoBroker(const QStringList &config)
    : m_config(config)
{
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process.setProcessChannelMode(QProcess::MergedChannels);
}

MosquittoBroker::~MosquittoBroker()
{
    kill();
}

void MosquittoBroker::setTls(const QString &certificateFile, const QString &keyFile)
{
    m_certificateFile = certificateFile;
    m_keyFile = keyFile;
}

void MosquittoBroker::setPasswords(const QList<std::pair<QString, QString>> &users)
{
    const QString path = m_folder.filePath(QStringLiteral("passwords"));
    QByteArray lines;
    for (const auto &[user, password] : users)
        lines += (user + QLatin1Char(':') + password + QLatin1Char('\n')).toUtf8();
    write(path, lines);
    QProcess::execute(program(QStringLiteral("mosquitto_passwd")), {QStringLiteral("-U"), path});
    m_config << QStringLiteral("allow_anonymous false")
             << QStringLiteral("password_file %1").arg(path);
}

void MosquittoBroker::refuseSubscribing(const QString &filter)
{
    const QString path = m_folder.filePath(QStringLiteral("dynamic-security.json"));
    write(path, QByteArray(kClosedTopics).replace("%1", filter.toUtf8()));
    m_config << QStringLiteral("plugin %1").arg(kSecurityPlugin)
             << QStringLiteral("plugin_opt_config_file %1").arg(path);
}

bool MosquittoBroker::start()
{
    if (m_port == 0)
        m_port = freePort();
    QStringList lines {QStringLiteral("listener %1 127.0.0.1").arg(m_port),
                       QStringLiteral("max_queued_messages 0"),
                       QStringLiteral("max_inflight_messages 1000"),
                       QStringLiteral("persistence true"),
                       QStringLiteral("persistence_location %1/").arg(m_folder.path()),
                       QStringLiteral("sys_interval 1"),
                       QStringLiteral("set_tcp_nodelay true")};
    if (::geteuid() == 0)
        lines << QStringLiteral("user root"); // else it could not read the folder of the test
    if (!m_certificateFile.isEmpty())
        lines << QStringLiteral("certfile %1").arg(m_certificateFile)
              << QStringLiteral("keyfile %1").arg(m_keyFile);
    lines << m_config;
    if (m_config.filter(QStringLiteral("allow_anonymous")).isEmpty())
        lines << QStringLiteral("allow_anonymous true");
    const QString path = m_folder.filePath(QStringLiteral("mosquitto.conf"));
    if (!write(path, lines.join(QLatin1Char('\n')).toUtf8() + '\n'))
        return false;
    m_process.start(program(QStringLiteral("mosquitto")), {QStringLiteral("-c"), path});
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < kPatience && !m_process.waitForFinished(20)) {
        if (isListening(m_port))
            return true;
    }
    qWarning("mosquitto: %s", m_process.readAll().constData());
    return false;
}

void MosquittoBroker::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(kPatience);
}

void MosquittoBroker::terminate()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(kPatience))
        kill();
}

void MosquittoBroker::freeze()
{
    const auto process = static_cast<id_t>(m_process.processId());
    ::kill(static_cast<pid_t>(process), SIGSTOP);
    siginfo_t stopped;
    ::waitid(P_PID, process, &stopped, WSTOPPED | WNOWAIT); // it may go on for a moment
}

void MosquittoBroker::thaw()
{
    ::kill(static_cast<pid_t>(m_process.processId()), SIGCONT);
}

std::string MosquittoBroker::url() const
{
    return "mqtt://127.0.0.1:" + std::to_string(m_port);
}

bool MosquittoBroker::publish(const QString &topic, const QList<QByteArray> &payloads, int qos,
                              const QStringList &arguments) const
{
    return run(QStringList {QStringLiteral("-t"), topic, QStringLiteral("-q"), QString::number(qos),
                            QStringLiteral("-l")}
                   + arguments,
               payloads.join('\n') + '\n');
}

bool MosquittoBroker::publishFile(const QString &topic, const QByteArray &payload, int qos) const
{
    return run({QStringLiteral("-t"), topic, QStringLiteral("-q"), QString::number(qos),
                QStringLiteral("-s")},
               payload);
}

bool MosquittoBroker::run(const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    process.start(program(QStringLiteral("mosquitto_pub")),
                  QStringList {QStringLiteral("-h"), QStringLiteral("127.0.0.1"),
                               QStringLiteral("-p"), QString::number(m_port)}
                      + arguments);
    process.write(input);
    process.closeWriteChannel();
    return process.waitForFinished(3 * kPatience) && process.exitCode() == 0;
}

bool hasMosquitto()
{
    return !program(QStringLiteral("mosquitto")).isEmpty()
        && !program(QStringLiteral("mosquitto_pub")).isEmpty();
}

} // namespace telltale::test
