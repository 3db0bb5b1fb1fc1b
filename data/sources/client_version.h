#pragma once

#include <string>

namespace telltale {

/// Version of the MQTT client library that runs, e.g. "1.3.12".
std::string mqttClientVersion();

} // namespace telltale
