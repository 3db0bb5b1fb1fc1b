#pragma once

#include "models/area_summary.h"
#include "models/history_wait.h"
#include "models/plant.h"
#include "models/sparkline.h"

#include <QObject>

#include <unordered_map>

namespace telltale {

/// The last 24 hours of each area's first figure, joined as that figure is.
/// Thread  GUI; history is asked off it, again every few minutes and when an area comes alive.
class AreaCurves : public QObject
{
    Q_OBJECT

public:
    explicit AreaCurves(const Plant &plant, QObject *parent = nullptr);

    /// Asks for what is due at `now`.
    void refresh(const AreaSummary &summary, Timestamp now);
    /// Of an area; null if it has no figure or no answer yet.
    const Sparkline *curve(AssetTree::Node area) const;
    bool isComplete() const { return m_waiting == 0; }

Q_SIGNALS:
    void changed();

private:
    struct Entry
    {
        std::vector<TagId> tags;
        bool wasFresh = false;
        Timestamp dueAt {};
        HistoryWait wait;
        std::uint64_t asked = 0; ///< questions; only the answer to the last one counts
        std::optional<Sparkline> curve;
    };
    void ask(AssetTree::Node area, bool isSum, Timestamp now);

    const Plant &m_plant;
    std::unordered_map<AssetTree::Node, Entry> m_entries;
    std::size_t m_waiting = 0;
};

} // namespace telltale
