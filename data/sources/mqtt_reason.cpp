#include "data/sources/mqtt_reason.h"

#include <array>
#include <cstdio>
#include <string>

namespace telltale {
namespace {

struct Reason
{
    int value;
    Error::Code code;
    const char *words;
};

using Code = Error::Code;

constexpr const char *kWrongPassword
    = "the broker refuses user name or password: check both for this connection";
constexpr const char *kNotAuthorised
    = "the broker does not allow this client to connect: check user, password and permissions";
constexpr const char *kBadClientId = "the broker refuses the client id";
constexpr const char *kVersion = "the broker does not speak this version of MQTT";

constexpr std::array kReasons {
    Reason {0x80, Code::Refused, "the broker refused without giving a reason"},
    Reason {0x81, Code::Malformed, "the broker received a malformed packet"},
    Reason {0x82, Code::Malformed, "the broker found a protocol error"},
    Reason {0x83, Code::Refused, "the broker refuses for a reason of its own"},
    Reason {0x84, Code::Unsupported, kVersion},
    Reason {0x85, Code::Refused, kBadClientId},
    Reason {0x86, Code::BadCredentials, kWrongPassword},
    Reason {0x87, Code::NotPermitted, kNotAuthorised},
    Reason {0x88, Code::ConnectionLost, "the broker is not available now"},
    Reason {0x89, Code::Busy, "the broker is busy"},
    Reason {0x8A, Code::Refused, "the broker has banned this client"},
    Reason {0x8B, Code::ConnectionLost, "the broker was shut down"},
    Reason {0x8C, Code::BadCredentials, "the broker wants another way to sign in"},
    Reason {0x8D, Code::ConnectionLost, "the broker heard nothing from here in time"},
    Reason {0x8E, Code::SessionTakenOver,
            "another program signed in with the same client id and took the session over: end it, "
            "or give one of them a data folder of its own"},
    Reason {0x8F, Code::Malformed, "the broker finds the topic filter invalid"},
    Reason {0x90, Code::Malformed, "the broker finds the topic invalid"},
    Reason {0x91, Code::Busy, "the packet identifier is in use"},
    Reason {0x93, Code::LimitExceeded, "more messages in flight than the broker accepts"},
    Reason {0x94, Code::Malformed, "the broker finds the topic alias invalid"},
    Reason {0x95, Code::LimitExceeded, "a packet is larger than the broker accepts"},
    Reason {0x96, Code::LimitExceeded, "too many messages in a short time for the broker"},
    Reason {0x97, Code::LimitExceeded, "a quota of the broker is used up"},
    Reason {0x98, Code::ConnectionLost, "an administrator of the broker ended the connection"},
    Reason {0x9A, Code::Unsupported, "the broker does not support retained messages"},
    Reason {0x9B, Code::Unsupported, "the broker does not support this QoS"},
    Reason {0x9C, Code::ConnectionLost, "the broker asks to use another server for now"},
    Reason {0x9D, Code::Refused, "the broker has moved to another address"},
    Reason {0x9E, Code::Unsupported, "the broker does not support shared subscriptions"},
    Reason {0x9F, Code::LimitExceeded, "too many connections in a short time for the broker"},
    Reason {0xA0, Code::ConnectionLost, "the longest connect time the broker allows is over"},
    Reason {0xA1, Code::Unsupported, "the broker does not support subscription identifiers"},
    Reason {0xA2, Code::Unsupported, "the broker does not support wildcards in filters"},
};

constexpr std::array kReturnCodes {
    Reason {1, Code::Unsupported, kVersion},
    Reason {2, Code::Refused, kBadClientId},
    Reason {3, Code::ConnectionLost, "the broker is not available now"},
    Reason {4, Code::BadCredentials, kWrongPassword},
    Reason {5, Code::NotPermitted, kNotAuthorised},
};

template <typename Table> Error find(const Table &table, int value)
{
    for (const Reason &reason : table) {
        if (reason.value == value)
            return {reason.code, reason.words};
    }
    char words[64] = {};
    std::snprintf(words, sizeof(words), "the broker refused with reason 0x%02X",
                  static_cast<unsigned>(value));
    return {Code::Refused, words};
}

} // namespace

Error describeReason(int reasonCode)
{
    return find(kReasons, reasonCode);
}

Error describeReturnCode(int returnCode)
{
    return find(kReturnCodes, returnCode);
}

} // namespace telltale
