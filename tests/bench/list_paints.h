#pragma once

#include "data/telemetry/timestamp.h"

#include <QAbstractItemView>

#include <optional>
#include <vector>

namespace telltale::bench {

/// When a list that only grows was painted with how many rows. A row below the edge of the window
/// is shown with the paint of the list that has it: scrolled to, it is there.
/// Thread  GUI.
class ListPaints
{
public:
    /// Rows of `rows` from now on.
    ListPaints(const QAbstractItemView &view, const QAbstractItemModel &rows)
        : m_view(view)
        , m_rows(rows)
        , m_before(rows.rowCount())
    { }
    /// A paint of `receiver` is over.
    void painted(const QObject *receiver, Timestamp now);
    /// How many rows came.
    int count() const { return m_seen.empty() ? 0 : m_seen.back().rows; }
    /// ms from `since`, one time for each row in the order they came, to the paint; none if not all
    /// were shown.
    std::optional<double> p99(const std::vector<Timestamp> &since) const;

private:
    struct Seen
    {
        int rows;
        Timestamp at;
    };
    const QAbstractItemView &m_view;
    const QAbstractItemModel &m_rows;
    const int m_before;
    std::vector<Seen> m_seen; ///< where there were more rows than ever
};

} // namespace telltale::bench
