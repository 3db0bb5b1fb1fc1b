#include "models/area_curves.h"

#include "models/history_queries.h"
#include "models/joined_curve.h"

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr auto kSpan = 24h;
constexpr auto kAskAgain = 5min; // half a column

} // namespace

AreaCurves::AreaCurves(const Plant &plant, QObject *parent)
    : QObject(parent)
    , m_plant(plant)
{ }

void AreaCurves::refresh(const AreaSummary &summary, Timestamp now)
{
    for (const AreaSummary::Area &area : summary.areas()) {
        const auto [isSum, tags] = summary.firstFigure(area.node);
        Entry &entry = m_entries[area.node];
        const bool isFresh = area.fresh > 0;
        if (tags != entry.tags)
            entry.dueAt = now;
        else if (isFresh && !entry.wasFresh)
            entry.wait.begin(now);
        entry.tags = tags;
        entry.wasFresh = isFresh;
        const bool isDue = entry.wait.isOver(*m_plant.status, now) || now >= entry.dueAt;
        if (!tags.empty() && isDue)
            ask(area.node, isSum, now);
    }
}

void AreaCurves::ask(AssetTree::Node area, bool isSum, Timestamp now)
{
    Entry &entry = m_entries[area];
    entry.dueAt = now + kAskAgain;
    ++m_waiting;
    Sparkline empty(kSpan);
    empty.moveTo(now);
    auto joined = std::make_shared<Sparkline>(empty);
    m_plant.history->run(
        [tags = entry.tags, isSum, empty, joined](HistoryReader &reader, const CancelFlag &cancel) {
            *joined = joinedCurve(reader, tags, isSum ? "sum" : "mean", empty, cancel);
        },
        this,
        [this, area, joined, asked = ++entry.asked] {
            --m_waiting;
            Entry &answered = m_entries[area];
            if (asked != answered.asked)
                return;
            answered.curve = *joined;
            Q_EMIT changed();
        });
}

const Sparkline *AreaCurves::curve(AssetTree::Node area) const
{
    const auto found = m_entries.find(area);
    return found != m_entries.end() && found->second.curve ? &*found->second.curve : nullptr;
}

} // namespace telltale
