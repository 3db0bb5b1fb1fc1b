#pragma once

#include "data/sources/source.h"

#include <memory>
#include <string>

namespace telltale {

/// Overwrites and empties a secret.
void wipe(std::string &secret);

/// Credentials of this computer's user, the first that has any:
/// 1. TELLTALE_MQTT_USER and TELLTALE_MQTT_PASSWORD in the environment, for every connection;
/// 2. the owner-only file named in TELLTALE_CREDENTIALS,
///    `{"connection name": {"user": "...", "password": "..."}}`;
/// 3. the system's keychain, for connections that name a user;
/// 4. the connection's own user without a password, or none at all.
/// Thread  any but the GUI's; find() may take up to 5 s where a keychain does not answer.
/// Errors  NotPermitted (file readable by others), DiskError (file absent), Malformed, Unsupported
///         (a user is named and there is no keychain), TimedOut; store(): NotFound (no keychain).
std::unique_ptr<CredentialStore> makeCredentialStore();

} // namespace telltale
