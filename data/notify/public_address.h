#pragma once

class QHostAddress;

namespace telltale {

/// Whether an address leads out of this computer and its networks: not loopback, link-local,
/// private, shared, multicast, reserved, or what clouds tell their machines secrets at - in
/// whatever form it is written.
bool isPublicAddress(const QHostAddress &address);

} // namespace telltale
