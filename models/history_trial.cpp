#include "models/history_trial.h"

#include "models/trial_links.h"

#include "data/history/chunk_codec.h"
#include "data/telemetry/tag_registry.h"

#include <algorithm>

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kMostAtOnce = 200'000; ///< samples in memory
constexpr std::chrono::microseconds kFirstSpan = 1h;
constexpr std::chrono::microseconds kLongestSpan = 7 * 24h;
constexpr std::chrono::microseconds kShortestSpan = 1ms;
constexpr std::chrono::microseconds kLeastBefore = 1h;

/// So long before the range the rule must be watched to be as it was when the range began.
std::chrono::microseconds timeBefore(const std::vector<AlarmRule> &forms)
{
    double seconds = 0.0;
    for (const AlarmRule &rule : forms)
        seconds = std::max(seconds,
                           rule.onDelaySeconds + rule.offDelaySeconds + rule.windowSeconds
                               + rule.timeoutSeconds);
    constexpr double kMost = 30.0 * 86'400.0;
    return std::max(kLeastBefore,
                    std::chrono::microseconds(toAlarmTime(std::min(2.0 * seconds, kMost))));
}

/// Reads the inputs of a trial side by side and feeds it in order of time.
class Feeder
{
public:
    Feeder(HistoryReader &reader, const TagRegistry &tags, RuleTrial &trial,
           const CancelFlag &cancel)
        : m_reader(reader)
        , m_trial(trial)
        , m_cancel(cancel)
    {
        for (const std::string &path : trial.inputs())
            m_tags.push_back(tags.find(path));
    }

    std::uint64_t samples() const { return m_samples; }

    /// The last values before, as if they came then.
    Outcome prime(Timestamp begin)
    {
        for (std::size_t input = 0; input < m_tags.size(); ++input) {
            if (!m_tags[input].isValid())
                continue;
            const Result<std::optional<Sample>> last = m_reader.valueAt(m_tags[input], begin);
            if (!last.ok())
                return last.error();
            if (last.value())
                feed(input, *last.value(), toMicroseconds(begin));
        }
        return {};
    }

    /// Up to the end, or as far as the trial wants; returns where that was.
    Result<Timestamp> run(TimeRange range, TrialLinks &links,
                          const std::function<void(double)> &progress)
    {
        Timestamp at = range.from;
        std::chrono::microseconds span = kFirstSpan;
        while (at < range.to && !m_trial.isFull()) {
            const Timestamp end = std::min(at + span, range.to);
            const Result<bool> isWhole = read({at, end});
            if (!isWhole.ok())
                return isWhole.error();
            if (!isWhole.value() && span > kShortestSpan) {
                span = std::max(span / 4, kShortestSpan);
                continue;
            }
            at = feedAll(links) ? end : timestampFromMicroseconds(m_fedUpTo);
            progress(static_cast<double>((at - range.from).count())
                     / static_cast<double>((range.to - range.from).count()));
            if (m_waiting.size() < kMostAtOnce / 4)
                span = std::min(2 * span, kLongestSpan);
        }
        return at;
    }

    /// From the first to the last of the samples that it could not read.
    Result<std::optional<TimeRange>> rolledUp(TimeRange range)
    {
        std::optional<TimeRange> found;
        const auto take = [&found, range](const ChunkSummary &rollUp) {
            const Timestamp first = std::max(timestampFromMicroseconds(rollUp.first), range.from);
            const Timestamp last = std::min(timestampFromMicroseconds(rollUp.last), range.to);
            found = found ? TimeRange {std::min(found->from, first), std::max(found->to, last)}
                          : TimeRange {first, last};
            return true;
        };
        for (const TagId tag : m_tags) {
            if (!tag.isValid())
                continue;
            if (const Outcome read = m_reader.rollUps(tag, range, take, &m_cancel); !read.ok())
                return read.error();
        }
        return found;
    }

private:
    struct Waiting
    {
        std::size_t input;
        Sample sample;
    };

