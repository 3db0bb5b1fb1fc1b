#include "app/command.h"

#include "app/unix_signals.h"
#include "models/value_text.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <thread>

namespace telltale {

int fail(const Error &error)
{
    std::fprintf(stderr, "telltale: %s\n", error.detail.c_str());
    return error.code == Error::Code::WrongUse ? kWrongUse : kFailure;
}

QByteArray printable(std::string_view text)
{
    return shownText(text).toUtf8();
}

void runUntilSignal(const std::function<void()> &work, const std::function<void()> &stop)
{
    const UnixSignals signals;
    std::thread worker([&work] {
        work();
        QMetaObject::invokeMethod(QCoreApplication::instance(), &QCoreApplication::quit,
                                  Qt::QueuedConnection);
    });
    QCoreApplication::exec();
    stop();
    worker.join();
}

int afterPrinting(int code)
{
    const bool wasWritten = std::ferror(stdout) == 0;
    if (std::fflush(stdout) == 0 && wasWritten)
        return code;
    return fail({Error::Code::DiskError,
                 std::string("standard output: cannot be written: ") + std::strerror(errno)
                     + ": what came out is not complete; make room there, or send it elsewhere"});
}

int tellMissing(const std::vector<HistoryDamage> &damages, const TimeRange &asked)
{
    int code = kSuccess;
    for (const HistoryDamage &damage : damages) {
        if (damage.missing.from >= asked.to || damage.missing.to <= asked.from)
            continue;
        std::fprintf(stderr, "telltale: %s %s. %s\n", damage.file.c_str(),
                     damageWords(damage).c_str(), kDamageRemedy);
        code = kFailure;
    }
    return code;
}

} // namespace telltale
