#include "data/pipeline/silence_tracker.h"

#include "data/pipeline/gap_tracker.h"
#include "data/telemetry/future_limit.h"
#include "data/telemetry/patience.h"

#include <algorithm>
#include <utility>

namespace telltale {
namespace {

constexpr std::int64_t kSecond = 1'000'000;
constexpr std::int64_t kLate = 60 * kSecond; ///< when it came: sent from what a device had kept
constexpr std::int64_t kNotListening = 60 * kSecond; ///< nothing in the journal, not even our own
constexpr std::int64_t kRunsTogether = 60 * kSecond; ///< rejections so near are one gap
/// A source that is lost without a word takes all its devices along: it is noticed first.
constexpr std::int64_t kUnnoticed = std::chrono::microseconds(GapTracker::kUnnoticed).count();
constexpr std::chrono::hours kLongGone {24}; ///< a device quiet for so long is known to be
constexpr std::int64_t kLeastPatience = 10 * kSecond; ///< of patienceOf()
constexpr std::int64_t kOpen = std::numeric_limits<std::int64_t>::max();
constexpr std::uint8_t kStepsForCadence = 3;
constexpr std::int64_t kForgets = 64; ///< steps
constexpr std::int64_t kLongestStep = 2; ///< cadences; more is a pause, and says little

/// When a gap ends by a sample; what a device had kept since before is late.
std::int64_t backAt(std::int64_t gapBegan, std::int64_t time, std::int64_t arrival)
{
    return time > gapBegan ? time : std::max(arrival, gapBegan);
}

/// Whether nothing came from a source because it was not connected, for whatever cause.
bool isOfSource(HistoryGap::Cause cause)
{
    using Cause = HistoryGap::Cause;
    return cause == Cause::SourceDisconnected || cause == Cause::SwitchedOff
        || cause == Cause::NameUnknown || cause == Cause::TlsFailed || cause == Cause::SignInRefused
        || cause == Cause::NotPermitted;
}

static_assert(toMicroseconds(Timestamp::max()) == kOpen);

} // namespace

std::int64_t SilenceTracker::Device::patience() const
{
    const std::int64_t known = knowsCadence() ? cadence : 0;
    return patienceOf(std::chrono::microseconds(known)).count();
}

bool SilenceTracker::Device::knowsCadence() const
{
    return steps >= kStepsForCadence;
}

/// Grows quickly, so that a device that speaks in bursts is silent a few times at most, and fades
/// slowly.
void SilenceTracker::Device::learnStep(std::int64_t step)
{
    if (!knowsCadence()) {
        ++steps;
        cadence = std::max(cadence, step);
    } else if (step <= cadence) {
        cadence -= (cadence - step) / kForgets;
    } else {
        cadence = std::min(step, cadence * kLongestStep);
    }
}

/// What it sends is of now.
bool SilenceTracker::Device::isLive() const
{
    return last != kNever && arrival - last <= std::max(patience(), kLate);
}

void SilenceTracker::adopt(const HistoryGap &gap)
{
    if (gap.range.to != Timestamp::max())
        return;
    const std::int64_t from = toMicroseconds(gap.range.from);
    if (!gap.tag.isValid())
        noteOutage(gap);
    else if (gap.cause == HistoryGap::Cause::PayloadRejected)
        m_rejections[gap.tag] = {from, kOpen, {}};
    else if (gap.cause != HistoryGap::Cause::DeviceSilent)
        return;
    else if (Device *device = deviceOf(gap.tag))
        device->silentSince = from;
}

/// A tag that says that its device lived, before one that a broker had kept; else the newest.
void SilenceTracker::remember(std::span<const Sample> lastValues, Timestamp heardUntil,
                              TimesOf timesOf)
{
    m_timesOf = std::move(timesOf);
    m_heardUntil = toMicroseconds(heardUntil);
    std::map<TagId, std::pair<bool, Timestamp>> best; // by first tag of a device
    for (const Sample &sample : lastValues) {
        Device *device = deviceOf(sample.tag);
        if (!device || sample.time < heardUntil - kLongGone)
            continue;
        const std::pair newest {sample.flags.isSignOfLife(), sample.time};
        const auto [known, isNew] = best.try_emplace(device->first, newest);
        if (!isNew && newest <= known->second)
            continue;
        known->second = newest;
        device->remembered = sample.tag;
        device->arrival = m_heardUntil;
    }
}

std::vector<HistoryGap> SilenceTracker::take(const SampleBatch &batch,
                                             std::span<const DeviceWord> words,
                                             std::span<const HistoryGap> outages,
                                             Timestamp heardUntil)
{
    auto word = words.begin();
    for (std::size_t i = 0; i < batch.size(); ++i) {
        for (; word != words.end() && word->before <= i; ++word)
            takeWord(*word);
        takeSample(batch, i);
    }
    for (; word != words.end(); ++word)
        takeWord(*word);
    for (const HistoryGap &outage : outages) {
        if (!outage.tag.isValid())
            noteOutage(outage);
    }
    lookAround(heardUntil);
    return std::exchange(m_found, {});
}

void SilenceTracker::takeSample(const SampleBatch &batch, std::size_t index)
{
    const SampleFlags flags = batch.flags()[index];
    if (!flags.isSignOfLife())
        return;
    const TagId tag = batch.tags()[index];
    Device *device = deviceOf(tag);
    if (!device)
        return;
    const std::int64_t arrival = toMicroseconds(batch.arrival);
    const Timestamp stated = timestampFromMicroseconds(batch.times()[index]);
    const std::int64_t time = isAhead(stated, batch.arrival) ? arrival : toMicroseconds(stated);
    if (!m_rejections.empty())
        endRejection(*device, tag, time, arrival);
    if (time > device->last || !flags.has(SampleFlags::kRedelivered))
        spoke(*device, time, arrival);
}

void SilenceTracker::spoke(Device &device, std::int64_t time, std::int64_t arrival)
{
    if (device.silentSince != kNever) {
        tell(HistoryGap::Cause::DeviceSilent, device.first, device.silentSince,
             backAt(device.silentSince, time, arrival));
        device.silentSince = kNever;
    } else if (device.knowsCadence() && device.last != kNever && time > device.last) {
        const std::int64_t patience = device.patience();
        const std::int64_t from = time - device.last > patience
            ? std::max(device.last + 1, listenedSince(device))
            : time;
        if (from < time && time - from > patience)
            tell(HistoryGap::Cause::DeviceSilent, device.first, from, time);
    }
    if (device.last != kNever && time > device.last)
        learn(device, time);
    device.last = std::max(device.last, time);
    device.arrival = std::max(device.arrival, arrival);
}

/// From a step of the device's own.
void SilenceTracker::learn(Device &device, std::int64_t time) const
{
    const std::int64_t step = time - device.last;
    const bool isUsual = device.knowsCadence() && step <= device.cadence;
    if (isUsual || device.last >= listenedSince(device))
        device.learnStep(step);
}

void SilenceTracker::takeWord(const DeviceWord &word)
{
    if (word.kind == DeviceWord::Kind::Goodbye)
        sayGoodbye(word);
    else
        reject(word);
}

/// Of each device at or below what went: one that was silent before stays so.
void SilenceTracker::sayGoodbye(const DeviceWord &word)
{
    const std::int64_t at = toMicroseconds(word.at);
    for (const TagId tag : m_registry.tagsBelow(word.asset)) {
        Device *device = deviceOf(tag);
        if (!device || device->silentSince != kNever)
            continue;
        begin(*device, at);
    }
}

/// The device is not silent. Runs of rejections that follow one another closely are one.
void SilenceTracker::reject(const DeviceWord &word)
{
    Device *device = deviceOf(word.tag);
    if (!device)
        return;
    const std::int64_t at = toMicroseconds(word.at);
    if (device->arrival != kNever)
        device->arrival = std::max(device->arrival, at);
    if (device->last != kNever)
        device->last = std::max(device->last, at);
    const auto known = m_rejections.find(device->first);
    if (known != m_rejections.end() && known->second.isOpen())
        return;
    if (known != m_rejections.end() && at - known->second.to <= kRunsTogether) {
        known->second.to = kOpen;
        known->second.tag = word.tag;
        return tell(HistoryGap::Cause::PayloadRejected, device->first, known->second.from, kOpen);
    }
    if (known == m_rejections.end() && m_rejections.size() >= kMostRejected) {
        std::erase_if(m_rejections, [at](const auto &each) {
            return !each.second.isOpen() && at - each.second.to > kRunsTogether;
        });
        if (m_rejections.size() >= kMostRejected)
            return; // the inbox counts it all the same
    }
    m_rejections[device->first] = {at, kOpen, word.tag};
    tell(HistoryGap::Cause::PayloadRejected, device->first, at, kOpen);
}

/// Other topics of the device do not tell that this one is understood again.
void SilenceTracker::endRejection(const Device &device, TagId tag, std::int64_t time,
                                  std::int64_t arrival)
{
    const auto running = m_rejections.find(device.first);
    if (running == m_rejections.end() || !running->second.isOpen())
        return;
    if (running->second.tag.isValid() && running->second.tag != tag)
        return;
    running->second.to = backAt(running->second.from, time, arrival);
    tell(HistoryGap::Cause::PayloadRejected, device.first, running->second.from,
         running->second.to);
}

void SilenceTracker::noteOutage(const HistoryGap &gap)
{
    const std::int64_t to = toMicroseconds(gap.range.to);
    if (gap.cause == HistoryGap::Cause::ProgramOff) {
        m_programSince = std::max(m_programSince, to);
        m_heardUntil = std::max(m_heardUntil, to);
        return;
    }
    if (!isOfSource(gap.cause))
        return;
    if (to == kOpen) {
        m_down.insert(gap.source);
        return;
    }
    m_down.erase(gap.source);
    m_upSince[gap.source] = to;
}

/// A jump of the time is no silence of anybody: the computer slept, or its clock was set.
void SilenceTracker::lookAround(Timestamp heardUntil)
{
    const std::int64_t now = toMicroseconds(heardUntil);
    if (now <= m_heardUntil)
        return;
    if (m_heardUntil == kNever || now - m_heardUntil > kNotListening)
        m_programSince = now;
    m_heardUntil = now;
    if (m_lookedAt != kNever && now - m_lookedAt < kSecond)
        return;
    std::size_t begun = 0;
    std::size_t recalled = 0;
    for (Device &device : m_devices) {
        if (!mayBeSilent(device, now))
            continue;
        if (!device.knowsCadence() && device.remembered.isValid()) {
            if (++recalled > kMostRecalled)
                break; // the others in a second: commits must not wait for them
            recall(device);
        }
        if (!device.knowsCadence() || !device.isLive() || !mayBeSilent(device, now))
            continue;
        begin(device, std::max(device.last + 1, listenedSince(device)));
        if (++begun == kMostAtOnce)
            return; // the others in the next step
    }
    m_lookedAt = now;
}

/// As far as its patience is known.
bool SilenceTracker::mayBeSilent(const Device &device, std::int64_t now) const
{
    const bool isKnown = device.knowsCadence();
    if (device.silentSince != kNever || (!isKnown && !device.remembered.isValid()))
        return false;
    const std::int64_t wait = (isKnown ? device.patience() : kLeastPatience) + kUnnoticed;
    if (now - device.arrival <= wait)
        return false;
    const std::int64_t listened = listenedSince(device);
    return listened == kNever || (listened != kOpen && now - listened > wait);
}

/// What it says from now on is not needed to know when it should have spoken.
void SilenceTracker::recall(Device &device) const
{
    const TagId tag = std::exchange(device.remembered, TagId {});
    const std::vector<std::int64_t> times = m_timesOf(tag, std::max(device.last, device.arrival));
    for (std::size_t i = 1; i < times.size(); ++i)
        device.learnStep(times[i] - times[i - 1]);
    if (!times.empty())
        device.last = std::max(device.last, times.back());
}

void SilenceTracker::begin(Device &device, std::int64_t since)
{
    device.silentSince = since;
    tell(HistoryGap::Cause::DeviceSilent, device.first, since, kOpen);
}

void SilenceTracker::tell(HistoryGap::Cause cause, TagId tag, std::int64_t from, std::int64_t to)
{
    m_found.push_back(
        {cause, {}, tag, {timestampFromMicroseconds(from), timestampFromMicroseconds(to)}});
}

SilenceTracker::Device *SilenceTracker::deviceOf(TagId tag)
{
    if (tag.value >= m_deviceAt.size())
        addTags();
    if (tag.value >= m_deviceAt.size() || m_deviceAt[tag.value] == TagId::kNone)
        return nullptr;
    return &m_devices[m_deviceAt[tag.value]];
}

void SilenceTracker::addTags()
{
    for (const std::string_view path :
         m_registry.viewPaths(m_deviceAt.size(), std::numeric_limits<std::size_t>::max())) {
        const auto tag = static_cast<std::uint32_t>(m_deviceAt.size());
        m_tags.add(path);
        const TagId first = m_tags.firstOf({tag});
        if (path.starts_with('$')) {
            m_deviceAt.push_back(TagId::kNone);
        } else if (first.value < tag) {
            m_deviceAt.push_back(m_deviceAt[first.value]);
        } else {
            m_deviceAt.push_back(static_cast<std::uint32_t>(m_devices.size()));
            m_devices.emplace_back();
            m_devices.back().first = first;
        }
    }
}

/// The largest time: nobody does.
std::int64_t SilenceTracker::listenedSince(const Device &device) const
{
    if (m_down.empty() && m_upSince.empty())
        return m_programSince;
    const SourceId source = m_registry.source(device.first);
    if (m_down.contains(source))
        return kOpen;
    const auto up = m_upSince.find(source);
    return up == m_upSince.end() ? m_programSince : std::max(m_programSince, up->second);
}

} // namespace telltale
