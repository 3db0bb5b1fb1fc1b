#pragma once

#include <string>

namespace telltale {

/// What a demo publisher sends: one MQTT message.
struct DemoMessage
{
    std::string topic;
    std::string payload;
};

} // namespace telltale
