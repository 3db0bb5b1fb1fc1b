#pragma once

#include "models/plant.h"

#include "data/alarms/alarm_types.h"

#include <QFrame>

class QGridLayout;
class QLabel;

namespace telltale {

/// What an alarm asks of the operator: cause, what happens if nothing is done, what to do.
/// Thread  GUI.
class ResponsePanel : public QFrame
{
    Q_OBJECT

public:
    explicit ResponsePanel(QWidget *parent = nullptr);
    /// Null: nothing is selected.
    void setAlarm(const AlarmRow *alarm);
    void openAsset();
    void openTrend();

Q_SIGNALS:
    void commentRequested();
    void openRequested(const QString &key);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addButtons();
    QLabel *addLine(const QString &heading, int row);

    QGridLayout *m_lines;
    QLabel *m_title;
    QLabel *m_place;
    QLabel *m_cause;
    QLabel *m_consequence;
    QLabel *m_action;
    QLabel *m_within;
    QList<QWidget *> m_tagButtons; ///< only for alarms of a tag
    QString m_tag;
    QString m_asset;
};

} // namespace telltale
