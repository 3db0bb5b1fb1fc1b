#include "data/sources/source_kinds.h"

#include "data/sources/mqtt_source.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace telltale {
namespace {

struct SourceKind
{
    std::string_view scheme;
    std::unique_ptr<Source> (*make)(const ConnectionConfig &, const SourceDoors &);
    Outcome (*check)(const ConnectionConfig &);
};

constexpr std::array kKinds {
    SourceKind {"mqtt", makeMqttSource, checkMqttConnection},
    SourceKind {"mqtts", makeMqttSource, checkMqttConnection},
};

Result<const SourceKind *> kindOf(std::string_view url)
{
    const auto end = url.find("://");
    if (end == std::string_view::npos)
        return &kKinds.front();
    const std::string_view scheme = url.substr(0, end);
    const auto *const found
        = std::find_if(kKinds.begin(), kKinds.end(),
                       [scheme](const SourceKind &kind) { return kind.scheme == scheme; });
    if (found != kKinds.end())
        return found;
    std::string known;
    for (const SourceKind &kind : kKinds)
        known += (known.empty() ? "" : ", ") + std::string(kind.scheme) + "://";
    return Error {Error::Code::Unsupported,
                  "\"" + std::string(url) + "\" is no address to connect to: the scheme \""
                      + std::string(scheme) + "\" is unknown; it begins with " + known};
}

} // namespace

Result<std::unique_ptr<Source>> makeSource(const ConnectionConfig &connection,
                                           const SourceDoors &doors)
{
    const Result<const SourceKind *> kind = kindOf(connection.url);
    if (!kind)
        return kind.error();
    if (const Outcome right = kind.value()->check(connection); !right)
        return right.error();
    return kind.value()->make(connection, doors);
}

Outcome checkConnection(const ConnectionConfig &connection)
{
    const Result<const SourceKind *> kind = kindOf(connection.url);
    return kind ? kind.value()->check(connection) : Outcome(kind.error());
}

} // namespace telltale
