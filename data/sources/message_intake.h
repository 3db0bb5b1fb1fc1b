#pragma once

#include "data/sources/raw_journal.h"
#include "data/telemetry/clock.h"
#include "data/telemetry/result.h"

#include <atomic>
#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>

namespace telltale {

/// A message as a client library hands it over.
struct ReceivedMessage
{
    std::string_view topic;
    std::string_view payload;
    int qos = 0;
    bool isRetained = false; ///< kept by the broker from earlier, not new
    bool isRedelivered = false; ///< DUP
    std::uint16_t packet = 0; ///< MQTT packet id; 0: QoS 0
};

/// What is done with a message before the broker hears that it arrived: one append to the raw
/// journal. While that still has room for what is on its way, the source disconnects, so that the
/// broker keeps the rest. What finds no room all the same is held in memory, within a limit and in
/// order; what does not fit there is counted as lost.
/// Thread  receive() on the client library's; the others from any.
class MessageIntake
{
public:
    static constexpr std::size_t kHeldBytes = 16U << 20U;

    MessageIntake(SourceId source, std::uint32_t payloadLimit, RawJournal &journal,
                  const Clock &clock);

    void receive(const ReceivedMessage &message) noexcept;

    /// Writes what is held, oldest first, then how many found no room.
    /// Errors  those of RawJournal::append; also if nothing was held, but the journal is running
    ///         out.
    Outcome flush();
    /// Into the journal: at `at` the connection came, with words.
    Outcome noteUp(Timestamp at, std::string_view words);
    /// The same: it went, and why.
    Outcome noteDown(Timestamp at, const Error &cause);

    /// Something is held, or soon would be: no more messages should be asked for.
    bool isBlocked() const { return isHolding() || m_journal.isRunningOut(); }
    std::uint64_t received() const { return m_received.load(std::memory_order_relaxed); }
    /// Messages that found no room, and the journal none to tell of them yet.
    std::uint64_t lost() const { return m_lost.load(std::memory_order_relaxed); }
    /// What is held counts as lost once nobody will flush it any more.
    void abandonHeld();
    /// The broker's own count of messages it dropped, where it publishes one.
    std::uint64_t brokerDropped() const { return m_brokerDropped.load(std::memory_order_relaxed); }

    /// Where the broker publishes that count.
    static constexpr std::string_view kBrokerDropped = "$SYS/broker/publish/messages/dropped";

private:
    struct Held
    {
        JournalRecord record;
        std::string topic;
        std::string payload;
    };

    bool isHolding() const { return m_isHolding.load(std::memory_order_acquire); }
    void append(const JournalRecord &record);
    void hold(const JournalRecord &record);
    Outcome noteLost();
    Outcome note(JournalRecord record, Timestamp at, std::string_view words);

    SourceId m_source;
    std::uint32_t m_payloadLimit;
    RawJournal &m_journal;
    const Clock &m_clock;
    std::atomic<std::uint64_t> m_received = 0;
    std::atomic<std::uint64_t> m_lost = 0;
    std::atomic<std::uint64_t> m_brokerDropped = 0;
    std::atomic<bool> m_isHolding = false;
    std::mutex m_heldMutex;
    std::deque<Held> m_held;
    std::size_t m_heldBytes = 0;
};

} // namespace telltale
