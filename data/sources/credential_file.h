#pragma once

#include "data/sources/source.h"

#include <string>

namespace telltale {

/// Reads user and password of a connection from an owner-only JSON file.
/// Errors  NotFound (no such connection in it), DiskError (it cannot be read), NotPermitted (others
///         may read or change it, or it belongs to somebody else), Malformed. No error has a secret
///         in its words.
Result<CredentialStore::Credentials> readCredentialFile(const std::string &path,
                                                        const std::string &connectionName);

} // namespace telltale
