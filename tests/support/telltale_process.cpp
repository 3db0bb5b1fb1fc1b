#include "tests/support/telltale_process.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <csignal>

namespace telltale::test {
namespace {

constexpr int kSubscribePatienceMs = 15'000;
constexpr int kEndPatienceMs = 60'000;

} // namespace

QString binFolder()
{
    return QCoreApplication::applicationDirPath();
}

qint64 number(const QJsonObject &status, const char *name)
{
    return status.value(QLatin1String(name)).toInteger();
}

bool addsUp(const QJsonObject &status)
{
    qint64 sum = number(status, "decoded") + number(status, "journal_pending");
    for (const QJsonValue &count : status.value(QStringLiteral("dropped")).toObject())
        sum += count.toInteger();
    return sum == number(status, "received");
}

TelltaleProcess::TelltaleProcess() = default;

TelltaleProcess::~TelltaleProcess()
{
    if (isRunning())
        killNine();
}

QStringList TelltaleProcess::with(const QStringList &arguments) const
{
    return arguments
        + QStringList {QStringLiteral("--workspace"), workspace(), QStringLiteral("--data"),
                       data()};
}

bool TelltaleProcess::writeConnection(const QJsonObject &connection) const
{
    QFile out(workspace() + QStringLiteral("/connections.json"));
    const QByteArray text
        = QJsonDocument(QJsonObject {{QStringLiteral("version"), 1},
                                     {QStringLiteral("connections"), QJsonArray {connection}}})
              .toJson();
    return QDir().mkpath(workspace()) && out.open(QIODevice::WriteOnly)
        && out.write(text) == text.size();
}

TelltaleProcess::Answer TelltaleProcess::run(const QStringList &arguments, int patienceMs) const
{
    QProcess process;
    process.start(QDir(binFolder()).filePath(QStringLiteral("telltale")), with(arguments));
    Answer answer;
    if (!process.waitForFinished(patienceMs)) {
        process.kill();
        process.waitForFinished();
        return answer;
    }
    answer.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    answer.out = process.readAllStandardOutput();
    answer.err = process.readAllStandardError();
    return answer;
}

bool TelltaleProcess::start(const QStringList &arguments)
{
    m_process = std::make_unique<QProcess>();
    m_process->start(QDir(binFolder()).filePath(QStringLiteral("telltale")), with(arguments));
    return m_process->waitForStarted();
}

bool TelltaleProcess::collect(quint16 port, const QStringList &more)
{
    const QString url = QStringLiteral("mqtt://127.0.0.1:%1").arg(port);
    return record(QStringList {QStringLiteral("--broker"), url} + more);
}

bool TelltaleProcess::record(const QStringList &arguments)
{
    return start(QStringList {QStringLiteral("collect")} + arguments) && waitForSubscription();
}

bool TelltaleProcess::waitForSubscription()
{
    QElapsedTimer waited;
    waited.start();
    QByteArray said;
    while (waited.elapsed() < kSubscribePatienceMs && isRunning()) {
        m_process->waitForReadyRead(100);
        said += m_process->readAllStandardOutput();
        if (said.contains("subscribed ") && said.endsWith('\n'))
            return true;
    }
    return false;
}

void TelltaleProcess::killNine()
{
    ::kill(static_cast<pid_t>(m_process->processId()), SIGKILL);
    m_process->waitForFinished();
}

int TelltaleProcess::terminate()
{
    ::kill(static_cast<pid_t>(m_process->processId()), SIGTERM);
    if (!m_process->waitForFinished(kEndPatienceMs)) {
        killNine();
        return -1;
    }
    return m_process->exitStatus() == QProcess::NormalExit ? m_process->exitCode() : -1;
}

QJsonObject TelltaleProcess::status() const
{
    return QJsonDocument::fromJson(run({QStringLiteral("status"), QStringLiteral("--json")}).out)
        .object();
}

std::map<std::string, std::vector<TelltaleProcess::Row>>
TelltaleProcess::exported(const QString &glob) const
{
    std::map<std::string, std::vector<Row>> rows;
    const Answer answer = run({QStringLiteral("export"), QStringLiteral("--tag"), glob,
                               QStringLiteral("-o"), QStringLiteral("-")},
                              300'000);
    if (answer.code != 0)
        return rows;
    QList<QByteArray> lines = answer.out.split('\n');
    lines.removeFirst();
    for (const QByteArray &line : lines) {
        const QList<QByteArray> cells = line.split(',');
        if (cells.size() == 4)
            rows[cells[0].toStdString()].push_back({cells[1], cells[2], cells[3]});
    }
    return rows;
}

} // namespace telltale::test
