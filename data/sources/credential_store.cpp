#include "data/sources/credential_store.h"

#include "data/sources/credential_file.h"
#include "data/sources/keychain.h"
#include "data/sources/session_keychain.h"

#include <algorithm>
#include <cstdlib>
#include <functional>

namespace telltale {
namespace {

std::string environment(const char *name)
{
    const char *value = std::getenv(name);
    return value ? value : "";
}

class SystemCredentialStore final : public CredentialStore
{
public:
    Result<Credentials> find(const ConnectionConfig &connection) override
    {
        std::string user = environment("TELLTALE_MQTT_USER");
        const bool isCurrent = !connection.isFormer;
        if (isCurrent && connection.takesEnvironmentCredentials && !user.empty())
            return Credentials {std::move(user), environment("TELLTALE_MQTT_PASSWORD")};
        const std::string file = environment("TELLTALE_CREDENTIALS");
        if (isCurrent && !file.empty()) {
            Result<Credentials> stored = readCredentialFile(file, connection.name);
            if (stored || stored.error().code != Error::Code::NotFound)
                return stored;
        }
        if (connection.user.empty())
            return Credentials {};
        Result<std::string> password = m_keychain.read(keyOf(connection));
        if (password)
            return Credentials {connection.user, std::move(password).value()};
        if (password.error().code == Error::Code::NotFound)
            return Credentials {connection.user, {}};
        return Error {Error::Code::NoPassword,
                      "a password is needed for " + connection.user + ": "
                          + password.error().detail};
    }

    Outcome store(const ConnectionConfig &connection, const Credentials &credentials) override
    {
        ConnectionConfig named = connection;
        named.user = credentials.user;
        return m_keychain.write(keyOf(named), credentials.password);
    }

    std::optional<Error> unkept(const ConnectionConfig &connection) override
    {
        return m_keychain.unkept(keyOf(connection));
    }

private:
    static std::string keyOf(const ConnectionConfig &connection)
    {
        return connection.name + " " + connection.user + " " + connection.url;
    }

    SessionKeychain m_keychain {{readKeychain, writeKeychain}};
};

} // namespace

std::unique_ptr<CredentialStore> makeCredentialStore()
{
    return std::make_unique<SystemCredentialStore>();
}

bool mayBeTyped(Error::Code cause)
{
    if (!environment("TELLTALE_MQTT_USER").empty())
        return false;
    return cause == Error::Code::NoPassword || environment("TELLTALE_CREDENTIALS").empty();
}

void giveEnvironmentCredentials(std::vector<ConnectionConfig> &connections)
{
    ConnectionConfig *quick = nullptr;
    ConnectionConfig *own = nullptr; // of the workspace
    int owns = 0;
    for (ConnectionConfig &connection : connections) {
        connection.takesEnvironmentCredentials = false;
        if (connection.isDemo)
            continue;
        (connection.isQuick ? quick : own) = &connection;
        owns += connection.isQuick ? 0 : 1;
    }
    if (quick)
        quick->takesEnvironmentCredentials = true;
    else if (owns == 1 && (own->user.empty() || own->user == environment("TELLTALE_MQTT_USER")))
        own->takesEnvironmentCredentials = true;
}

Outcome checkEnvironmentCredentials(const std::vector<ConnectionConfig> &connections)
{
    const auto takes = [](const ConnectionConfig &one) { return one.takesEnvironmentCredentials; };
    const auto isDemo = [](const ConnectionConfig &one) { return one.isDemo; };
    if (environment("TELLTALE_MQTT_USER").empty()
        || std::all_of(connections.begin(), connections.end(), isDemo)
        || std::any_of(connections.begin(), connections.end(), takes))
        return {};
    const auto others = std::count_if(connections.begin(), connections.end(), std::not_fn(isDemo));
    return Error {Error::Code::WrongUse,
                  std::string("TELLTALE_MQTT_USER and TELLTALE_MQTT_PASSWORD go to no connection: ")
                      + (others > 1 ? "they are for the only one, and there are several"
                                    : "the only one names another user")};
}

} // namespace telltale
