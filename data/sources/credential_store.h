#pragma once

#include "data/sources/source.h"

#include <memory>
#include <string>
#include <vector>

namespace telltale {

/// Credentials of this computer's user, the first that has any:
/// 1. TELLTALE_MQTT_USER and TELLTALE_MQTT_PASSWORD in the environment, for the connection that
///    giveEnvironmentCredentials() chose;
/// 2. the owner-only file named in TELLTALE_CREDENTIALS,
///    `{"connection name": {"user": "...", "password": "..."}}`;
/// 3. the system's keychain, for connections that name a user; what it does not take is kept in
///    memory as long as this store;
/// 4. the connection's own user without a password, or none at all.
/// Thread  any but the GUI's; find() may take up to 5 s where a keychain does not answer.
/// Errors  NotPermitted (file readable by others), DiskError (file absent), Malformed, NoPassword
///         (a user is named and the keychain cannot be asked); store(): NoKeychain, NotPermitted.
std::unique_ptr<CredentialStore> makeCredentialStore();

/// Whether a password typed now may change that a broker refused with `cause`: what the environment
/// or the file says goes before the keychain.
bool mayBeTyped(Error::Code cause);

/// Chooses whom the environment's user and password are meant for, so that no other broker ever
/// sees them: the quick connection of the command line; without one, the only connection of the
/// workspace if it names no user or the same. Never the demo's.
void giveEnvironmentCredentials(std::vector<ConnectionConfig> &connections);
/// Errors  WrongUse: the environment has a user, but none of the connections was chosen; says why.
Outcome checkEnvironmentCredentials(const std::vector<ConnectionConfig> &connections);

} // namespace telltale
