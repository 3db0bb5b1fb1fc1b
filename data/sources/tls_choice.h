#pragma once

#include <string>

namespace telltale {

/// How every connection of ours uses TLS, for either side of the Paho library.
struct TlsChoice
{
    std::string caFile; ///< PEM; empty: the authorities of the system
    int version = 0; ///< MQTT_SSL_VERSION_...
    bool checksCertificate = true;
    bool checksHostName = true; ///< the library does not by itself
};

TlsChoice chooseTls(const std::string &caFile, bool isTls12);

} // namespace telltale
