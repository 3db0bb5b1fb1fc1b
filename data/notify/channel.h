#pragma once

#include "data/telemetry/result.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <string>

namespace telltale {

class CredentialStore;
class HostLookup;

/// A notification in the form in which it leaves the program.
struct OutgoingNotification
{
    std::string key; ///< the same for the same notification, for ever; printable ASCII
    std::string json; ///< notificationToJson()
};

/// A way out of the program for notifications.
/// Thread  one at a time, never the GUI's; send() waits for the other side, but not when stopped.
/// Errors  send(): Refused - the other side does not want this one, and may want others; Cancelled
///         - stopped; anything else - the channel does not work now.
class Channel
{
public:
    virtual ~Channel() = default;
    /// Returns when the other side has confirmed it.
    virtual Outcome send(const OutgoingNotification &notification, const std::stop_token &stop) = 0;
};

/// What channels work with; outlives them.
struct ChannelDoors
{
    CredentialStore &credentials;
    /// Instead of the system's; empty: that one.
    std::function<std::shared_ptr<HostLookup>(const std::string &host)> lookUp = {};
};

using MakeChannel = std::function<std::unique_ptr<Channel>(const ChannelDoors &doors)>;

} // namespace telltale
