#include "models/trend_window.h"

#include "data/telemetry/clock.h"
#include "data/telemetry/live_values.h"
#include "data/telemetry/tag_registry.h"
#include "models/history_queries.h"
#include "models/silence.h"

#include <algorithm>

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::microseconds kAskSoonest = 2s; // how soon the live end is exact:
constexpr std::chrono::microseconds kAskLatest = 5s; // or once a pixel, between these
constexpr std::chrono::microseconds kAskFailedAfter = 2s;
constexpr std::size_t kLiveKept = 4096;
constexpr std::size_t kSamplesForRhythm = 8;
constexpr double kUnevenRatio = 5.0; // longest to median distance that makes a tag "on change"

bool isTwoValued(const Sample &sample)
{
    return sample.flags.kind() == SampleFlags::Kind::Boolean;
}

/// Sent when it changes, not by a clock: the distances differ widely.
bool isUneven(const TrendRange &data)
{
    if (data.samples.size() < kSamplesForRhythm)
        return false;
    std::vector<std::int64_t> distances;
    for (std::size_t i = 1; i < data.samples.size(); ++i)
        distances.push_back((data.samples[i].time - data.samples[i - 1].time).count());
    const auto middle = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 2);
    std::nth_element(distances.begin(), middle, distances.end());
    const std::int64_t median = *middle;
    const auto uneven
        = std::count_if(distances.begin(), distances.end(), [median](std::int64_t one) {
              return static_cast<double>(one) > kUnevenRatio * static_cast<double>(median);
          });
    return static_cast<std::size_t>(uneven) * 10 > distances.size();
}

bool hasRunningGap(const TrendTrace &trace)
{
    return std::any_of(trace.data.gaps.begin(), trace.data.gaps.end(),
                       [](const HistoryGap &gap) { return gap.range.to == Timestamp::max(); });
}

} // namespace

void judgeLine(TrendTrace &trace)
{
    trace.isOnOff = trace.isOnOff
        || std::any_of(trace.data.samples.begin(), trace.data.samples.end(), isTwoValued);
    trace.isStep = trace.isOnOff || isUneven(trace.data);
}

std::int64_t newestStored(const TrendTrace &trace)
{
    if (!trace.data.samples.empty())
        return toMicroseconds(trace.data.samples.back().time);
    const auto &columns = trace.data.columns;
    const auto newest
        = std::find_if(columns.rbegin(), columns.rend(),
                       [](const TrendRange::Column &column) { return column.lastTime != 0; });
    return newest == columns.rend() ? 0 : newest->lastTime;
}

TrendWindow::TrendWindow(const Plant &plant, QObject *parent)
    : QObject(parent)
    , m_plant(plant)
{
    const Timestamp now = plant.clock->now();
    m_range = {now - 1h, now};
}

TrendWindow::~TrendWindow()
{
    cancelAll();
}

void TrendWindow::cancelAll()
{
    for (TrendTrace &trace : m_traces) {
        if (trace.question)
            trace.question->cancel();
        trace.isPending = false;
    }
}

void TrendWindow::setTags(const std::vector<TagId> &tags)
{
    if (tags == m_tags)
        return;
    cancelAll();
    std::vector<TrendTrace> traces;
    for (const TagId tag : tags) {
        const auto known
            = std::find_if(m_traces.begin(), m_traces.end(),
                           [tag](const TrendTrace &trace) { return trace.tag == tag; });
        TrendTrace trace;
        if (known != m_traces.end())
            trace = std::move(*known);
        trace.tag = tag;
        trace.info = m_plant.tags->info(tag);
        trace.isOnOff = trace.isOnOff || isTwoValued(m_plant.live->value(tag).sample);
        trace.isStep = trace.isStep || trace.isOnOff;
        traces.push_back(std::move(trace));
    }
    m_tags = tags;
    m_traces = std::move(traces);
    m_isStale = true;
    if (m_most.count() > 0)
        followUpTo(m_most); // the new ones may be older
    Q_EMIT changed();
}

void TrendWindow::setPixels(int pixels)
{
    if (pixels == m_pixels)
        return;
    m_pixels = pixels;
    m_isStale = true;
}

