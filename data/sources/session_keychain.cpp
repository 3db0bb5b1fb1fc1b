#include "data/sources/session_keychain.h"

#include "data/storage/owner_file.h"

#include <utility>

namespace telltale {

SessionKeychain::SessionKeychain(System system, std::chrono::milliseconds rest)
    : m_system(std::move(system))
    , m_rest(rest)
{ }

SessionKeychain::~SessionKeychain()
{
    for (auto &[key, kept] : m_kept)
        wipe(kept.secret);
}

Result<std::string> SessionKeychain::read(const std::string &key)
{
    if (std::optional<Result<std::string>> answer = known(key))
        return *std::move(answer);
    Result<std::string> secret = m_system.read(key);
    const bool hasAnswered = secret || secret.error().code == Error::Code::NotFound;
    note(hasAnswered ? Outcome() : Outcome(secret.error()));
    return secret;
}

/// A person waits for it, who may just have unlocked the keychain: it is asked in any case.
Outcome SessionKeychain::write(const std::string &key, const std::string &secret)
{
    const Outcome written = m_system.write(key, secret);
    note(written);
    forget(key);
    if (!written) {
        const std::lock_guard lock(m_mutex);
        m_kept[key] = {secret, written.error()};
    }
    return written;
}

std::optional<Error> SessionKeychain::unkept(const std::string &key) const
{
    const std::lock_guard lock(m_mutex);
    const auto kept = m_kept.find(key);
    return kept == m_kept.end() ? std::nullopt : std::optional(kept->second.why);
}

/// What needs no asking.
std::optional<Result<std::string>> SessionKeychain::known(const std::string &key)
{
    const std::lock_guard lock(m_mutex);
    if (const auto kept = m_kept.find(key); kept != m_kept.end())
        return Result<std::string>(kept->second.secret);
    if (m_fault && std::chrono::steady_clock::now() < m_askAgain)
        return Result<std::string>(*m_fault);
    return std::nullopt;
}

void SessionKeychain::note(const Outcome &answer)
{
    const std::lock_guard lock(m_mutex);
    m_fault.reset();
    if (!answer)
        m_fault = answer.error();
    m_askAgain = std::chrono::steady_clock::now() + m_rest;
}

void SessionKeychain::forget(const std::string &key)
{
    const std::lock_guard lock(m_mutex);
    const auto kept = m_kept.find(key);
    if (kept == m_kept.end())
        return;
    wipe(kept->second.secret);
    m_kept.erase(kept);
}

} // namespace telltale
