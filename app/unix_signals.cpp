#include "app/unix_signals.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>

namespace telltale {
namespace {

sigset_t endSignals()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    return set;
}

} // namespace

void UnixSignals::hold()
{
    const sigset_t set = endSignals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

UnixSignals::UnixSignals()
{
    hold();
    const sigset_t set = endSignals();
    const int descriptor = ::signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
    m_notifier = new QSocketNotifier(descriptor, QSocketNotifier::Read, this);
    // No window is asked: none may keep the program from ending.
    connect(m_notifier, &QSocketNotifier::activated, this, [] { QCoreApplication::exit(); });
}

UnixSignals::~UnixSignals()
{
    ::close(static_cast<int>(m_notifier->socket()));
}

} // namespace telltale
