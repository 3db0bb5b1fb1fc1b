#include "tests/support/thread_watch.h"

#include <QDir>
#include <QFile>

#include <algorithm>

#include <unistd.h>

namespace telltale::test {
namespace {

QByteArray fieldOf(const QByteArray &status, const QByteArray &name)
{
    const auto at = status.indexOf('\n' + name + ':');
    const auto from = at + name.size() + 2;
    return at < 0 ? QByteArray() : status.mid(from, status.indexOf('\n', from) - from).trimmed();
}

} // namespace

ThreadWatch::ThreadWatch(qint64 process)
    : m_process(process)
    , m_before(now())
{ }

bool ThreadWatch::hasSeenAllAsleep()
{
    const std::map<qint64, Thread> threads = now();
    for (const auto &[id, thread] : threads) {
        if (thread.isAsleep)
            m_slept.insert(id);
    }
    return !threads.empty()
        && std::all_of(threads.begin(), threads.end(),
                       [this](const auto &thread) { return m_slept.contains(thread.first); });
}

qint64 ThreadWatch::wakes() const
{
    qint64 sum = 0;
    for (const auto &[id, thread] : now()) {
        const auto before = m_before.find(id);
        sum += thread.switches - (before == m_before.end() ? 0 : before->second.switches);
    }
    return sum;
}

std::map<qint64, ThreadWatch::Thread> ThreadWatch::now() const
{
    std::map<qint64, Thread> threads;
    const QDir tasks(QStringLiteral("/proc/%1/task").arg(m_process));
    for (const QString &id : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile file(tasks.filePath(id + QStringLiteral("/status")));
        if (id.toLongLong() == ::gettid() || !file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray status = file.readAll();
        threads[id.toLongLong()] = {fieldOf(status, "State").startsWith('S'),
                                    fieldOf(status, "voluntary_ctxt_switches").toLongLong()};
    }
    return threads;
}

} // namespace telltale::test
