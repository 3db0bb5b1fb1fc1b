#pragma once

#include "data/telemetry/result.h"

#include <chrono>
#include <stop_token>
#include <string>

namespace telltale {

/// What a TLS handshake agreed on.
struct TlsFacts
{
    std::string version; ///< "TLSv1.3"
    std::string cipher;
    std::string issuedTo; ///< subject of the broker's certificate
    bool isTls12 = false; ///< not newer
};

/// Shakes hands as the connection itself will - certificate chain and host name checked, TLS 1.2
/// at least - and says in words what is wrong if it fails: the client library only says "failed".
/// `descriptor` is an open, non-blocking socket; `caFile` empty: the system's authorities.
/// Errors  NoTls, TlsFailed, TimedOut, NotFound (CA file), Cancelled.
Result<TlsFacts> probeTls(int descriptor, const std::string &host, const std::string &caFile,
                          std::chrono::milliseconds timeout, const std::stop_token &stop);

} // namespace telltale