    /// False: more than there is room for.
    Result<bool> read(TimeRange range)
    {
        m_waiting.clear();
        for (std::size_t input = 0; input < m_tags.size(); ++input) {
            if (!m_tags[input].isValid())
                continue;
            const auto take = [this, input](const Sample &sample) {
                m_waiting.push_back({input, sample});
                return m_waiting.size() < kMostAtOnce;
            };
            if (const Outcome read = m_reader.scan(m_tags[input], range, take, &m_cancel);
                !read.ok())
                return read.error();
            if (m_waiting.size() >= kMostAtOnce)
                return false;
        }
        if (m_cancel.isCancelled())
            return Error {Error::Code::Cancelled, "not wanted any more"};
        return true;
    }

    /// False: the trial wants no more, or nobody wants it.
    bool feedAll(TrialLinks &links)
    {
        std::stable_sort(
            m_waiting.begin(), m_waiting.end(),
            [](const Waiting &a, const Waiting &b) { return a.sample.time < b.sample.time; });
        m_samples += m_waiting.size();
        for (const Waiting &next : m_waiting) {
            if (m_trial.isFull() || m_cancel.isCancelled())
                return false;
            m_fedUpTo = toMicroseconds(next.sample.time);
            links.tellUpTo(m_fedUpTo);
            feed(next.input, next.sample, m_fedUpTo);
        }
        return true;
    }

    void feed(std::size_t input, const Sample &sample, AlarmTime time)
    {
        m_trial.sample(
            input, alarmSampleOf(time, sample.value, sample.quality, sample.flags, &sample.side));
    }

    HistoryReader &m_reader;
    RuleTrial &m_trial;
    const CancelFlag &m_cancel;
    std::vector<TagId> m_tags; ///< by input
    std::vector<Waiting> m_waiting;
    AlarmTime m_fedUpTo = 0;
    std::uint64_t m_samples = 0;
};

} // namespace

Result<HistoryTrialResult> tryOnHistory(HistoryReader &reader, const TagRegistry &tags,
                                        const HistoryTrial &asked, const CancelFlag &cancel,
                                        const std::function<void(double)> &progress)
{
    const Result<TimeRange> extent = reader.extent();
    if (!extent.ok())
        return extent.error();
    HistoryTrialResult result;
    result.range = {std::max(asked.range.from, extent->from), std::min(asked.range.to, extent->to)};
    if (result.range.from >= result.range.to) {
        result.range.to = result.range.from;
        result.occurrences.resize(asked.forms.size());
        return result;
    }
    const TimeRange told {std::max(extent->from, result.range.from - timeBefore(asked.forms)),
                          result.range.to};
    const Result<std::vector<HistoryGap>> gaps = reader.gaps(told);
    if (!gaps.ok())
        return gaps.error();
    RuleTrial trial({.forms = asked.forms,
                     .tags = asked.tags,
                     .others = asked.others,
                     .sourceOf =
                         [&tags](const std::string &path) {
                             const TagId tag = tags.find(path);
                             return tag.isValid() ? tags.source(tag) : SourceId {};
                         },
                     .begin = toMicroseconds(told.from),
                     .from = toMicroseconds(result.range.from)});
    TrialLinks links(trial, gaps.value());
    Feeder feeder(reader, tags, trial, cancel);
    if (const Outcome primed = feeder.prime(told.from); !primed.ok())
        return primed.error();
    const Result<Timestamp> reached = feeder.run(told, links, progress);
    if (!reached.ok())
        return reached.error();
    result.isCut = trial.isFull();
    result.range.to = reached.value();
    const Result<std::optional<TimeRange>> rolledUp = feeder.rolledUp(result.range);
    if (!rolledUp.ok())
        return rolledUp.error();
    result.rolledUp = rolledUp.value();
    links.tellUpTo(toMicroseconds(reached.value()) - 1);
    result.occurrences = trial.finish(toMicroseconds(reached.value()));
    result.samples = feeder.samples();
    return result;
}

} // namespace telltale
