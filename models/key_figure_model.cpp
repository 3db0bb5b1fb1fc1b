#include "models/key_figure_model.h"

#include "models/key_figure_words.h"
#include "models/value_text.h"

namespace telltale {

KeyFigureModel::KeyFigureModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_lines(judged(KeyFigures()))
{ }

void KeyFigureModel::setFigures(Column column, const KeyFigures &figures)
{
    Q_ASSERT(isSpan(column));
    m_figures[column] = judged(figures);
    changed(column);
}

void KeyFigureModel::clear(Column column)
{
    m_figures[column].clear();
    changed(column);
}

void KeyFigureModel::setPeriodName(const QString &name)
{
    m_periodName = name;
    Q_EMIT headerDataChanged(Qt::Horizontal, PeriodColumn, PeriodColumn);
}

void KeyFigureModel::changed(Column column)
{
    const int last = rowCount() - 1;
    Q_EMIT dataChanged(index(0, column), index(last, column));
    if (column == PeriodColumn)
        Q_EMIT dataChanged(index(0, VerdictColumn), index(last, VerdictColumn));
}

int KeyFigureModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int KeyFigureModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool KeyFigureModel::isSpan(int column)
{
    return column >= TenMinutesColumn && column <= PeriodColumn;
}

const KeyFigure *KeyFigureModel::figureAt(const QModelIndex &index) const
{
    const int span = index.column() == VerdictColumn ? PeriodColumn : index.column();
    if (!isSpan(span))
        return nullptr;
    const Figures &figures = m_figures[static_cast<std::size_t>(span)];
    return figures.empty() ? nullptr : &figures[static_cast<std::size_t>(index.row())];
}

QVariant KeyFigureModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const KeyFigure *figure = figureAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return text(index);
    case Qt::AccessibleTextRole:
        return spoken(index);
    case Qt::TextAlignmentRole:
        return int((isSpan(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case ValueRole:
        return isSpan(index.column()) && figure && figure->value ? QVariant(*figure->value)
                                                                 : QVariant();
    case VerdictRole:
        return figure && figure->verdict != FigureVerdict::Unjudged
            ? QVariant(static_cast<int>(figure->verdict))
            : QVariant();
    case QuietRole:
        return index.column() == TargetColumn || index.column() == ActColumn
            || (figure && figure->verdict == FigureVerdict::NotMeaningful);
    default:
        return {};
    }
}

QString KeyFigureModel::text(const QModelIndex &index) const
{
    const KeyFigure &line = m_lines[static_cast<std::size_t>(index.row())];
    const KeyFigure *figure = figureAt(index);
    switch (index.column()) {
    case NameColumn:
        return KeyFigureWords::name(line.kind, line.priority);
    case TargetColumn:
        return KeyFigureWords::target(line.kind, line.priority, m_locale);
    case ActColumn:
        return KeyFigureWords::actAbove(line.kind, line.priority, m_locale);
    case VerdictColumn:
        return figure ? KeyFigureWords::verdict(*figure) : QString();
    default:
        return figure ? KeyFigureWords::value(*figure, m_locale) : QString();
    }
}

/// Of a number what a glance at its marker tells: "3.2, within target".
QString KeyFigureModel::spoken(const QModelIndex &index) const
{
    const KeyFigure *figure = figureAt(index);
    const QString shown = text(index);
    if (!isSpan(index.column()) || !figure || figure->verdict == FigureVerdict::Unjudged)
        return shown;
    return shown + QStringLiteral(", ") + KeyFigureWords::verdict(*figure);
}

QVariant KeyFigureModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isSpan(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    const bool isTip = role == Qt::ToolTipRole;
    if (role != Qt::DisplayRole && !isTip)
        return {};
    const QString texts[ColumnCount]
        = {tr("Key figure"), tr("10 min"), tr("1 h"),    tr("24 h"),
           m_periodName,     tr("Target"), tr("Act at"), tr("Of the period")};
    return isTip ? tooltipText(texts[section]) : texts[section];
}

} // namespace telltale
