#pragma once

#include "data/telemetry/result.h"

#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace telltale {

/// The keychain of the system, and in memory what it did not take: a password typed where there is
/// no keychain serves until the program ends, and is wiped then. A keychain that failed is not
/// asked for passwords again for a while, so that no attempt of a connection waits for it.
/// Thread  any but the GUI's; waits as long as the keychain does.
class SessionKeychain
{
public:
    struct System
    {
        std::function<Result<std::string>(const std::string &key)> read;
        std::function<Outcome(const std::string &key, const std::string &secret)> write;
    };

    static constexpr std::chrono::minutes kRest {1};

    explicit SessionKeychain(System system, std::chrono::milliseconds rest = kRest);
    ~SessionKeychain();
    SessionKeychain(const SessionKeychain &) = delete;
    SessionKeychain &operator=(const SessionKeychain &) = delete;

    /// Errors  NotFound (no such entry), else what the keychain said, now or a while ago.
    Result<std::string> read(const std::string &key);
    /// Errors  why the keychain did not take it: it is kept for this session then.
    Outcome write(const std::string &key, const std::string &secret);
    /// Why it is kept for this session only; nothing: it is not. Waits for nobody.
    std::optional<Error> unkept(const std::string &key) const;

private:
    struct Kept
    {
        std::string secret;
        Error why; ///< the keychain did not take it
    };

    std::optional<Result<std::string>> known(const std::string &key);
    void note(const Outcome &answer);
    void forget(const std::string &key);

    const System m_system;
    const std::chrono::milliseconds m_rest;
    mutable std::mutex m_mutex;
    std::map<std::string, Kept> m_kept; ///< by key
    std::optional<Error> m_fault; ///< of the last answer
    std::chrono::steady_clock::time_point m_askAgain; ///< with m_fault
};

} // namespace telltale
