#include "data/telemetry/payload_remedy.h"

#include <algorithm>
#include <array>

namespace telltale {
namespace {

struct Remedy
{
    std::string_view fault;
    const char *words;
};

constexpr const char *kShorterTexts = "Have the device send shorter texts.";
constexpr const char *kSupported = "Have the device send a version and members that are supported.";

constexpr std::array kRemedies {
    Remedy {PayloadFault::kTooLarge, "Have the device send less in one message."},
    Remedy {PayloadFault::kTopicInvalid,
            "Correct the topic at the device: UTF-8 text without wildcards."},
    Remedy {PayloadFault::kTopicTooLong, "Have the device use a shorter topic."},
    Remedy {PayloadFault::kNoLayout,
            "Have the device send a number, text, JSON, CBOR or MessagePack."},
    Remedy {PayloadFault::kInvalidBirth,
            "Restart the device, so that it sends its birth message again."},
    Remedy {PayloadFault::kUnsupportedVersion, kSupported},
    Remedy {PayloadFault::kUnsupportedMember, kSupported},
    Remedy {PayloadFault::kTooDeep, "Have the device send a flatter document."},
    Remedy {PayloadFault::kTooManyMembers, "Have the device send its values in several messages."},
    Remedy {PayloadFault::kTextTooLong, kShorterTexts},
    Remedy {PayloadFault::kStringTooLong, kShorterTexts},
    Remedy {PayloadFault::kNotUtf8, "Have the device encode its text as UTF-8."},
};

const char *find(std::string_view fault)
{
    const auto *const found
        = std::find_if(kRemedies.begin(), kRemedies.end(),
                       [fault](const Remedy &remedy) { return remedy.fault == fault; });
    return found == kRemedies.end() ? nullptr : found->words;
}

} // namespace

const char *remedyOf(std::string_view reason)
{
    const std::size_t colon = reason.find(": ");
    if (const char *words = find(reason.substr(0, colon)))
        return words;
    if (colon != std::string_view::npos) {
        const std::string_view detail = reason.substr(colon + 2);
        if (const char *words = find(detail.substr(0, detail.rfind(" (byte "))))
            return words;
    }
    return "Correct what the device sends there; JSON knows no NaN and no Infinity.";
}

} // namespace telltale
