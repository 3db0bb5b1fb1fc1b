#include "data/alarms/signing_key.h"

#include "data/alarms/hex_text.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <utility>

namespace telltale {
namespace {

constexpr std::size_t kSecretBytes = 32;
constexpr std::size_t kNameDigits = 16;

struct FreeContext
{
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_MD_CTX, FreeContext>;

/// The bytes of a secret, overwritten at the end.
struct Secret
{
    Secret() = default;
    ~Secret() { OPENSSL_cleanse(bytes.data(), bytes.size()); }
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;

    std::array<std::uint8_t, kSecretBytes> bytes {};
};

Error failed(const char *what)
{
    return {Error::Code::Internal, std::string("Ed25519: cannot ") + what};
}

const unsigned char *bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

} // namespace

void SigningKey::Free::operator()(evp_pkey_st *key) const
{
    EVP_PKEY_free(key);
}

Result<SigningKey> SigningKey::make()
{
    return of(Handle(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519")));
}

Result<SigningKey> SigningKey::fromSecret(std::string_view secret)
{
    Secret raw;
    if (!readHex(secret, raw.bytes))
        return Error {Error::Code::Malformed, "it is no signing key"};
    return of(Handle(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, raw.bytes.data(),
                                                  raw.bytes.size())));
}

Result<SigningKey> SigningKey::of(Handle handle)
{
    SigningKey key;
    std::size_t size = key.m_public.size();
    if (!handle || EVP_PKEY_get_raw_public_key(handle.get(), key.m_public.data(), &size) != 1)
        return failed("make a key");
    key.m_handle = std::move(handle);
    return key;
}

Result<std::string> SigningKey::secret() const
{
    Secret raw;
    std::size_t size = raw.bytes.size();
    if (EVP_PKEY_get_raw_private_key(m_handle.get(), raw.bytes.data(), &size) != 1)
        return failed("give the key");
    return hexText(raw.bytes);
}

Result<Signature> SigningKey::sign(std::string_view message) const
{
    const Context context(EVP_MD_CTX_new());
    Signature signature {};
    std::size_t size = signature.size();
    if (EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, m_handle.get()) != 1
        || EVP_DigestSign(context.get(), signature.data(), &size, bytesOf(message), message.size())
            != 1)
        return failed("sign");
    return signature;
}

std::string keyName(const PublicKey &key)
{
    return hexText(key).substr(0, kNameDigits);
}

bool isSigned(std::string_view message, const Signature &signature, const PublicKey &by)
{
    struct FreeKey
    {
        void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    };
    const std::unique_ptr<EVP_PKEY, FreeKey> key(
        EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, by.data(), by.size()));
    const Context context(EVP_MD_CTX_new());
    return key && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1
        && EVP_DigestVerify(context.get(), signature.data(), signature.size(), bytesOf(message),
                            message.size())
        == 1;
}

} // namespace telltale
