#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace telltale {

/// The lines of a JournalModel that have all words typed, in any of their columns or in the path
/// of their tag. While few fit, older pages are fetched, up to a limit.
/// Thread  GUI.
class JournalFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit JournalFilterModel(QObject *parent = nullptr);
    void setText(const QString &text);
    bool isFiltering() const { return !m_words.isEmpty(); }
    /// Reads on when too little of what is read fits.
    void fillUp();

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
};

} // namespace telltale
