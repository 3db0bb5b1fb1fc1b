#pragma once

#include "data/alarms/journal_heads.h"
#include "data/alarms/journal_key.h"
#include "data/telemetry/cancel_flag.h"
#include "data/telemetry/clock.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace telltale {

/// What is known of an alarm journal that is in use.
struct JournalTrust
{
    std::string fault; ///< found at the start: not as it was written; empty: nothing was
    std::optional<Error> notSigned; ///< why its newest heads are not
};

/// Signs the end of the alarm journal once a day (UTC), after each export and at an orderly end,
/// and looks at the start whether heads and chain hold. All that on a thread of its own, which may
/// wait for a keychain or a disk; nobody waits for it but stop(). Thread  any.
class JournalSigner
{
public:
    enum class Why { Day, Export, Stop }; ///< the weakest first
    static constexpr std::chrono::minutes kTryAgain {1}; ///< what could not be signed

    /// The clock outlives it.
    JournalSigner(std::string folder, JournalKeyDoor door, const Clock &clock);
    ~JournalSigner(); ///< waits for a keychain that does not answer

    /// The journal is there, if it ever was, and ended with this entry before anybody wrote;
    /// nothing: that is not known.
    void start(std::optional<std::uint64_t> last);
    /// It ends like this now, durably.
    void stored(const std::string &store, const JournalPoint &end, Why why);
    /// Up to this entry of this journal heads are signed and durable.
    std::uint64_t signedUpTo(const std::string &store) const;
    /// The journal begins anew in another file; the heads go with the old one.
    Outcome setAside(Timestamp now);
    JournalTrust trust() const;
    /// Nothing is read any more that somebody may want to put away.
    void endCheck();
    /// Signs what is due, unless the keychain had to be asked for the key. What takes longer is
    /// waited for by the destructor.
    void stop(std::chrono::milliseconds patience);

private:
    struct Due
    {
        std::string store;
        JournalPoint end;
        Why why = Why::Day;
        std::uint64_t journal = 0; ///< m_journal then
    };

    void run(std::optional<std::uint64_t> last);
    void check(std::unique_lock<std::mutex> &lock, std::optional<std::uint64_t> last);
    bool look(std::unique_lock<std::mutex> &lock, const std::function<void()> &work);
    void signDue(std::unique_lock<std::mutex> &lock);
    Result<std::uint64_t> sign(const Due &due, const std::string &time, bool mayWait);
    bool isSetAside(const Due &due) const;
    Outcome takeKey(bool mayWait);

    const std::string m_folder;
    const JournalKeyDoor m_door;
    const Clock &m_clock;

    std::mutex m_fileMutex; ///< the file of the heads; taken before m_mutex
    std::optional<SigningKey> m_key; ///< the thread's
    CancelFlag m_checkEnds;

    mutable std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_wake;
    std::optional<Due> m_due;
    Why m_owed = Why::Day; ///< what could not be signed when it was due
    std::uint64_t m_journal = 0; ///< counts those that were set aside
    std::string m_seenStore; ///< of what was due last
    std::string m_seenDay; ///< likewise
    std::chrono::microseconds m_again {}; ///< steady time, with m_trust.notSigned
    std::string m_signedStore;
    std::uint64_t m_signedUpTo = 0; ///< of m_signedStore
    JournalTrust m_trust;
    bool m_isLooking = false; ///< something is being read
    bool m_isStopping = false;
    bool m_hasEnded = true;
    std::thread m_thread;
};

} // namespace telltale
