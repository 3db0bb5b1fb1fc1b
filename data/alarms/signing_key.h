#pragma once

#include "data/telemetry/result.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct evp_pkey_st;

namespace telltale {

using PublicKey = std::array<std::uint8_t, 32>;
using Signature = std::array<std::uint8_t, 64>;

/// Signs with Ed25519.
/// Errors  Internal: the library that does it fails.
class SigningKey
{
public:
    /// One that nobody had before.
    static Result<SigningKey> make();
    /// The one whose secret() this is. Errors  Malformed.
    static Result<SigningKey> fromSecret(std::string_view secret);

    const PublicKey &publicKey() const { return m_public; }
    /// 64 hexadecimal digits: who has them signs as this one does.
    Result<std::string> secret() const;
    Result<Signature> sign(std::string_view message) const;

private:
    struct Free
    {
        void operator()(evp_pkey_st *key) const;
    };
    using Handle = std::unique_ptr<evp_pkey_st, Free>;

    static Result<SigningKey> of(Handle handle);

    Handle m_handle;
    PublicKey m_public {};
};

/// Enough of it to tell keys apart: 16 hexadecimal digits.
std::string keyName(const PublicKey &key);

/// Whether the one with this public key signed the message.
bool isSigned(std::string_view message, const Signature &signature, const PublicKey &by);

} // namespace telltale
