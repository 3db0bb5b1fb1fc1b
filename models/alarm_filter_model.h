#pragma once

#include <QSortFilterProxyModel>
#include <QTimer>

namespace telltale {

/// Area and text filter over AlarmListModel, and a sort by another column that does not last.
/// Never hides an unacknowledged alarm of priority 1. 60 s after the last touch() the order of the
/// alarm list is back.
/// Thread  GUI.
class AlarmFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds kSortLasts {60};

    explicit AlarmFilterModel(QObject *parent = nullptr);

    int hidden() const; ///< rows the filter keeps away
    bool isTemporarilySorted() const { return sortColumn() >= 0; }
    /// How long the temporary sort stays if nobody is at the list; less than 0: there is none.
    std::chrono::milliseconds sortLeft() const { return m_back.remainingTimeAsDuration(); }
    QString area() const { return m_area; }

    void setArea(const QString &area); ///< path of the area; empty: all
    void setText(const QString &text); ///< every word must occur
    void touch(); ///< somebody is at the list: a temporary sort stays 60 s more
    void setSortLasts(std::chrono::milliseconds time); ///< for tests
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    void orderChanged(bool isTemporary);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_area;
    QStringList m_words;
    QTimer m_back;
};

} // namespace telltale
