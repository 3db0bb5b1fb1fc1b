#pragma once

#include "models/plant.h"

#include "data/history/history_reader.h"
#include "data/telemetry/tag.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace telltale {

/// One tag in a TrendWindow: what history gave for the range, and what came since.
struct TrendTrace
{
    TagId tag;
    TagInfo info;
    TrendRange data; ///< columns where dense, samples where sparse, gaps, the sample before
    std::vector<HistoryGap> silences; ///< of its device, by time; what data.gaps do not explain
    std::chrono::microseconds patience = std::chrono::minutes(5); ///< further apart is not joined
    bool isSilent = false; ///< nothing has come for longer than that
    std::vector<Sample> live; ///< newer than data, by time
    bool isOnOff = false; ///< two-valued
    bool isStep = false; ///< on-change or two-valued: the line must not claim values in between
    bool isLoaded = false; ///< data stands for a range that was asked for
    bool isPending = false; ///< a question is under way
    bool isSourceDown = false; ///< nothing comes, and history knows why
    std::optional<Error> error; ///< of the newest answer: what is shown may be old or nothing
    Timestamp askedAt {};
    std::shared_ptr<CancelFlag> question;
};

/// A time window over several tags at pixel resolution, where history and live are one line.
/// Thread  GUI. Costs per frame follow what is visible.
/// Shape   data of a trace covers at least range() once isComplete(); columns are one pixel wide.
/// Unit    event times, UTC.
/// Source  HistoryQueries (with the uncommitted tail), LiveValues for what is newer.
class TrendWindow : public QObject
{
    Q_OBJECT

public:
    explicit TrendWindow(const Plant &plant, QObject *parent = nullptr);
    ~TrendWindow() override;

    void setTags(const std::vector<TagId> &tags);
    void setPixels(int pixels);
    /// A fixed range; leaves live mode.
    void setRange(TimeRange range);
    /// Follows the clock with the last `span` shown.
    void follow(std::chrono::microseconds span);
    /// The same with the last `most`, or as long as all history of the tags is younger, with what
    /// fits it: until another range is asked for.
    void followUpTo(std::chrono::microseconds most);
    /// Stands still where it is, without forgetting the span; follow() goes on.
    void pause();
    bool isLive() const { return m_isLive; }

    TimeRange range() const { return m_range; }
    std::chrono::microseconds span() const { return m_range.to - m_range.from; }
    const std::vector<TrendTrace> &traces() const { return m_traces; }
    bool isComplete() const;
    /// Why a trace could not be read; it is asked again by itself.
    std::optional<Error> error() const;
    /// Once a frame while visible: moves on, takes live values, asks history where needed.
    void frame(Timestamp now);

Q_SIGNALS:
    void changed(); ///< something to paint anew: data or range
    void movedOn(); ///< the live range, by whole pixels; everything else is as it was
    void liveTaken(); ///< only values at the live end came
    void rangeChanged();
    void described(); ///< names, units or ranges of tags changed

private:
    void ask(std::size_t index, Timestamp now);
    void askFailedAgain(Timestamp now);
    void answered(TagId tag, const Result<TrendRange> &answer);
    void showLast(std::chrono::microseconds span);
    void fit(Timestamp now);
    bool findBegin();
    bool moveOn(Timestamp now);
    bool takeLive(Timestamp now);
    bool noteSilences(Timestamp now);
    void findSilences(TrendTrace &trace, Timestamp now) const;
    bool isSilent(const TrendTrace &trace, Timestamp now) const;
    bool isHeardSince(const TrendTrace &trace, Timestamp time) const;
    void takeDescriptions();
    void joinLive(TrendTrace &trace) const;
    void cancelAll();

    const Plant &m_plant;
    std::vector<TagId> m_tags;
    std::vector<TrendTrace> m_traces;
    TimeRange m_range;
    int m_pixels = 0;
    bool m_isLive = true;
    bool m_isStale = true; ///< the range moved: ask again
    std::chrono::microseconds m_most {0}; ///< of followUpTo(); 0: the span was chosen
    std::optional<Timestamp> m_begins; ///< of all history, once that is found out
    std::uint64_t m_change = 0;
    std::uint64_t m_revision = 0; ///< of the descriptions taken
};

/// Finds out from its data whether a trace is two-valued, and whether its line goes in steps.
void judgeLine(TrendTrace &trace);

/// Finds what may be joined, and the silences of its device: behind its newest sample up to
/// `until`.
void judgeSilence(TrendTrace &trace, std::optional<Timestamp> until);

/// A device speaks again: what history said of it before, that it is silent or not understood, ends
/// at `time`.
void endSilence(TrendTrace &trace, Timestamp time);

/// Why there is nothing in a chart of these traces: stored gaps of the first, but those of devices
/// only where all are silent. Not for none.
std::vector<HistoryGap> gapsOf(const std::vector<const TrendTrace *> &traces);

/// The same of several charts: what they share, and what only some lack with the first tag of each
/// of those.
std::vector<HistoryGap> gapsOfCharts(const std::vector<std::vector<const TrendTrace *>> &charts);

/// When nobody measured: gaps and silences of a trace, by time, apart from one another. Those that
/// were joined stand at their begin, as long as they are together.
std::vector<TimeRange> unmeasured(const TrendTrace &trace);

/// Where the curve of a trace goes on from one sample to the next; made once for all of them.
class TrendJoins
{
public:
    explicit TrendJoins(const TrendTrace &trace);
    /// µs UTC.
    bool isJoined(std::int64_t from, std::int64_t to) const;

private:
    std::vector<TimeRange> m_unmeasured; ///< by time, apart from one another
    std::optional<Timestamp> m_newest; ///< stored
    std::chrono::microseconds m_patience;
};

/// When the newest stored sample of a trace was measured, µs UTC; 0: there is none.
std::int64_t newestStored(const TrendTrace &trace);

/// Whether a sample has a number to draw: not bad, no text, finite.
bool isDrawn(const Sample &sample);

/// Lowest and highest value of the good samples a trace shows in `range`; false if there is none.
bool valueExtent(const TrendTrace &trace, TimeRange range, double &low, double &high);

/// Figures of a trace between two moments, from what is loaded.
struct TrendStatistics
{
    double first = 0.0;
    double last = 0.0;
    double min = 0.0;
    double max = 0.0;
    double mean = 0.0;
    double integral = 0.0; ///< value x hours, sample and hold; nothing where nobody measured
    std::uint64_t samples = 0; ///< 0: the others mean nothing
};
TrendStatistics statisticsOf(const TrendTrace &trace, TimeRange range);

/// The newest sample at or before `time` that is drawn there; none in a gap or before the first.
std::optional<double> valueAtCursor(const TrendTrace &trace, Timestamp time);

/// The newest sample of all; none while a gap lasts.
std::optional<double> newestValue(const TrendTrace &trace);

/// Up to when a value that holds until it changes is known: `now`, or the begin of a gap after
/// `last`, µs UTC.
Timestamp heldUntil(const TrendTrace &trace, std::int64_t last, Timestamp now);

} // namespace telltale
