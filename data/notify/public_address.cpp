#include "data/notify/public_address.h"

#include <algorithm>
#include <span>

namespace telltale {
namespace {

using Networks = QList<QPair<QHostAddress, int>>;

constexpr const char *kNever[] = {
    "169.254.0.0/16",      "168.63.129.16/32", "100.100.100.200/32", "192.0.0.192/32",
    "fd00:ec2::254/128",   "fe80::/10",        "224.0.0.0/4",        "255.255.255.255/32",
    "64:ff9b::a9fe:0/112", "ff00::/8",
};

constexpr const char *kOwn[] = {
    "0.0.0.0/8",    "10.0.0.0/8",     "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12",
    "192.0.0.0/24", "192.168.0.0/16", "198.18.0.0/15", "240.0.0.0/4", "::/96",
    "64:ff9b::/96", "64:ff9b:1::/48", "2002::/16",     "fc00::/7",    "fec0::/10",
};

Networks networksOf(std::span<const char *const> texts)
{
    Networks all;
    for (const char *text : texts)
        all.append(QHostAddress::parseSubnet(QLatin1String(text)));
    return all;
}

bool isIn(const QHostAddress &address, const Networks &networks)
{
    return std::any_of(networks.begin(), networks.end(),
                       [&address](const auto &network) { return address.isInSubnet(network); });
}

/// ::ffff:127.0.0.1 is 127.0.0.1, and so is ::127.0.0.1.
QHostAddress meantBy(const QHostAddress &address)
{
    bool isMapped = false;
    if (const quint32 v4 = address.toIPv4Address(&isMapped); isMapped)
        return QHostAddress(v4);
    static const auto compatible = QHostAddress::parseSubnet(QStringLiteral("::/96"));
    static const auto itself = QHostAddress::parseSubnet(QStringLiteral("::/127"));
    if (!address.isInSubnet(compatible) || address.isInSubnet(itself))
        return address;
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    return QHostAddress(quint32(bytes[12]) << 24U | quint32(bytes[13]) << 16U
                        | quint32(bytes[14]) << 8U | quint32(bytes[15]));
}

} // namespace

AddressReach addressReach(const QHostAddress &address)
{
    static const Networks never = networksOf(kNever);
    static const Networks own = networksOf(kOwn);
    const QHostAddress meant = meantBy(address);
    if (meant.isNull() || isIn(meant, never))
        return AddressReach::Never;
    return isIn(meant, own) || isIn(address, own) ? AddressReach::Own : AddressReach::Public;
}

Outcome PermittedAddresses::permitOwn(const std::vector<std::string> &networks)
{
    Networks read;
    for (const std::string &network : networks) {
        read.append(QHostAddress::parseSubnet(QString::fromStdString(network)));
        if (read.last().first.isNull())
            return Error {Error::Code::Malformed,
                          '"' + network + "\" is no network such as 10.1.0.0/16"};
    }
    m_networks = read;
    return {};
}

bool PermittedAddresses::permit(const QHostAddress &address) const
{
    switch (addressReach(address)) {
    case AddressReach::Public:
        return true;
    case AddressReach::Own:
        return m_areAll || isIn(meantBy(address), m_networks);
    case AddressReach::Never:
        break;
    }
    return false;
}

} // namespace telltale
