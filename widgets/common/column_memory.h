#pragma once

#include "data/storage/save_queue.h"

#include <QByteArray>
#include <QHash>
#include <QString>

namespace telltale {

/// How somebody sized the columns of the tables, kept for the next start: read once, then asked in
/// memory, and written on a thread of its own, because settings are synced to the disk.
/// Thread  GUI.
class ColumnMemory
{
public:
    static ColumnMemory &instance();
    ColumnMemory(const ColumnMemory &) = delete;
    ColumnMemory &operator=(const ColumnMemory &) = delete;

    /// As QHeaderView::saveState() gave it; empty: nobody sized them.
    QByteArray state(const QString &table) const { return m_states.value(table); }
    void keep(const QString &table, const QByteArray &state);
    void forget(const QString &table);
    void flush() { m_queue.flush(); } ///< all of it is on the disk

private:
    ColumnMemory();
    void save(const QString &table, const QByteArray &state);

    QString m_file;
    QHash<QString, QByteArray> m_states;
    SaveQueue m_queue; ///< last: its end writes what waits
};

} // namespace telltale
