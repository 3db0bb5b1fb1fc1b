#include "data/sources/tls_choice.h"

#include <MQTTAsync.h>

namespace telltale {

TlsChoice chooseTls(const std::string &caFile, bool isTls12)
{
    // The library's TLS_1_2 is that and nothing newer; its default leaves the floor to the system.
    return {caFile, isTls12 ? MQTT_SSL_VERSION_TLS_1_2 : MQTT_SSL_VERSION_DEFAULT};
}

} // namespace telltale
