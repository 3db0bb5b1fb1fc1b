#pragma once

#include "data/alarms/alarm_output.h"

#include <string>
#include <vector>

namespace telltale {

/// A channel needs a notification no more: it confirmed it, or gave it up.
struct AlarmDelivery
{
    AlarmNotification::Key key;
    std::string channel; ///< empty: none wants it
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
/// Thread  stored() is called on the thread of the alarm store, which waits for it; wants() on any,
///         while the service is locked: it waits for nothing and does not call back.
class NotificationCarrier
{
public:
    virtual ~NotificationCarrier() = default;
    /// They are durable; oldest first. A key that is known already is the same notification: this
    /// one takes its place.
    virtual void stored(std::vector<StoredNotification> notifications) = 0;
    /// False: it is not stored, so that a kill leaves none to be taken for one that was lost. Of
    /// one notification always the same.
    virtual bool wants(const AlarmNotification &) const { return true; }
};

/// What became of the channel notifications leave through.
enum class ChannelNews {
    Works,
    Failing, ///< gave notifications up
};

} // namespace telltale
