#pragma once

#include "models/row_table_model.h"

#include "data/alarms/key_figures.h"

#include <QAbstractTableModel>
#include <QLocale>

#include <array>

namespace telltale {

/// The table of key figures: a line for each, over the last 10 min, hour and 24 h, and over a
/// period, beside its target and what the one of the period comes to.
/// Thread  GUI.
/// Shape   always the same rows.
class KeyFigureModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        TenMinutesColumn,
        HourColumn,
        DayColumn,
        PeriodColumn,
        TargetColumn,
        ActColumn,
        VerdictColumn,
        ColumnCount
    };
    /// VerdictRole: a FigureVerdict where there is something to mark; ValueRole: the number.
    enum Role {
        ValueRole = RowTableModel::ValueRole,
        QuietRole = RowTableModel::QuietRole,
        VerdictRole = RowTableModel::KeyRole + 1
    };

    explicit KeyFigureModel(QObject *parent = nullptr);

    /// `column`: of one of the four spans.
    void setFigures(Column column, const KeyFigures &figures);
    void clear(Column column); ///< they are not known (any more)
    void setPeriodName(const QString &name);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    using Figures = std::vector<KeyFigure>;

    static bool isSpan(int column);
    /// What a cell of a span or of the verdict is about; null: it is not known.
    const KeyFigure *figureAt(const QModelIndex &index) const;
    QString text(const QModelIndex &index) const;
    QString spoken(const QModelIndex &index) const;
    void changed(Column column);

    const Figures m_lines; ///< kinds and priorities
    std::array<Figures, ColumnCount> m_figures; ///< of the spans; empty: not known
    QString m_periodName;
    QLocale m_locale;
};

} // namespace telltale
