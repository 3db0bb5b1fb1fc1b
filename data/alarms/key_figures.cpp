#include "data/alarms/key_figures.h"

namespace telltale {
namespace {

using Kind = KeyFigure::Kind;
using Target = FigureLimits::Target;

constexpr double kSlack = 1.0; ///< of "about"

double percent(std::uint64_t part, std::uint64_t whole)
{
    return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

bool isMet(double value, const FigureLimits &limits)
{
    switch (limits.form) {
    case Target::AtMost:
        return value <= limits.target;
    case Target::Below:
        return value < limits.target;
    case Target::About:
        return value >= limits.target - kSlack;
    case Target::None:
        break;
    }
    return true;
}

FigureVerdict verdictOf(double value, const FigureLimits &limits)
{
    if (limits.form == Target::None)
        return FigureVerdict::Unjudged;
    if (isMet(value, limits))
        return FigureVerdict::Within;
    const bool isBeyond
        = limits.act && (value > *limits.act || (limits.actsAtOnce && value == *limits.act));
    return isBeyond ? FigureVerdict::Act : FigureVerdict::Off;
}

KeyFigure figure(Kind kind, double value, int priority = 0)
{
    return {kind, priority, value, verdictOf(value, limitsOf(kind, priority))};
}

KeyFigure count(Kind kind, std::uint64_t value)
{
    return figure(kind, static_cast<double>(value));
}

/// A share of things of which a single one more or less decides says nothing yet.
KeyFigure share(Kind kind, std::uint64_t part, std::uint64_t whole, int priority = 0)
{
    if (whole == 0)
        return {kind, priority};
    KeyFigure made = figure(kind, percent(part, whole), priority);
    const FigureLimits limits = limitsOf(kind, priority);
    const double room = limits.form == Target::About ? 100.0 - limits.target : limits.target;
    if (made.verdict != FigureVerdict::Within && percent(1, whole) > room)
        made.verdict = FigureVerdict::NotMeaningful;
    return made;
}

void addRates(const KeyFigures &figures, std::vector<KeyFigure> &table)
{
    const double hours = figures.hoursLong();
    const auto add = [&](Kind kind, double unit) {
        if (hours < unit)
            return table.push_back({kind});
        table.push_back(figure(kind, static_cast<double>(figures.annunciated) * unit / hours));
    };
    add(Kind::PerHour, 1.0);
    add(Kind::PerTenMinutes, 1.0 / 6.0);
    add(Kind::PerDay, 24.0);
}

void addBins(const KeyFigures &figures, std::vector<KeyFigure> &table)
{
    table.push_back(count(Kind::Peak, figures.mostInTenMinutes));
    table.push_back(share(Kind::BinsOverTen, figures.binsOverTen, figures.bins));
    table.push_back(share(Kind::HoursOverThirty, figures.hoursOverThirty, figures.hours));
    table.push_back(figure(Kind::InFlood, figures.floodPercent()));
    table.push_back(figures.mostInUpset ? count(Kind::Upset, *figures.mostInUpset)
                                        : KeyFigure {Kind::Upset});
}

void addNuisance(const KeyFigures &figures, std::vector<KeyFigure> &table)
{
    KeyFigure top {Kind::TopTen};
    if (figures.annunciated > 0)
        top = figure(Kind::TopTen, figures.topTenPercent());
    if (!figures.hasTopTen())
        top.verdict = FigureVerdict::NotMeaningful;
    table.push_back(top);
    table.push_back(count(Kind::Chattering, figures.chattering));
    table.push_back(count(Kind::Fleeting, figures.fleeting));
    table.push_back(count(Kind::Stale, figures.staleOnWorstDay));
}

void addShares(Kind kind, const std::array<std::uint64_t, 5> &counts, std::vector<KeyFigure> &table)
{
    const std::uint64_t all = counts[1] + counts[2] + counts[3] + counts[4];
    for (int priority = 1; priority <= 4; ++priority)
        table.push_back(share(kind, counts[static_cast<std::size_t>(priority)], all, priority));
}

/// Shown in seconds, judged by what there was of time to respond.
KeyFigure acknowledging(Kind kind, int priority, double seconds, const std::optional<double> &part)
{
    return {kind, priority, seconds,
            part ? verdictOf(*part, limitsOf(kind, priority)) : FigureVerdict::Unjudged};
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
        table.push_back(acknowledging(Kind::AcknowledgeMedian, priority, times.medianSeconds,
                                      times.medianPart));
        table.push_back(
            acknowledging(Kind::AcknowledgeP95, priority, times.p95Seconds, times.p95Part));
    }
}

void addNow(const KeyFigures &figures, std::vector<KeyFigure> &table)
{
    const auto add = [&](Kind kind, std::uint64_t AlarmsNow::*member) {
        table.push_back(figures.now ? count(kind, (*figures.now).*member) : KeyFigure {kind});
    };
    add(Kind::Standing, &AlarmsNow::standing);
    add(Kind::Shelved, &AlarmsNow::shelved);
    add(Kind::Suppressed, &AlarmsNow::suppressed);
    add(Kind::OutOfService, &AlarmsNow::outOfService);
    add(Kind::WithoutReason, &AlarmsNow::withoutReason);
}

FigureLimits limitsOfShare(int priority, bool mayAct)
{
    constexpr std::array<double, 5> kShares {0.0, 1.0, 5.0, 15.0, 80.0};
    FigureLimits limits {Target::AtMost, kShares[static_cast<std::size_t>(priority)]};
    if (priority == 1)
        limits.form = Target::Below;
    if (priority == 4)
        limits.form = Target::About;
    else if (mayAct)
        limits.act = 2.0 * limits.target;
    return limits;
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

/// alarms.md section 9.
FigureLimits limitsOf(KeyFigure::Kind kind, int priority)
{
    switch (kind) {
    case Kind::PerHour:
        return {Target::AtMost, 6.0, 12.0};
    case Kind::PerTenMinutes:
        return {Target::AtMost, 1.0, 2.0};
    case Kind::PerDay:
        return {Target::AtMost, 144.0, 288.0};
    case Kind::Peak:
        return {Target::AtMost, 10.0, 10.0};
    case Kind::BinsOverTen:
    case Kind::HoursOverThirty:
    case Kind::InFlood:
        return {Target::Below, 1.0, 5.0};
    case Kind::Upset:
        return {Target::AtMost, 10.0, 20.0};
    case Kind::TopTen:
        return {Target::AtMost, 5.0, 20.0};
    case Kind::Chattering:
    case Kind::Fleeting:
    case Kind::WithoutReason:
    case Kind::UnrecordedChanges:
        return {Target::AtMost, 0.0, 0.0};
    case Kind::Stale:
        return {Target::Below, 5.0, 5.0, true};
    case Kind::Share:
        return limitsOfShare(priority, true);
    case Kind::ConfiguredShare:
        return limitsOfShare(priority, false);
    case Kind::AcknowledgeMedian:
    case Kind::AcknowledgeP95:
        return {Target::Below, 0.5, 1.0, false, true};
    case Kind::Standing:
        return {Target::AtMost, 9.0, 30.0};
    case Kind::Shelved:
    case Kind::Suppressed:
    case Kind::OutOfService:
    case Kind::ShelvedLong:
        break;
    }
    return {};
}

std::vector<KeyFigure> judged(const KeyFigures &figures)
{
    std::vector<KeyFigure> table;
    addRates(figures, table);
    addBins(figures, table);
    addNuisance(figures, table);
    addShares(Kind::Share, figures.byPriority, table);
    addShares(Kind::ConfiguredShare, figures.configured, table);
    addAcknowledging(figures, table);
    addNow(figures, table);
    table.push_back(count(Kind::ShelvedLong, figures.shelvedLong));
    table.push_back(count(Kind::UnrecordedChanges, figures.unrecordedChanges));
    return table;
}

} // namespace telltale