void TrendWindow::setRange(TimeRange range)
{
    m_isLive = false;
    m_most = {};
    if (range == m_range || range.to <= range.from)
        return;
    m_range = range;
    m_isStale = true;
    Q_EMIT rangeChanged();
    Q_EMIT changed();
}

void TrendWindow::follow(std::chrono::microseconds span)
{
    m_most = {};
    showLast(span);
}

void TrendWindow::showLast(std::chrono::microseconds span)
{
    const Timestamp now = m_plant.clock->now();
    m_isLive = true;
    m_range = {now - span, now};
    m_isStale = true;
    Q_EMIT rangeChanged();
    Q_EMIT changed();
}

void TrendWindow::pause()
{
    if (!m_isLive)
        return;
    m_isLive = false;
    m_most = {};
    Q_EMIT rangeChanged();
}

bool TrendWindow::isComplete() const
{
    return m_pixels > 0 && !m_isStale
        && std::all_of(m_traces.begin(), m_traces.end(), [](const TrendTrace &trace) {
               return trace.isLoaded && !trace.error
                   && (!trace.isPending || !trace.data.columns.empty()
                       || !trace.data.samples.empty());
           });
}

std::optional<Error> TrendWindow::error() const
{
    const auto failed = std::find_if(m_traces.begin(), m_traces.end(),
                                     [](const TrendTrace &trace) { return trace.error; });
    return failed == m_traces.end() ? std::nullopt : failed->error;
}

void TrendWindow::frame(Timestamp now)
{
    takeDescriptions();
    if (m_pixels <= 0)
        return;
    const bool hasMoved = moveOn(now);
    const bool isNews = takeLive(now);
    const bool isOtherwiseSilent = noteSilences(now);
    fit(now);
    if (m_isStale) {
        m_isStale = false;
        cancelAll();
        for (std::size_t i = 0; i < m_traces.size(); ++i)
            ask(i, now);
    } else {
        askFailedAgain(now);
    }
    if (isOtherwiseSilent)
        Q_EMIT changed();
    if (isNews)
        Q_EMIT liveTaken();
    if (hasMoved)
        Q_EMIT movedOn();
}

/// By whole pixels: what does not move on screen costs nothing, and what does keeps its look.
bool TrendWindow::moveOn(Timestamp now)
{
    const std::int64_t pixels = (now - m_range.to) * m_pixels / span();
    if (!m_isLive || pixels <= 0)
        return false;
    const std::chrono::microseconds by = span() * pixels / m_pixels;
    m_range = {m_range.from + by, m_range.to + by};
    return by.count() > 0;
}

void TrendWindow::takeDescriptions()
{
    if (m_revision == m_plant.tags->revision())
        return;
    m_revision = m_plant.tags->revision();
    bool isOther = false;
    for (TrendTrace &trace : m_traces) {
        TagInfo info = m_plant.tags->info(trace.tag);
        isOther = isOther || info != trace.info;
        trace.info = std::move(info);
    }
    if (isOther)
        Q_EMIT described();
}

/// Takes the newest values at once and asks history for what came between them, not too often.
bool TrendWindow::takeLive(Timestamp now)
{
    const std::vector<LiveValues::Value> news = m_plant.live->changedSince(m_change, m_tags);
    bool isChanged = false;
    for (const LiveValues::Value &value : news) {
        for (std::size_t i = 0; i < m_traces.size(); ++i) {
            TrendTrace &trace = m_traces[i];
            if (trace.tag != value.sample.tag)
                continue;
            trace.isSourceDown = value.sourceDown;
            if (value.fromHistory)
                continue;
            const bool isNewer = trace.live.empty() || trace.live.back().time < value.sample.time;
            endSilence(trace, value.sample.time);
            if (isNewer && trace.live.size() == kLiveKept) // history has not given them
                trace.live.erase(trace.live.begin());
            if (isNewer)
                trace.live.push_back(value.sample);
            isChanged = isChanged || isNewer;
        }
    }
    if (!m_isLive)
        return false;
    const auto askAgain
        = std::clamp<std::chrono::microseconds>(span() / m_pixels, kAskSoonest, kAskLatest);
    for (std::size_t i = 0; i < m_traces.size(); ++i) {
        const TrendTrace &trace = m_traces[i];
        const bool isToAsk = !trace.live.empty() || (trace.isSourceDown && !hasRunningGap(trace));
        if (!trace.isPending && isToAsk && now - trace.askedAt >= askAgain)
            ask(i, now);
    }
    return isChanged;
}

