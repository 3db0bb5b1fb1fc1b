#pragma once

#include "data/alarms/alarm_service.h"

#include <QTemporaryDir>

#include <atomic>
#include <future>

namespace telltale::test {

/// A clock that any thread may read while the test moves it.
class SharedClock final : public Clock
{
public:
    Timestamp now() const override { return timestampFromMicroseconds(m_now.load()); }
    std::chrono::microseconds steady() const override
    {
        return std::chrono::microseconds {m_now.load() - m_stepped.load()};
    }
    void advance(std::chrono::microseconds by) { m_now += by.count(); }
    /// Somebody sets the wall clock; the monotonic one goes on.
    void step(std::chrono::microseconds by)
    {
        m_stepped += by.count();
        m_now += by.count();
    }

private:
    std::atomic<std::int64_t> m_stepped {0};
    std::atomic<std::int64_t> m_now {1'790'000'000'000'000};
};

using Lines = std::vector<std::string>;
bool contains(const Lines &lines, const std::string &line);
std::size_t count(const Lines &lines, const std::string &line);

/// A rule with everything that makes it more than a draft.
AlarmRule limitRule(const std::string &id, const std::string &tag, double limit);

/// An alarm service in a folder of its own, with one limit rule `hi` on tag `T` (80, unit bar), or
/// those that are given.
struct ServiceBench
{
    /// The clock begins `later` than that of a bench made without it.
    explicit ServiceBench(const QString &folder, std::chrono::seconds later = {},
                          RuleSet rules = {{}, {limitRule("hi", "T", 80.0)}});

    /// Ends the service and starts another on the same files.
    void restart();
    /// `ago`: how old it is when it arrives.
    void sample(const char *tag, double value, std::chrono::microseconds ago = {});
    /// An empty batch: wakes the service after the clock was moved.
    void poke();
    /// Time passes, and the service is woken.
    void pass(std::chrono::microseconds time);
    AlarmAnswer act(AlarmAction::Kind kind, const std::string &alarm, std::uint64_t occurrence = 0,
                    const std::string &text = {});
    AlarmAnswer act(AlarmAction action);
    std::vector<AlarmRow> rows() const { return board.snapshot()->rows; }
    /// State word of an alarm in the published list; NORM if it is not there.
    std::string shown(const std::string &alarm) const;
    /// Every stored entry, and "TYPE alarm" of each.
    std::vector<AlarmJournalEntry> entries() const;
    Lines stored() const;
    AlarmOutbox outbox() const;

    AlarmService::Options options;
    SharedClock clock;
    TagRegistry registry;
    AlarmBoard board;
    std::unique_ptr<AlarmService> service;
};

} // namespace telltale::test
