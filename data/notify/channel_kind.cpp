#include "data/notify/channel_kind.h"

#include "data/notify/channel_kinds.h"

#include <algorithm>
#include <vector>

namespace telltale {

std::span<const ChannelKind> channelKinds()
{
    static const std::vector<ChannelKind> kinds {kCommandChannel, kWebhookChannel};
    return kinds;
}

const ChannelKind *channelKind(std::string_view word)
{
    const std::span<const ChannelKind> all = channelKinds();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [word](const ChannelKind &kind) { return word == kind.word; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace telltale
