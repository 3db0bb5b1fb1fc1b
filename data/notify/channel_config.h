#pragma once

#include "data/alarms/alarm_output.h"
#include "data/notify/channel.h"
#include "data/telemetry/path_pattern.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace telltale {

/// A channel as the workspace has it.
struct ChannelConfig
{
    std::string name;
    std::string kind; ///< command, webhook
    bool isEnabled = true;
    bool isHeld = false; ///< gathers what it wants and sends none of it, until somebody agrees
    std::vector<int> priorities; ///< 1..4; none: all
    std::vector<PathPattern> tags; ///< none: all; an alarm without a tag has its id
    MakeChannel make;
    std::string runs; ///< the command line it starts on this computer; empty: none
    std::string text; ///< its JSON: the same text is the same channel

    bool wants(const AlarmNotification &notification) const { return wanted(notification) > 0; }
    /// How many of the alarms it tells of are for this channel: of a digest those its filters take,
    /// and what nobody knows the alarms of; of anything else 1 or 0.
    std::uint64_t wanted(const AlarmNotification &notification) const;

private:
    bool takes(const std::string &path, int priority) const;
    std::uint64_t wantedOfFlood(const AlarmNotification &digest) const;
};

constexpr std::size_t kMostChannels = 16;

/// `notifications.json`: {"version": 1, "channels": [{"name": "on call", "kind": "webhook",
/// "priorities": [1, 2], "tags": ["works/**"], "enabled": true, ...}]}; what else a channel has is
/// told by its kind. `channels` is replaced only if the whole text is right.
/// Errors  Malformed with line and reason; NewerVersion for a higher `version` than 1.
Outcome readChannels(std::string_view text, std::vector<ChannelConfig> &channels);

} // namespace telltale
