#pragma once

#include "widgets/common/head_row.h"

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
    QLineEdit *filter() const { return m_filter; }
    QString area() const { return m_area; }
    /// How many alarms of the list are active; the others have returned.
    void setCounts(std::size_t active, std::size_t returned);
    /// Areas to choose from; the chosen one stays while it exists.
    void setAreas(const QStringList &paths);
    /// The buttons act on the list; the filter is for the journal, too.
    void showControls(bool hasList, bool hasFilter);

Q_SIGNALS:
    void areaChosen(const QString &path); ///< empty: all
    void acknowledge();
    void acknowledgeVisible();
    void silence();

private:
    void chooseArea(const QString &path);
    QPushButton *addButton(const QString &text, void (AlarmHead::*signal)());

    SegmentBar *m_segments;
    QLineEdit *m_filter;
    QPushButton *m_areas;
    QString m_area;
    QList<QWidget *> m_listControls;
};

} // namespace telltale
