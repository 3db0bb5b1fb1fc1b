#pragma once

#include <string>

namespace telltale {

/// An MQTT client id nobody else has, of 18 of the 23 characters every broker allows.
std::string randomClientId();

} // namespace telltale
