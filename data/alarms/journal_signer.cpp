#include "data/alarms/journal_signer.h"

#include "data/alarms/chain_walk.h"
#include "data/alarms/head_check.h"
#include "data/telemetry/timestamp_text.h"

#include <algorithm>
#include <utility>

namespace telltale {
namespace {

constexpr std::uint64_t kStretch = 5'000; ///< entries, after which it rests ...
constexpr std::chrono::milliseconds kRest {20}; ///< ... so long
constexpr std::size_t kDayLetters = 10; ///< of an ISO time

Error tooLate()
{
    return {Error::Code::NoKeychain, "the program ends: the keychain is not asked"};
}

const char *wordOf(JournalSigner::Why why)
{
    switch (why) {
    case JournalSigner::Why::Day:
        return "day";
    case JournalSigner::Why::Export:
        return "export";
    case JournalSigner::Why::Stop:
        break;
    }
    return "stop";
}

} // namespace

JournalSigner::JournalSigner(std::string folder, JournalKeyDoor door, const Clock &clock)
    : m_folder(std::move(folder))
    , m_door(std::move(door))
    , m_clock(clock)
{ }

JournalSigner::~JournalSigner()
{
    stop({});
    if (m_thread.joinable())
        m_thread.join();
}

void JournalSigner::start(std::optional<std::uint64_t> last)
{
    m_hasEnded = false;
    m_thread = std::thread([this, last] { run(last); });
}

void JournalSigner::stored(const std::string &store, const JournalPoint &end, Why why)
{
    const std::string day = isoText(m_clock.now()).substr(0, kDayLetters);
    const std::lock_guard lock(m_mutex);
    const bool isAgainDue = m_trust.notSigned && m_clock.steady() >= m_again;
    const bool isNew = store != m_seenStore || day != m_seenDay || isAgainDue;
    if (end.sequence == 0 || (why == Why::Day && !isNew))
        return;
    m_seenStore = store;
    m_seenDay = day;
    m_due = Due {store, end, m_due ? std::max(why, m_due->why) : why, m_journal};
    m_wake.notify_all();
}

std::uint64_t JournalSigner::signedUpTo(const std::string &store) const
{
    const std::lock_guard lock(m_mutex);
    return store == m_signedStore ? m_signedUpTo : 0;
}

Outcome JournalSigner::setAside(Timestamp now)
{
    const std::lock_guard fileLock(m_fileMutex);
    {
        const std::lock_guard lock(m_mutex);
        ++m_journal;
        m_due.reset();
        m_owed = Why::Day;
        m_seenStore.clear();
    }
    return JournalHeads::setAside(m_folder, now);
}

JournalTrust JournalSigner::trust() const
{
    const std::lock_guard lock(m_mutex);
    return m_trust;
}

void JournalSigner::endCheck()
{
    m_checkEnds.cancel();
    std::unique_lock lock(m_mutex);
    m_wake.notify_all();
    m_wake.wait(lock, [this] { return !m_isLooking; });
}

void JournalSigner::stop(std::chrono::milliseconds patience)
{
    endCheck();
    std::unique_lock lock(m_mutex);
    m_isStopping = true;
    m_wake.notify_all();
    m_wake.wait_for(lock, patience, [this] { return m_hasEnded; });
}

void JournalSigner::run(std::optional<std::uint64_t> last)
{
    std::unique_lock lock(m_mutex);
    check(lock, last);
    for (;;) {
        m_wake.wait(lock, [this] { return m_due || m_isStopping; });
        if (!m_due)
            break;
        signDue(lock);
    }
    m_hasEnded = true;
    m_wake.notify_all();
}

/// Heads are soon looked at; the chain takes its time, and what is due is signed meanwhile.
void JournalSigner::check(std::unique_lock<std::mutex> &lock, std::optional<std::uint64_t> last)
{
    std::string fault;
    std::optional<ChainWalk> walk;
    const auto begin = [this, last, &fault, &walk] {
        const Result<HeadCheck> heads = checkHeads(m_folder, &m_checkEnds, last);
        if (heads)
            fault = heads->gravest();
        if (Result<ChainWalk> opened = ChainWalk::open(m_folder))
            walk.emplace(std::move(opened).value());
    };
    if (!look(lock, begin))
        return;
    m_trust.fault = fault;
    bool goesOn = walk.has_value();
    const auto goOn = [this, &fault, &walk, &goesOn] {
        const Result<bool> more = walk->next(kStretch, &m_checkEnds);
        goesOn = more && more.value();
        if (!more && more.error().code == Error::Code::Damaged)
            fault = more.error().detail;
    };
    while (goesOn && look(lock, goOn)) {
        m_wake.wait_for(lock, kRest, [this] { return m_due || m_checkEnds.isCancelled(); });
        if (m_due)
            signDue(lock);
    }
    m_trust.fault = fault;
}

/// False: nothing is to be read any more.
bool JournalSigner::look(std::unique_lock<std::mutex> &lock, const std::function<void()> &work)
{
    if (m_checkEnds.isCancelled())
        return false;
    m_isLooking = true;
    lock.unlock();
    work();
    lock.lock();
    m_isLooking = false;
    m_wake.notify_all();
    return true;
}

void JournalSigner::signDue(std::unique_lock<std::mutex> &lock)
{
    Due due = *std::exchange(m_due, std::nullopt);
    due.why = std::max(due.why, m_owed);
    const bool mayWait = !m_isStopping && due.why != Why::Stop;
    lock.unlock();
    const Result<std::uint64_t> done = sign(due, isoText(m_clock.now()), mayWait);
    lock.lock();
    if (due.journal != m_journal)
        return;
    m_trust.notSigned.reset();
    if (done) {
        m_signedStore = due.store;
        m_signedUpTo = done.value();
        m_owed = Why::Day;
    } else {
        m_owed = due.why;
        m_trust.notSigned = done.error();
        m_again = m_clock.steady() + kTryAgain;
    }
}

/// The entry of the newest head there is then.
Result<std::uint64_t> JournalSigner::sign(const Due &due, const std::string &time, bool mayWait)
{
    if (Outcome taken = takeKey(mayWait); !taken)
        return taken.error();
    const std::lock_guard lock(m_fileMutex);
    if (isSetAside(due))
        return Error {Error::Code::Cancelled, "its journal was set aside"};
    Result<JournalHeads> heads = JournalHeads::read(m_folder);
    if (!heads)
        return heads.error();
    SignedHead head {due.store, due.end, time, wordOf(due.why), m_key->publicKey(), {}};
    const SignedHead *newest = heads->newestOf(due.store);
    const bool isOfToday = newest && newest->day() == head.day() && newest->isSound()
        && newest->at.sequence <= due.end.sequence;
    if (due.why == Why::Day && isOfToday)
        return newest->at.sequence;
    const Result<Signature> signature = m_key->sign(head.message());
    if (!signature)
        return signature.error();
    head.signature = signature.value();
    heads->add(std::move(head));
    if (const Outcome written = heads->write(m_folder); !written)
        return written.error();
    return due.end.sequence;
}

bool JournalSigner::isSetAside(const Due &due) const
{
    const std::lock_guard lock(m_mutex);
    return due.journal != m_journal;
}

/// At the end somebody waits: a keychain, which may be locked or slow, is not asked then.
Outcome JournalSigner::takeKey(bool mayWait)
{
    if (m_key)
        return {};
    const Result<JournalHeads> heads = JournalHeads::read(m_folder);
    if (!heads)
        return heads.error();
    const SignedHead *newest = heads->newest();
    const bool isShut = !mayWait && m_door.find;
    if (isShut && !newest) // a key that is made now belongs into the keychain
        return tooLate();
    const JournalKeyDoor shut {[] { return Result<std::string>(tooLate()); }, {}};
    Result<SigningKey> key = takeSigningKey(m_folder, isShut ? shut : m_door,
                                            newest ? std::optional(newest->key) : std::nullopt);
    if (!key)
        return key.error();
    m_key.emplace(std::move(key).value());
    return {};
}

} // namespace telltale
