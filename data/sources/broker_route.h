#pragma once

#include "data/sources/broker_url.h"
#include "data/sources/connection_progress.h"
#include "data/sources/network_probe.h"

#include <chrono>
#include <stop_token>
#include <string>

namespace telltale {

/// Where a broker answers, as the client library wants to hear it.
struct BrokerRoute
{
    Endpoint endpoint; ///< the address that answered
    std::string uri; ///< `tcp://address:port`; with TLS `ssl://name:port`
    bool isTls12 = false; ///< the handshake agreed on TLS 1.2, not newer
};

/// Walks to a broker: looks its name up, opens its port, shakes hands if the address asks for TLS.
/// Each layer is noted in `progress` (may be null) with what was found and how long it took.
/// `caFile` empty: the system's authorities. `timeout` is for each layer.
/// Errors  those of resolveHost(), openPort() and probeTls(): in words, with what to do.
Result<BrokerRoute> findRoute(const BrokerUrl &url, const std::string &caFile,
                              std::chrono::milliseconds timeout, const std::stop_token &stop,
                              ConnectionProgress *progress);

} // namespace telltale
