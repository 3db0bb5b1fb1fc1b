#include "data/alarms/key_figures.h"

#include <limits>

namespace telltale {
namespace {

using Kind = KeyFigure::Kind;
using enum FigureVerdict;

constexpr double kNoLimit = std::numeric_limits<double>::infinity();
/// Percent by priority: what alarms.md asks for with four of them; of the lowest at least.
constexpr std::array<double, 5> kShares {0.0, 1.0, 5.0, 15.0, 80.0};
constexpr double kSlack = 1.0; ///< of the lowest: "about 80"

double percent(std::uint64_t part, std::uint64_t whole)
{
    return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

/// Met up to `target`, to be acted upon beyond `act`.
FigureVerdict upTo(double value, double target, double act)
{
    return value <= target ? Within : value <= act ? Off : Act;
}

/// The same where the target itself is too much.
FigureVerdict below(double value, double target, double act)
{
    return value < target ? Within : value <= act ? Off : Act;
}

FigureVerdict none(std::uint64_t count)
{
    return count == 0 ? Within : Act;
}

/// A share of things of which a single one may be more than the target: that says nothing yet.
FigureVerdict shareBelow(std::uint64_t part, std::uint64_t whole, double target, double act)
{
    const FigureVerdict verdict = below(percent(part, whole), target, act);
    const bool isFew = percent(1, whole) > target;
    return whole == 0 || (verdict != Within && isFew) ? NotMeaningful : verdict;
}

KeyFigure count(Kind kind, std::uint64_t value, FigureVerdict verdict)
{
    return {kind, 0, static_cast<double>(value), verdict};
}

void addRates(const KeyFigures &figures, std::vector<KeyFigure> &table)
{
    const double hours = figures.hoursLong();
    const auto add = [&](Kind kind, double unit, double target, double act) {
        if (hours < unit)
            return table.push_back({kind});
        const double rate = static_cast<double>(figures.annunciated) * unit / hours;
        table.push_back({kind, 0, rate, upTo(rate, target, act)});
    };
    add(Kind::PerHour, 1.0, 6.0, 12.0);
    add(Kind::PerTenMinutes, 1.0 / 6.0, 1.0, 2.0);
    add(Kind::PerDay, 24.0, 144.0, 288.0);
}

void addBins(const KeyFigures &figures, std::vector<KeyFigure> &table)
{
    const auto most = static_cast<double>(figures.mostInTenMinutes);
    table.push_back({Kind::Peak, 0, most, upTo(most, 10.0, 10.0)});
    table.push_back({Kind::BinsOverTen, 0, percent(figures.binsOverTen, figures.bins),
                     shareBelow(figures.binsOverTen, figures.bins, 1.0, 5.0)});
    table.push_back({Kind::HoursOverThirty, 0, percent(figures.hoursOverThirty, figures.hours),
                     shareBelow(figures.hoursOverThirty, figures.hours, 1.0, 5.0)});
    table.push_back(
        {Kind::InFlood, 0, figures.floodPercent(), below(figures.floodPercent(), 1.0, 5.0)});
}

void addNuisance(const KeyFigures &figures, std::vector<KeyFigure> &table)
{
    const double top = figures.topTenPercent();
    if (figures.annunciated == 0)
        table.push_back({Kind::TopTen});
    else
        table.push_back({Kind::TopTen, 0, top,
                         !figures.hasTopTen() ? NotMeaningful : upTo(top, 5.0, 20.0)});
    table.push_back(count(Kind::Chattering, figures.chattering, none(figures.chattering)));
    table.push_back(count(Kind::Fleeting, figures.fleeting, none(figures.fleeting)));
    table.push_back(
        count(Kind::Stale, figures.staleOnWorstDay, figures.staleOnWorstDay < 5 ? Within : Act));
}

/// Of the lowest priority there should be many, of the others few.
void addShares(Kind kind, const std::array<std::uint64_t, 5> &counts, bool mayAct,
               std::vector<KeyFigure> &table)
{
    const std::uint64_t all = counts[1] + counts[2] + counts[3] + counts[4];
    for (int priority = 1; priority <= 4; ++priority) {
        const auto at = static_cast<std::size_t>(priority);
        if (all == 0) {
            table.push_back({kind, priority});
            continue;
        }
        const double share = percent(counts[at], all);
        const double act = mayAct ? 2.0 * kShares[at] : kNoLimit;
        FigureVerdict verdict = shareBelow(counts[at], all, kShares[at], act);
        if (priority > 1 && share == kShares[at])
            verdict = Within; // only of the highest it must be less
        if (priority == 4)
            verdict = share >= kShares[at] - kSlack     ? Within
                : percent(1, all) > 100.0 - kShares[at] ? NotMeaningful
                                                        : Off;
        table.push_back({kind, priority, share, verdict});
    }
}

FigureVerdict ofResponse(const std::optional<double> &part)
{
    return part ? below(*part, 0.5, 1.0) : Unjudged;
}

void addAcknowledging(const KeyFigures &figures, std::vector<KeyFigure> &table)
{
    for (int priority = 1; priority <= 4; ++priority) {
        const AcknowledgeTimes &times = figures.acknowledged[static_cast<std::size_t>(priority)];
        if (times.count == 0) {
            table.push_back({Kind::AcknowledgeMedian, priority});
            table.push_back({Kind::AcknowledgeP95, priority});
            continue;
        }
        table.push_back(
            {Kind::AcknowledgeMedian, priority, times.medianSeconds, ofResponse(times.medianPart)});
        table.push_back(
            {Kind::AcknowledgeP95, priority, times.p95Seconds, ofResponse(times.p95Part)});
    }
}

void addNow(const KeyFigures &figures, std::vector<KeyFigure> &table)
{
    if (!figures.now) {
        for (const Kind kind : {Kind::Standing, Kind::Shelved, Kind::Suppressed, Kind::OutOfService,
                                Kind::WithoutReason})
            table.push_back({kind});
        return;
    }
    const AlarmsNow &now = *figures.now;
    const auto standing = static_cast<double>(now.standing);
    table.push_back({Kind::Standing, 0, standing, upTo(standing, 9.0, 30.0)});
    table.push_back(count(Kind::Shelved, now.shelved, Unjudged));
    table.push_back(count(Kind::Suppressed, now.suppressed, Unjudged));
    table.push_back(count(Kind::OutOfService, now.outOfService, Unjudged));
    table.push_back(count(Kind::WithoutReason, now.withoutReason, none(now.withoutReason)));
}

} // namespace

double KeyFigures::hoursLong() const
{
    return std::chrono::duration<double, std::ratio<3600>>(range.to - range.from).count();
}

double KeyFigures::topTenPercent() const
{
    return percent(ofTopTen, annunciated);
}

double KeyFigures::floodPercent() const
{
    const std::chrono::duration<double> whole = range.to - range.from;
    return whole.count() > 0.0
        ? 100.0 * std::chrono::duration<double>(inFlood).count() / whole.count()
        : 0.0;
}

std::vector<KeyFigure> judged(const KeyFigures &figures)
{
    std::vector<KeyFigure> table;
    addRates(figures, table);
    addBins(figures, table);
    addNuisance(figures, table);
    addShares(Kind::Share, figures.byPriority, true, table);
    addShares(Kind::ConfiguredShare, figures.configured, false, table);
    addAcknowledging(figures, table);
    addNow(figures, table);
    table.push_back(count(Kind::ShelvedLong, figures.shelvedLong, Unjudged));
    table.push_back(
        count(Kind::UnrecordedChanges, figures.unrecordedChanges, none(figures.unrecordedChanges)));
    return table;
}

} // namespace telltale