void TrendWindow::ask(std::size_t index, Timestamp now)
{
    TrendTrace &trace = m_traces[index];
    trace.isPending = true;
    trace.askedAt = now;
    // Columns on a fixed grid, so that a line does not shiver while it scrolls.
    const std::int64_t column = std::max<std::int64_t>(1, span().count() / m_pixels);
    const std::int64_t from = toMicroseconds(m_range.from) / column * column;
    const std::int64_t columns = m_pixels + 2;
    const TimeRange asked {timestampFromMicroseconds(from),
                           timestampFromMicroseconds(from + columns * column)};
    trace.question = m_plant.history->range(
        trace.tag, asked, static_cast<int>(columns), this,
        [this, tag = trace.tag](const Result<TrendRange> &answer) { answered(tag, answer); });
}

void TrendWindow::askFailedAgain(Timestamp now)
{
    for (std::size_t i = 0; i < m_traces.size(); ++i) {
        const TrendTrace &trace = m_traces[i];
        if (trace.error && !trace.isPending && now - trace.askedAt >= kAskFailedAfter)
            ask(i, now);
    }
}

void TrendWindow::answered(TagId tag, const Result<TrendRange> &answer)
{
    for (TrendTrace &trace : m_traces) {
        if (trace.tag != tag)
            continue;
        trace.isPending = false;
        trace.error = answer.ok() ? std::nullopt : std::optional(answer.error());
        if (!answer.ok())
            continue; // what was loaded stays
        trace.isLoaded = true;
        trace.data = answer.value();
        judgeLine(trace);
        joinLive(trace);
        findSilences(trace, m_plant.clock->now());
    }
    Q_EMIT changed();
}

/// A silence that begins is there once the patience is over, and ends with the value that comes.
bool TrendWindow::noteSilences(Timestamp now)
{
    bool isOther = false;
    for (std::size_t i = 0; i < m_traces.size(); ++i) {
        TrendTrace &trace = m_traces[i];
        if (!m_isLive || !trace.isLoaded || isSilent(trace, now) == trace.isSilent)
            continue;
        findSilences(trace, now);
        isOther = true;
        if (trace.isSilent && !trace.isPending)
            ask(i, now); // history may know better: who records it has ended
    }
    return isOther;
}

void TrendWindow::findSilences(TrendTrace &trace, Timestamp now) const
{
    trace.patience = patienceOf(trace.data);
    trace.isSilent = isSilent(trace, now);
    std::optional<Timestamp> until;
    if (m_isLive && trace.isSilent)
        until = Timestamp::max();
    else if (!m_isLive && isHeardSince(trace, m_range.to))
        until = std::min(m_range.to, now);
    judgeSilence(trace, until);
}

/// What was not heard since the start need not have been silent: nobody listened.
bool TrendWindow::isHeardSince(const TrendTrace &trace, Timestamp time) const
{
    const LiveValues::Value value = m_plant.live->value(trace.tag);
    return !value.fromHistory || value.sample.time >= time;
}

bool TrendWindow::isSilent(const TrendTrace &trace, Timestamp now) const
{
    if (!isHeardSince(trace, now))
        return false;
    const std::optional<Timestamp> newest
        = trace.live.empty() ? newestOf(trace.data) : std::optional(trace.live.back().time);
    return newest && *newest < now - trace.patience;
}

/// Drops the live samples that history has given by now.
void TrendWindow::joinLive(TrendTrace &trace) const
{
    const std::int64_t newest = newestStored(trace);
    std::erase_if(trace.live,
                  [newest](const Sample &sample) { return toMicroseconds(sample.time) <= newest; });
}

} // namespace telltale
