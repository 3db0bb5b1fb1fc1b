#pragma once

#include "data/notify/notifier.h"
#include "data/telemetry/live_values.h"
#include "tests/support/fixed_credentials.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace telltale::bench {

/// An alarm service at rated load: ten thousand tags with a rule each, and tags that are there to
/// alarm: probes one by one, others in a burst. Notifications have no channel, as without a
/// configuration.
/// Thread  open() and close() from one; feed() from one, which may be another.
class AlarmRig
{
public:
    enum class Rules { None, Rated };
    static constexpr int kProbes = 120;
    static constexpr int kBurst = 5'000;
    static constexpr std::chrono::milliseconds kEvery {20}; ///< a batch
    static constexpr std::size_t kBatch = 1'000; ///< samples: 50,000/s

    /// Opens in `folder` and waits until the rules are stored.
    bool open(const std::string &folder, Rules rules);
    void close();

    /// Samples that come for so long; `alarms` are those of batch number n that are beyond their
    /// limit, in the place of others. False: the rate was not held.
    using Alarms = std::function<std::vector<TagId>(int n)>;
    bool feed(std::chrono::milliseconds time, const Alarms &alarms = {});

    TagId probe(int number) const { return m_probes[static_cast<std::size_t>(number)]; }
    TagId burst(int number) const { return m_burst[static_cast<std::size_t>(number)]; }

    TagRegistry registry;
    LiveValues live;
    AlarmBoard board;

private:
    SampleBatchPtr batch(const std::vector<TagId> &alarms);
    bool waitUntilStored();

    test::FixedCredentials m_credentials;
    ProblemList m_problems;
    std::unique_ptr<AlarmService> m_service;
    std::unique_ptr<Notifier> m_notifier;
    std::vector<TagId> m_ordinary;
    std::vector<TagId> m_probes;
    std::vector<TagId> m_burst; ///< of four priorities, mixed
    std::uint64_t m_count = 0; ///< ordinary samples
    JournalPosition m_position;
};

} // namespace telltale::bench
