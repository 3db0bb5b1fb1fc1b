#include "data/notify/public_address.h"

#include <QHostAddress>

#include <algorithm>
#include <vector>

namespace telltale {
namespace {

constexpr const char *kOwnNetworks[] = {
    "0.0.0.0/8",      "10.0.0.0/8",    "100.64.0.0/10", "127.0.0.0/8",    "168.63.129.16/32",
    "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",  "192.168.0.0/16", "198.18.0.0/15",
    "224.0.0.0/4",    "240.0.0.0/4",   "::/127",        "64:ff9b::/96",   "64:ff9b:1::/48",
    "2002::/16",      "fc00::/7",      "fe80::/10",     "fec0::/10",      "ff00::/8",
};

} // namespace

bool isPublicAddress(const QHostAddress &address)
{
    static const auto networks = [] {
        std::vector<QPair<QHostAddress, int>> all;
        for (const char *network : kOwnNetworks)
            all.push_back(QHostAddress::parseSubnet(QLatin1String(network)));
        return all;
    }();
    bool isMapped = false; // ::ffff:127.0.0.1
    const quint32 v4 = address.toIPv4Address(&isMapped);
    const QHostAddress meant = isMapped ? QHostAddress(v4) : address;
    return !meant.isNull()
        && std::none_of(networks.begin(), networks.end(),
                        [&meant](const auto &network) { return meant.isInSubnet(network); });
}

} // namespace telltale
