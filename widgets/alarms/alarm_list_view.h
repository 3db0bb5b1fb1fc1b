#pragma once

#include "models/plant.h"

#include "data/alarms/alarm_types.h"
#include "data/telemetry/result.h"
#include "data/telemetry/timestamp.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace telltale {

class AlarmFilterModel;
class AlarmListModel;
class AlarmTable;
class ResponsePanel;

/// The active alarms: list, note line, empty state, and below what the selected one asks for.
/// Thread  GUI.
class AlarmListView : public QWidget
{
    Q_OBJECT

public:
    explicit AlarmListView(const Plant &plant, QWidget *parent = nullptr);

    const AlarmListModel &list() const { return *m_list; }
    AlarmFilterModel &filter() const { return *m_filter; }
    AlarmTable &table() const { return *m_table; }
    QString note() const;
    void frame(Timestamp now);

    void acknowledge(); ///< the selected rows, as they are on screen
    void acknowledgeVisible(); ///< all rows in view except priority 1
    void silence();
    void comment();

Q_SIGNALS:
    void addRuleRequested();
    void openRequested(const QString &key);

private:
    QWidget *makeEmptyState();
    void act(AlarmAction action, const QString &said);
    void showOutcome(const Outcome &outcome, const QString &said);
    void showNote();
    void showEmptyState();
    void showResponse();

    const Plant &m_plant;
    AlarmListModel *m_list;
    AlarmFilterModel *m_filter;
    AlarmTable *m_table;
    ResponsePanel *m_response;
    QStackedWidget *m_stack;
    QLabel *m_note;
    QLabel *m_emptyTitle;
    QLabel *m_emptyHint;
    QPushButton *m_addRule;
    QString m_said; ///< of the last action
    Timestamp m_saidUntil {};
};

} // namespace telltale
