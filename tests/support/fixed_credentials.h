#pragma once

#include "data/sources/source.h"

namespace telltale::test {

/// Gives every connection the same credentials.
class FixedCredentials final : public CredentialStore
{
public:
    Result<Credentials> find(const ConnectionConfig &) override { return credentials; }
    Outcome store(const ConnectionConfig &, const Credentials &) override { return {}; }
    Credentials credentials;
};

} // namespace telltale::test
