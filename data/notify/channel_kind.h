#pragma once

#include "data/notify/channel.h"

#include <span>
#include <string>
#include <string_view>

namespace telltale {

class JsonMembers;

/// One kind of channel: a file of its own, a line in channel_kinds.h.
struct ChannelKind
{
    const char *word; ///< `kind` of notifications.json
    struct Read
    {
        MakeChannel make;
        std::string runs = {}; ///< the command line it starts on this computer; empty: none
    };
    /// Takes what only it has from the object of the channel `name`.
    /// Errors  Malformed: why it cannot be such a channel, in words that name the member.
    Result<Read> (*read)(JsonMembers &members, const std::string &name);
};

std::span<const ChannelKind> channelKinds();
/// Null: there is none of that name.
const ChannelKind *channelKind(std::string_view word);

} // namespace telltale
