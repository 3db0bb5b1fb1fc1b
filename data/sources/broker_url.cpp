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

std::uint16_t usualPort(bool tls)
{
    return tls ? kTlsPort : kPlainPort;
}

std::string hostAndPort(const BrokerUrl &url)
{
    const bool isV6 = url.host.find(':') != std::string::npos;
    return (isV6 ? "[" + url.host + "]" : url.host) + ":" + std::to_string(url.port);
}

/// What is wrong with the scheme, null if nothing; takes it off.
const char *takeScheme(std::string_view &rest, BrokerUrl &url)
{
    const auto end = rest.find("://");
    const std::string_view name = end == std::string_view::npos ? "mqtt" : rest.substr(0, end);
    url.tls = name == "mqtts";
    url.port = usualPort(url.tls);
    if (end != std::string_view::npos)
        rest.remove_prefix(end + 3);
    return url.tls || name == "mqtt" ? nullptr : "its scheme is neither mqtt nor mqtts";
}

/// The same for the host; what stays is empty or begins with the colon before the port.
const char *takeHost(std::string_view &rest, BrokerUrl &url)
{
    const bool isV6 = rest.starts_with('[');
    const auto end = rest.find(isV6 ? ']' : ':');
    if (isV6 && end == std::string_view::npos)
        return "a \"]\" is missing";
    url.host = isV6 ? rest.substr(1, end - 1) : rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(isV6 ? end + 1 : end);
    if (url.host.empty() || url.host.find_first_of("/?# \t") != std::string::npos)
        return "the host is missing or has characters a host cannot have";
    return rest.empty() || rest.front() == ':' ? nullptr : "there is more behind the \"]\"";
}

const char *readPort(std::string_view rest, BrokerUrl &url)
{
    if (rest.size() <= 1) // nothing behind the colon either
        return nullptr;
    const char *const last = rest.data() + rest.size();
    const auto [end, error] = std::from_chars(rest.data() + 1, last, url.port);
    const bool isPort = error == std::errc() && end == last && url.port != 0;
    return isPort ? nullptr : "the port is no number from 1 to 65535";
}

} // namespace

std::string BrokerUrl::text() const
{
    return (tls ? "mqtts://" : "mqtt://") + hostAndPort(*this);
}

std::string BrokerUrl::shortText() const
{
    return port == usualPort(tls) ? host : hostAndPort(*this);
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
    // First of all, so that no other error repeats a password.
    if (text.find('@') != std::string_view::npos)
        return Error {
            Error::Code::NotPermitted,
            "user and password do not belong into the address: set TELLTALE_MQTT_USER and "
            "TELLTALE_MQTT_PASSWORD, or store them with the connection"};
    BrokerUrl url;
    std::string_view rest = text;
    const char *wrong = takeScheme(rest, url);
    if (rest.ends_with('/'))
        rest.remove_suffix(1);
    if (!wrong)
        wrong = takeHost(rest, url);
    if (!wrong)
        wrong = readPort(rest, url);
    if (wrong)
        return malformed(text, wrong);
    return url;
}

} // namespace telltale
