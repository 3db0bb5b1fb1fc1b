#include "data/notify/host_lookup.h"

#include <QUrl>

#include <netdb.h>
#include <sys/socket.h>
#include <thread>

namespace telltale {
namespace {

QList<QHostAddress> ask(const QByteArray &host)
{
    addrinfo hints {};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_ADDRCONFIG;
    addrinfo *first = nullptr;
    QList<QHostAddress> found;
    if (::getaddrinfo(host.constData(), nullptr, &hints, &first) != 0)
        return found;
    for (const addrinfo *one = first; one; one = one->ai_next) {
        if (const QHostAddress address(one->ai_addr); !found.contains(address))
            found << address;
    }
    ::freeaddrinfo(first);
    return found;
}

} // namespace

std::shared_ptr<HostLookup> HostLookup::begin(const std::string &host)
{
    auto lookup = std::make_shared<HostLookup>();
    std::thread([lookup, name = QUrl::toAce(QString::fromStdString(host))] {
        lookup->end(ask(name));
    }).detach();
    return lookup;
}

std::shared_ptr<HostLookup> HostLookup::known(const QList<QHostAddress> &addresses)
{
    auto lookup = std::make_shared<HostLookup>();
    lookup->end(addresses);
    return lookup;
}

bool HostLookup::waitFor(std::chrono::milliseconds time) const
{
    std::unique_lock lock(m_mutex);
    return m_ended.wait_for(lock, time, [this] { return m_isDone; });
}

QList<QHostAddress> HostLookup::addresses() const
{
    const std::lock_guard lock(m_mutex);
    return m_found;
}

void HostLookup::end(QList<QHostAddress> found)
{
    const std::lock_guard lock(m_mutex);
    m_found = std::move(found);
    m_isDone = true;
    m_ended.notify_all();
}

} // namespace telltale
