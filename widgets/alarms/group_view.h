#pragma once

#include "models/passing_text.h"
#include "models/plant.h"

#include "data/alarms/alarm_types.h"

#include <QWidget>

#include <string>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace telltale {

class AlarmGroupModel;
class DataTable;
class PointerHold;

/// An alarm group: its members from the first-out on, how long after it each came, and their
/// acknowledgement: A for the group - each member by itself, not priority 1 -, Space for the
/// selected one, Enter opens its asset. When that one leaves, none takes its place. While
/// the pointer moves over them no row changes place.
/// Thread  GUI. frame() as often as it shall follow the alarms.
class GroupView : public QWidget
{
    Q_OBJECT

public:
    GroupView(const Plant &plant, std::string group, QWidget *parent = nullptr);

    const AlarmGroupModel &members() const { return *m_members; }
    DataTable &table() const { return *m_table; }
    QString note() const; ///< what was just done or refused
    void frame(Timestamp now);
    void acknowledgeGroup();
    void acknowledge();

Q_SIGNALS:
    void openRequested(const QString &key);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeFoot();
    QPushButton *addButton(const QString &text, void (GroupView::*slot)());
    void send(AlarmAction action, const QString &said);
    void say(const QString &text);
    void openAsset();
    void showMembers();

    const Plant &m_plant;
    AlarmGroupModel *m_members;
    DataTable *m_table;
    PointerHold *m_hold;
    QStackedWidget *m_stack;
    QLabel *m_first;
    QLabel *m_counts;
    QLabel *m_note;
    QPushButton *m_all;
    QPushButton *m_one;
    PassingText m_said;
    bool m_hasOffered = false; ///< the first row was selected without a person
};

} // namespace telltale
