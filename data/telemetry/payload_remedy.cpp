#include "data/telemetry/payload_remedy.h"

namespace telltale {

const char *remedyOf(std::string_view reason)
{
    const auto has
        = [reason](std::string_view words) { return reason.find(words) != std::string_view::npos; };
    if (has("payload too large"))
        return "Have the device send less in one message.";
    if (has("topic invalid"))
        return "Correct the topic at the device: UTF-8 text without wildcards.";
    if (has("levels deep"))
        return "Have the device send a flatter document.";
    if (has("members"))
        return "Have the device send its values in several messages.";
    if (has("longer than"))
        return "Have the device send shorter texts.";
    if (has("UTF-8"))
        return "Have the device encode its text as UTF-8.";
    if (has("no_layout"))
        return "Have the device send a number, text, JSON, CBOR or MessagePack.";
    if (has("invalid_birth"))
        return "Restart the device, so that it sends its birth message again.";
    if (has("unsupported"))
        return "Have the device send a version and members that are supported.";
    return "Correct what the device sends there; JSON knows no NaN and no Infinity.";
}

} // namespace telltale
