#pragma once

#include "widgets/common/head_row.h"

#include <QStringList>

#include <cstdint>

class QLineEdit;
class QPushButton;

namespace telltale {

class SegmentBar;

/// The head line of the alarm page: title, segments, filters and the buttons of the list.
/// Thread  GUI.
class AlarmHead : public HeadRow
{
    Q_OBJECT

public:
    explicit AlarmHead(QWidget *parent = nullptr);

    SegmentBar *segments() const { return m_segments; }
    QLineEdit *filter() const { return m_filter; } ///< of the lists of alarms
    QLineEdit *journalFilter() const { return m_journalFilter; }
    QString area() const { return m_area; }
    /// How many alarms of the list are active; the others have returned.
    void setCounts(std::size_t active, std::size_t returned);
    void setHiddenCounts(std::uint32_t shelved, std::uint32_t suppressed,
                         std::uint32_t outOfService);
    /// Areas to choose from; the chosen one stays while it exists.
    void setAreas(const QStringList &paths);
    /// The buttons act on the list; lists and journal have a filter each, of which one is shown.
    void showControls(bool hasList, QLineEdit *shown);

Q_SIGNALS:
    void areaChosen(const QString &path); ///< empty: all
    void acknowledge();
    void acknowledgeVisible();
    void silence();

private:
    void chooseArea(const QString &path);
    void showSegments();
    void addFilter(QLineEdit *filter, const QString &words);
    QPushButton *addButton(const QString &text, void (AlarmHead::*signal)());

    SegmentBar *m_segments;
    QLineEdit *m_filter;
    QLineEdit *m_journalFilter;
    QPushButton *m_areas;
    QString m_area;
    QString m_active; ///< words of the segment
    QStringList m_hidden; ///< of the next three
    QList<QWidget *> m_listControls;
};

} // namespace telltale
