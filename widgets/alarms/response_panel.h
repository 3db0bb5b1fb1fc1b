#pragma once

#include "models/plant.h"

#include "data/alarms/alarm_types.h"

#include <QFrame>

#include <optional>

class QAction;
class QGridLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace telltale {

class AlarmTrend;

/// What an alarm asks of the operator: cause, what happens if nothing is done, what to do, how long
/// there is - of a hidden one instead since when, until when and why -; below what is wrong with
/// its rule, beside it the trend of its tag.
/// Thread  GUI. frame() as often as the page is drawn.
class ResponsePanel : public QFrame
{
    Q_OBJECT

public:
    explicit ResponsePanel(const Plant &plant, QWidget *parent = nullptr);
    /// Null: nothing is selected.
    void setAlarm(const AlarmRow *alarm);
    /// One button for what keeps an alarm from the list, and brings it back.
    void addHideMenu(const QList<QAction *> &actions);
    /// Offered for an alarm that chatters.
    void offerShelving(QAction &shelve);
    /// Offered for an alarm that is latched.
    void offerReset(QAction &reset);
    void frame(Timestamp now);
    bool isComplete() const;
    QString timeLeft() const; ///< or why it is hidden
    QSize minimumSizeHint() const override; ///< without the trend, which gives way
    AlarmTrend &trend() const { return *m_trend; }
    void openAsset();
    void openTrend(); ///< of the last 30 minutes

Q_SIGNALS:
    void commentRequested();
    void openRequested(const QString &key);
    void ruleRequested(const QString &id); ///< to be edited
    void delaysRequested(const QString &rule, const QString &tag); ///< proposed for it

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addButtons();
    void addAdvice();
    QPushButton *addAdviceButton(const QString &text);
    void offer(QPushButton *button, QAction &action);
    void showAdvice();
    QLabel *addLine(const QString &heading, int row);
    void showTime(Timestamp now);
    QString timeLeftWords(Timestamp now) const;
    int trendWidth() const;
    void giveWay();

    const Plant &m_plant;
    QGridLayout *m_lines;
    QHBoxLayout *m_buttons;
    AlarmTrend *m_trend;
    bool m_hasTrend = false; ///< there is one to show, where there is room
    QLabel *m_title;
    QLabel *m_place;
    QLabel *m_cause;
    QLabel *m_consequence;
    QLabel *m_action;
    QLabel *m_timeLeft;
    QLabel *m_timeHeading;
    QWidget *m_advice; ///< only where there is some
    QLabel *m_adviceWords;
    QPushButton *m_editRule = nullptr;
    QPushButton *m_slower = nullptr;
    QPushButton *m_shelve = nullptr;
    QPushButton *m_reset = nullptr;
    QList<QWidget *> m_tagButtons; ///< only for alarms of a tag
    std::optional<AlarmRow> m_alarm;
};

} // namespace telltale
