#pragma once

#include "data/history/gap.h"
#include "data/telemetry/device_tags.h"
#include "data/telemetry/sample_batch.h"
#include "data/telemetry/tag_registry.h"

#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace telltale {

/// What a message says of a device beside samples.
struct DeviceWord
{
    enum class Kind : std::uint8_t {
        Goodbye, ///< the device went, or its last will came
        Rejected ///< its payload could not be decoded, or was refused
    };
    Kind kind = Kind::Goodbye;
    std::string asset; ///< of a goodbye
    TagId tag; ///< of what was rejected: one that earlier messages of its topic gave
    std::size_t before = 0; ///< samples of the batch that came earlier
    Timestamp at {}; ///< arrival
};

/// Finds the gaps of devices: silent since a goodbye, or for longer than their cadence allows, and
/// payloads rejected. Time is what the journal says, by event and arrival times of its records: it
/// gives the same gaps however late and fast it is read. Time in which nobody listened - program
/// off, source down - makes nobody silent.
/// Thread  one.
/// Shape   a gap's tag is the first of its device (DeviceTags) and stands for all of them; the
///         rejected payloads of at most kMostRejected devices are followed.
/// Source  HistoryStage, item by item.
class SilenceTracker
{
public:
    static constexpr std::size_t kMostRejected = 1000;
    static constexpr std::size_t kMostAtOnce = 2000; ///< devices that fall silent in one step
    static constexpr std::size_t kMostRecalled = 20; ///< each costs look-ups on disk

    explicit SilenceTracker(const TagRegistry &registry)
        : m_registry(registry)
    { }
    /// A gap that an earlier life left open.
    void adopt(const HistoryGap &gap);
    /// Event times of the newest samples of a tag up to a time, oldest first, in us.
    using TimesOf = std::function<std::vector<std::int64_t>(TagId tag, std::int64_t until)>;
    /// What earlier lives heard, the last of which ended at `heardUntil`: the newest sample of each
    /// tag, and who knows those before. Asked once of a device that says nothing, or too little to
    /// have a cadence, some time after the start; of kMostRecalled in a second, and of none whose
    /// newest sample was a day old then.
    void remember(std::span<const Sample> lastValues, Timestamp heardUntil, TimesOf timesOf);
    /// Goes on by a piece of the journal: first its samples and words, then `outages`, which came
    /// behind them, then the time `heardUntil`. Gaps that began are open, those that ended come
    /// once more with their end.
    std::vector<HistoryGap> take(const SampleBatch &batch, std::span<const DeviceWord> words,
                                 std::span<const HistoryGap> outages, Timestamp heardUntil);

private:
    static constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::min();

    /// Times in microseconds.
    struct Device
    {
        TagId first;
        TagId remembered; ///< whose times in history are its rhythm; invalid: none, or asked
        std::int64_t last = kNever; ///< newest event time
        std::int64_t arrival = kNever; ///< of the newest sample
        std::int64_t cadence = 0; ///< the longest distance that is usual
        std::int64_t silentSince = kNever; ///< begin of the open gap
        std::uint8_t steps = 0; ///< known of its cadence, as far as they are needed

        std::int64_t patience() const;
        bool knowsCadence() const; ///< else only a goodbye tells that it is silent
        void learnStep(std::int64_t step);
        bool isLive() const;
    };
    struct Rejection
    {
        std::int64_t from = 0;
        std::int64_t to = 0; ///< of the newest end; the largest: it goes on
        TagId tag; ///< whose next sample ends it; invalid: any of the device
        bool isOpen() const { return to == std::numeric_limits<std::int64_t>::max(); }
    };

    void takeSample(const SampleBatch &batch, std::size_t index);
    void spoke(Device &device, std::int64_t time, std::int64_t arrival);
    void takeWord(const DeviceWord &word);
    void sayGoodbye(const DeviceWord &word);
    void reject(const DeviceWord &word);
    void endRejection(const Device &device, TagId tag, std::int64_t time, std::int64_t arrival);
    void noteOutage(const HistoryGap &gap);
    void lookAround(Timestamp heardUntil);
    bool mayBeSilent(const Device &device, std::int64_t now) const;
    void recall(Device &device) const;
    void begin(Device &device, std::int64_t since);
    void tell(HistoryGap::Cause cause, TagId tag, std::int64_t from, std::int64_t to);
    /// The device of a tag; null: one of the program's own.
    Device *deviceOf(TagId tag);
    void addTags();
    /// Since when somebody listens to a device.
    std::int64_t listenedSince(const Device &device) const;
    void learn(Device &device, std::int64_t time) const;

    const TagRegistry &m_registry;
    TimesOf m_timesOf;
    DeviceTags m_tags;
    std::vector<std::uint32_t> m_deviceAt; ///< by tag: place in m_devices; kNone: our own
    std::vector<Device> m_devices;
    std::map<TagId, Rejection> m_rejections; ///< by device; running or ended lately
    std::set<SourceId> m_down;
    std::map<SourceId, std::int64_t> m_upSince;
    std::int64_t m_programSince = kNever; ///< since when it listens
    std::int64_t m_heardUntil = kNever;
    std::int64_t m_lookedAt = kNever;
    std::vector<HistoryGap> m_found; ///< by the take() that runs
};

} // namespace telltale
