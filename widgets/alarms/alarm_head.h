#pragma once

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace telltale {

class SegmentBar;

/// The head line of the alarm page: title, segments, filters and the buttons of the list.
/// Thread  GUI.
class AlarmHead : public QWidget
{
    Q_OBJECT

public:
    explicit AlarmHead(QWidget *parent = nullptr);

    SegmentBar *segments() const { return m_segments; }
    QLineEdit *filter() const { return m_filter; }
    QComboBox *areas() const { return m_areas; }
    void setActiveCount(int count);
    /// Areas to choose from; the chosen one stays while it exists.
    void setAreas(const QStringList &paths);
    void showListControls(bool shown);

Q_SIGNALS:
    void acknowledge();
    void acknowledgeVisible();
    void silence();
    void comment();

private:
    QPushButton *addButton(const QString &text, void (AlarmHead::*signal)());

    SegmentBar *m_segments;
    QLineEdit *m_filter;
    QComboBox *m_areas;
    QList<QWidget *> m_listControls;
};

} // namespace telltale
