#pragma once

#include "data/alarms/alarm_output.h"

#include <string>
#include <vector>

namespace telltale {

/// A channel needs a notification no more: it confirmed it, or gave it up.
struct AlarmDelivery
{
    AlarmNotification::Key key;
    std::string channel; ///< empty: none wants it; that is stored with whatever is next
    bool isLast = false; ///< nor does any other one: the outbox lets it go
};

/// What lies in the outbox: a notification, and the channels that need it no more.
struct StoredNotification
{
    AlarmNotification notification;
    std::vector<std::string> settled; ///< channels
    bool isOld = false; ///< waits since an earlier run of the program
};

/// Carries notifications out of the program.
/// Thread  stored() is called on the thread of the alarm store, which waits for it.
class NotificationCarrier
{
public:
    virtual ~NotificationCarrier() = default;
    /// They are durable; oldest first. A key that is known already is the same notification: this
    /// one takes its place.
    virtual void stored(std::vector<StoredNotification> notifications) = 0;
    /// False: he wants none, and none need be stored while he is there. Always the same.
    virtual bool takesAny() const { return true; }
};

/// What became of the channel notifications leave through.
enum class ChannelNews {
    Works,
    Failing, ///< gave notifications up
};

} // namespace telltale
