#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace telltale::test {

/// The real program with a workspace and a data folder of its own.
/// Thread  one.
class TelltaleProcess
{
public:
    struct Answer
    {
        int code = -1;
        QByteArray out;
        QByteArray err;
    };
    struct Row
    {
        QByteArray time;
        QByteArray value;
        QByteArray quality;
    };

    TelltaleProcess();
    ~TelltaleProcess();

    QString data() const { return m_folder.filePath(QStringLiteral("data")); }
    QString workspace() const { return m_folder.filePath(QStringLiteral("plant")); }

    /// Puts this one into the workspace, as a person writes it.
    bool writeConnection(const QJsonObject &connection) const;
    /// Runs a command to its end with --workspace and --data added.
    Answer run(const QStringList &arguments, int patienceMs = 60'000) const;
    /// Starts `collect` and waits for its first "subscribed" line.
    bool collect(quint16 port, const QStringList &more = {});
    /// The same with the connections of the workspace, or those that `arguments` name.
    bool record(const QStringList &arguments);
    /// Of a `collect` that was started: until it says "subscribed".
    bool waitForSubscription();
    /// Starts another command that goes on, such as `demo`.
    bool start(const QStringList &arguments);
    qint64 processId() const { return m_process->processId(); }
    void killNine();
    /// SIGTERM; the exit code, -1 if it did not end in time.
    int terminate();
    bool isRunning() const { return m_process && m_process->state() != QProcess::NotRunning; }
    QByteArray errors() const
    {
        return m_process ? m_process->readAllStandardError() : QByteArray();
    }

    /// `status --json`.
    QJsonObject status() const;
    /// Every sample of `glob`, by tag, in the order of the export.
    std::map<std::string, std::vector<Row>> exported(const QString &glob) const;

private:
    QStringList with(const QStringList &arguments) const;

    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_process;
};

/// A count of `status --json`.
qint64 number(const QJsonObject &status, const char *name);
/// received = decoded + dropped + pending.
bool addsUp(const QJsonObject &status);

/// Folder of the built programs: that of the running test.
QString binFolder();

} // namespace telltale::test
