#pragma once

#include "data/notify/channel_kind.h"

namespace telltale {

extern const ChannelKind kCommandChannel; ///< a program on this computer
extern const ChannelKind kWebhookChannel; ///< an address on the network

} // namespace telltale
