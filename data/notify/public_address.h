#pragma once

#include "data/telemetry/result.h"

#include <QHostAddress>
#include <QList>
#include <QPair>

#include <string>
#include <vector>

namespace telltale {

/// Where an address leads, in whatever form it is written.
enum class AddressReach {
    Public,
    Own, ///< this computer or its networks: loopback, private, shared, reserved
    Never, ///< link-local, multicast, or what clouds tell their machines secrets at
};

AddressReach addressReach(const QHostAddress &address);

/// The addresses a notification may be sent to: public ones, of the own ones those somebody
/// permitted, and no others.
class PermittedAddresses
{
public:
    /// All own ones, or none.
    void permitOwn(bool areAll) { m_areAll = areAll; }
    /// Networks such as 10.1.0.0/16, or single addresses.
    /// Errors  Malformed: names the one that is none.
    Outcome permitOwn(const std::vector<std::string> &networks);

    bool permit(const QHostAddress &address) const;

private:
    bool m_areAll = false;
    QList<QPair<QHostAddress, int>> m_networks;
};

} // namespace telltale
