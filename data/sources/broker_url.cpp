#include "data/sources/broker_url.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <charconv>

namespace telltale {
namespace {

constexpr std::uint16_t kPlainPort = 1883;
constexpr std::uint16_t kTlsPort = 8883;

Error malformed(std::string_view text, const std::string &why)
{
    return {Error::Code::Malformed,
            "\"" + std::string(text) + "\" is no broker address: " + why
                + "; write it as mqtt://host:1883 or mqtts://host:8883"};
}

} // namespace

std::string BrokerUrl::text() const
{
    const bool isV6 = host.find(':') != std::string::npos;
    return std::string(tls ? "mqtts://" : "mqtt://") + (isV6 ? "[" + host + "]" : host) + ":"
        + std::to_string(port);
}

bool BrokerUrl::isLoopback() const
{
    if (host == "localhost")
        return true;
    in_addr v4 {};
    if (::inet_pton(AF_INET, host.c_str(), &v4) == 1)
        return (ntohl(v4.s_addr) >> 24U) == IN_LOOPBACKNET;
    in6_addr v6 {};
    return ::inet_pton(AF_INET6, host.c_str(), &v6) == 1 && IN6_IS_ADDR_LOOPBACK(&v6);
}

Result<BrokerUrl> parseBrokerUrl(std::string_view text)
{
    BrokerUrl url;
    std::string_view rest = text;
    if (const auto scheme = rest.find("://"); scheme != std::string_view::npos) {
        const std::string_view name = rest.substr(0, scheme);
        if (name != "mqtt" && name != "mqtts")
            return malformed(text, "the scheme \"" + std::string(name) + "\" is unknown");
        url.tls = name == "mqtts";
        rest.remove_prefix(scheme + 3);
    }
    url.port = url.tls ? kTlsPort : kPlainPort;
    if (rest.find('@') != std::string_view::npos)
        return Error {
            Error::Code::NotPermitted,
            "user and password do not belong into the address: set TELLTALE_MQTT_USER and "
            "TELLTALE_MQTT_PASSWORD, or store them with the connection"};
    if (rest.ends_with('/'))
        rest.remove_suffix(1);
    std::string_view port;
    if (rest.starts_with('[')) {
        const auto end = rest.find(']');
        if (end == std::string_view::npos)
            return malformed(text, "a \"]\" is missing");
        url.host = rest.substr(1, end - 1);
        port = rest.substr(end + 1);
        if (!port.empty() && port.front() != ':')
            return malformed(text, "there is more behind the \"]\"");
        if (!port.empty())
            port.remove_prefix(1);
    } else {
        const auto colon = rest.find(':');
        url.host = rest.substr(0, colon);
        if (colon != std::string_view::npos)
            port = rest.substr(colon + 1);
    }
    if (url.host.empty() || url.host.find_first_of("/?# \t") != std::string::npos)
        return malformed(text, "the host is missing or has characters a host cannot have");
    if (!port.empty()) {
        const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), url.port);
        if (error != std::errc() || end != port.data() + port.size() || url.port == 0)
            return malformed(text, "the port is no number from 1 to 65535");
    }
    return url;
}

} // namespace telltale
