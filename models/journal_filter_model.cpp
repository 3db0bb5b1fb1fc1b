#include "models/journal_filter_model.h"

#include "models/journal_model.h"

#include <algorithm>

namespace telltale {
namespace {

constexpr int kWanted = 50; ///< lines, more than a window shows
constexpr int kMostSearched = 5000; ///< further back whoever scrolls to the end gets

} // namespace

JournalFilterModel::JournalFilterModel(QObject *parent)
    : QSortFilterProxyModel(parent)
{ }

void JournalFilterModel::setText(const QString &text)
{
    m_words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
    fillUp();
}

void JournalFilterModel::fillUp()
{
    QAbstractItemModel *journal = sourceModel();
    if (!isFiltering() || !journal || rowCount() >= kWanted || journal->rowCount() >= kMostSearched)
        return;
    if (journal->canFetchMore({}))
        journal->fetchMore({});
}

bool JournalFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (parent.isValid())
        return false;
    if (m_words.isEmpty())
        return true;
    QString line = sourceModel()->index(row, 0).data(JournalModel::TagRole).toString();
    for (int column = 0; column < sourceModel()->columnCount(); ++column)
        line += QLatin1Char(' ') + sourceModel()->index(row, column).data().toString();
    return std::all_of(m_words.begin(), m_words.end(), [&line](const QString &word) {
        return line.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace telltale
