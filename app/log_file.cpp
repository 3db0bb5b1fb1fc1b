#include "app/log_file.h"

#include "app/log_queue.h"
#include "app/log_repeats.h"
#include "data/storage/file.h"

#include <QDateTime>
#include <QFile>
#include <QMutex>

#include <cstdio>
#include <sys/file.h>

namespace telltale {
namespace {

constexpr qint64 kFileBytes = 10LL << 20;
constexpr int kFiles = 5;
constexpr int kWriters = 64; ///< processes with a log of their own in one folder
constexpr qsizetype kLineBytes = 8192;

constexpr std::chrono::seconds kLastWords {2}; ///< for a disk to take what an abort follows

void write(const LogQueue::Line &line, std::uint64_t dropped);

struct Log
{
    ~Log() { qInstallMessageHandler(nullptr); }

    QMutex fileMutex; ///< guards the file
    QFile file;
    QMutex mutex; ///< guards what follows; nobody writes meanwhile
    QString path;
    LogRepeats repeats;
    LogQueue queue {write}; ///< last: it writes what waits when it ends
};

Log &theLog()
{
    static Log log;
    return log;
}

QByteArray escaped(const QString &text)
{
    QByteArray line;
    for (const QChar c : text) {
        if (c.unicode() < 0x20 || (c.unicode() >= 0x7F && c.unicode() < 0xA0))
            line += QByteArray("\\x") + QByteArray::number(c.unicode(), 16).rightJustified(2, '0');
        else
            line += QString(c).toUtf8();
        if (line.size() > kLineBytes)
            return line + "...";
    }
    return line;
}

const char *levelWord(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
    case QtFatalMsg:
        return "error";
    }
    return "";
}

QByteArray lineOf(QtMsgType type, const char *category, const QString &text)
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toLatin1() + ' '
        + levelWord(type) + ' ' + (category ? category : "") + ": " + escaped(text) + '\n';
}

bool openLog(Log &log)
{
    if (!log.file.open(QIODevice::WriteOnly | QIODevice::Append))
        return false;
    log.file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return true;
}

/// False if another process writes it: a view beside the owner of the data. Two would rotate the
/// file away from each other.
bool isOwnLog(const Log &log)
{
    return ::flock(log.file.handle(), LOCK_EX | LOCK_NB) == 0;
}

void rotate(Log &log)
{
    const QString path = log.file.fileName();
    log.file.close();
    for (int n = kFiles - 1; n >= 1; --n) {
        const QString from = n == 1 ? path : path + QLatin1Char('.') + QString::number(n - 1);
        const QString to = path + QLatin1Char('.') + QString::number(n);
        QFile::remove(to);
        QFile::rename(from, to);
    }
    log.file.setFileName(path);
    if (!openLog(log) || !isOwnLog(log))
        std::fprintf(stderr, "telltale: the log cannot be written: %s\n",
                     qPrintable(log.file.errorString()));
}

/// On the queue's thread.
void write(const LogQueue::Line &line, std::uint64_t dropped)
{
    QByteArray text = line.text;
    if (dropped > 0)
        text.prepend(lineOf(QtWarningMsg, "telltale.log",
                            QStringLiteral("%1 lines left out: they came faster than they could "
                                           "be written")
                                .arg(dropped)));
    if (line.isForTerminal || dropped > 0)
        std::fputs(text.constData(), stderr);
    Log &log = theLog();
    const QMutexLocker lock(&log.fileMutex);
    if (!log.file.isOpen())
        return;
    log.file.write(text);
    log.file.flush();
    if (log.file.size() > kFileBytes)
        rotate(log);
}

void add(Log &log, QtMsgType type, const char *category, const QString &text)
{
    const bool isForTerminal = type != QtInfoMsg && type != QtDebugMsg;
    if (type == QtFatalMsg)
        log.queue.flush(kLastWords); // the last line is not the one there is no room for
    log.queue.add({lineOf(type, category, text), isForTerminal});
    if (type == QtFatalMsg)
        log.queue.flush(kLastWords); // abort() follows
}

void handle(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (text.endsWith(QLatin1String("propagateSizeHints()")))
        return; // the offscreen platform says so of every window
    Log &log = theLog();
    const QMutexLocker lock(&log.mutex);
    for (const LogRepeats::Repeat &repeat :
         log.repeats.end(QDateTime::currentSecsSinceEpoch() / 60))
        add(log, QtWarningMsg, "telltale.log",
            QStringLiteral("repeated %1 times more: %2").arg(repeat.count).arg(repeat.text));
    if (log.repeats.admits(text))
        add(log, type, context.category, text);
}

} // namespace

void installLog()
{
    qInstallMessageHandler(handle);
}

void logInto(const QString &folder)
{
    Log &log = theLog();
    const QMutexLocker fileLock(&log.fileMutex);
    const Outcome made = makeFolder(folder.toStdString());
    for (int n = 1; n <= kWriters; ++n) {
        const QString path = folder
            + (n == 1 ? QStringLiteral("/telltale.log")
                      : QStringLiteral("/telltale-%1.log").arg(n));
        {
            const QMutexLocker lock(&log.mutex);
            log.path = path;
        }
        log.file.close();
        log.file.setFileName(path);
        if (!made.ok() || !openLog(log)) {
            std::fprintf(stderr, "telltale: no log file in %s: %s\n", qPrintable(folder),
                         made.ok() ? qPrintable(log.file.errorString())
                                   : made.error().detail.c_str());
            return;
        }
        if (isOwnLog(log))
            return;
    }
    log.file.close();
}

QString logPath()
{
    Log &log = theLog();
    const QMutexLocker lock(&log.mutex);
    return log.path;
}

} // namespace telltale
