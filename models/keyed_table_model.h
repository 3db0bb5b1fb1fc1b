#pragma once

#include <QAbstractTableModel>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <unordered_map>
#include <vector>

namespace telltale {

/// A table whose rows have an identity: setRows() turns the difference between what is shown and
/// what shall be shown into blocks of removals, moves, changes and insertions, so that selection,
/// scroll position and proxies survive. A reset never happens.
/// Thread  GUI.
/// Shape   keys are unique; of rows with the same key only the first is taken.
template <typename Row> class KeyedTableModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    const Row &row(int index) const { return m_rows[static_cast<std::size_t>(index)]; }
    /// The row with `key`, or -1.
    int find(const std::string &key) const
    {
        const auto found = m_places.find(key);
        return found == m_places.end() ? -1 : static_cast<int>(found->second);
    }

protected:
    using Places = std::unordered_map<std::string, std::size_t>;

    virtual std::string keyOf(const Row &row) const = 0;
    virtual bool isSame(const Row &one, const Row &other) const = 0;
    const std::vector<Row> &rows() const { return m_rows; }

    void setRows(std::vector<Row> next)
    {
        const Places wanted = uniquePlaces(next);
        removeMissing(wanted);
        reorder(wanted);
        change(next, wanted);
        insertNew(std::move(next));
        m_places = uniquePlaces(m_rows);
    }

private:
    /// Key to place; rows that repeat a key are taken out of `rows`.
    Places uniquePlaces(std::vector<Row> &rows) const
    {
        Places places;
        places.reserve(rows.size());
        std::size_t kept = 0;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (!places.emplace(keyOf(rows[i]), kept).second)
                continue;
            if (kept != i)
                rows[kept] = std::move(rows[i]);
            ++kept;
        }
        rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(kept), rows.end());
        return places;
    }

    void removeMissing(const Places &wanted)
    {
        for (std::size_t end = m_rows.size(); end > 0;) {
            if (wanted.contains(keyOf(m_rows[end - 1]))) {
                --end;
                continue;
            }
            std::size_t begin = end - 1;
            while (begin > 0 && !wanted.contains(keyOf(m_rows[begin - 1])))
                --begin;
            beginRemoveRows({}, static_cast<int>(begin), static_cast<int>(end) - 1);
            m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(begin),
                         m_rows.begin() + static_cast<std::ptrdiff_t>(end));
            endRemoveRows();
            end = begin;
        }
    }

    /// Puts the rows that stay into their wanted order among themselves.
    void reorder(const Places &wanted)
    {
        std::vector<std::size_t> order(m_rows.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        std::vector<std::size_t> rank;
        rank.reserve(m_rows.size());
        for (const Row &row : m_rows)
            rank.push_back(wanted.at(keyOf(row)));
        if (std::is_sorted(rank.begin(), rank.end()))
            return;
        std::sort(order.begin(), order.end(),
                  [&](std::size_t a, std::size_t b) { return rank[a] < rank[b]; });
        permute(order);
    }

    void permute(const std::vector<std::size_t> &order)
    {
        Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
        std::vector<int> newPlace(order.size());
        std::vector<Row> moved;
        moved.reserve(order.size());
        for (std::size_t i = 0; i < order.size(); ++i) {
            newPlace[order[i]] = static_cast<int>(i);
            moved.push_back(std::move(m_rows[order[i]]));
        }
        m_rows = std::move(moved);
        const QModelIndexList before = persistentIndexList();
        QModelIndexList after;
        for (const QModelIndex &old : before)
            after << index(newPlace[static_cast<std::size_t>(old.row())], old.column());
        changePersistentIndexList(before, after);
        Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    }

    void change(const std::vector<Row> &next, const Places &wanted)
    {
        int first = -1;
        for (std::size_t i = 0; i <= m_rows.size(); ++i) {
            const bool differs
                = i < m_rows.size() && replace(m_rows[i], next[wanted.at(keyOf(m_rows[i]))]);
            if (differs && first < 0)
                first = static_cast<int>(i);
            if (differs || first < 0)
                continue;
            Q_EMIT dataChanged(index(first, 0), index(static_cast<int>(i) - 1, columnCount() - 1));
            first = -1;
        }
    }

    bool replace(Row &shown, const Row &next) const
    {
        const bool differs = !isSame(shown, next);
        shown = next;
        return differs;
    }

    void insertNew(std::vector<Row> next)
    {
        const Places present = uniquePlaces(m_rows);
        for (std::size_t begin = 0; begin < next.size();) {
            if (present.contains(keyOf(next[begin]))) {
                ++begin;
                continue;
            }
            std::size_t end = begin + 1;
            while (end < next.size() && !present.contains(keyOf(next[end])))
                ++end;
            beginInsertRows({}, static_cast<int>(begin), static_cast<int>(end) - 1);
            m_rows.insert(
                m_rows.begin() + static_cast<std::ptrdiff_t>(begin),
                std::make_move_iterator(next.begin() + static_cast<std::ptrdiff_t>(begin)),
                std::make_move_iterator(next.begin() + static_cast<std::ptrdiff_t>(end)));
            endInsertRows();
            begin = end;
        }
    }

    std::vector<Row> m_rows;
    Places m_places;
};

} // namespace telltale
