#include "data/sources/client_version.h"

#include <MQTTAsync.h>

#include <string_view>

namespace telltale {

std::string mqttClientVersion()
{
    for (const MQTTAsync_nameValue *info = MQTTAsync_getVersionInfo(); info && info->name; ++info) {
        if (std::string_view(info->name) == "Version")
            return info->value;
    }
    return {};
}

} // namespace telltale
