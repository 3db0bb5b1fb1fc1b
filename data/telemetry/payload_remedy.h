#pragma once

#include <string_view>

namespace telltale {

/// Why a payload is refused. A reason as people read it is one of the first, by itself or followed
/// by ": " and more, which may be one of the second and a place: "limit: it is more than 32 levels
/// deep (byte 32)".
struct PayloadFault
{
    static constexpr const char *kTooLarge = "payload too large";
    static constexpr const char *kTopicInvalid = "topic invalid";
    static constexpr const char *kTopicTooLong = "topic too long";
    static constexpr const char *kMalformed = "malformed";
    static constexpr const char *kLimit = "limit";
    static constexpr const char *kNoLayout = "no_layout";
    static constexpr const char *kInvalidBirth = "invalid_birth";
    static constexpr const char *kUnsupportedVersion = "unsupported_version";
    static constexpr const char *kUnsupportedMember = "unsupported_member";

    static constexpr const char *kTooDeep = "it is more than 32 levels deep";
    static constexpr const char *kTooManyMembers = "it has more than 10,000 members";
    static constexpr const char *kTextTooLong = "a text is longer than 4 KiB";
    static constexpr const char *kStringTooLong = "a string is longer than 64 KiB";
    static constexpr const char *kNotUtf8 = "its text is not valid UTF-8";
};

/// What can be done about a payload refused for `reason`: English, one line.
const char *remedyOf(std::string_view reason);

} // namespace telltale
