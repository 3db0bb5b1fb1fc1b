#pragma once

#include "models/alarm_journal.h"
#include "models/plant.h"
#include "models/rule_cures.h"
#include "models/workspace_edits.h"

#include <QTimer>
#include <QWidget>

#include <map>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace telltale {

class DataTable;
class HeadRow;
class HistoryJob;
class RowTableModel;

/// The ten worst alarms of a period with what would cure them: tried on history, applied to the
/// rules of the workspace with a click, and taken back with another. Before anybody looked it says
/// what looking does.
/// Thread  GUI.
class WorstAlarmsView : public QWidget
{
    Q_OBJECT

public:
    explicit WorstAlarmsView(const Plant &plant, QWidget *parent = nullptr);
    bool isRunning() const;
    /// Selects the rule with its cure; looks for them if that is not known.
    void showRule(const QString &id);

Q_SIGNALS:
    /// The rule is to be looked at, with its cure, before anything changes.
    void openRequested(const telltale::RuleCure &cure);

protected:
    void keyPressEvent(QKeyEvent *event) override; ///< Escape stops what runs

private:
    QWidget *makeHead();
    QWidget *makeEmptyState();
    void open();
    void showEmptyState();
    QPushButton *addButton(HeadRow &head, void (WorstAlarmsView::*slot)());
    void lookOrStop();
    void look();
    void apply();
    void undo();
    /// Puts `to` in the place of the rule, if it still is `from`; `reason` for the journal.
    void change(const AlarmRule &from, const AlarmRule &to, const QString &reason, bool isApplied);
    QString wordsOf(const RuleCure &cure) const;
    void stored(const AlarmRule &rule, bool isApplied);
    void showCures();
    bool selectWanted();
    void showState();
    const RuleCure *selected() const;

    const Plant &m_plant;
    const JournalSource m_journal;
    HistoryJob *m_job;
    QTimer m_look; ///< at the progress
    QComboBox *m_period = nullptr;
    QPushButton *m_start = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_apply = nullptr;
    QPushButton *m_undo = nullptr;
    QProgressBar *m_bar = nullptr;
    QLabel *m_note;
    RowTableModel *m_model;
    DataTable *m_table;
    QStackedWidget *m_stack;
    QLabel *m_emptyTitle = nullptr;
    QLabel *m_emptyHint = nullptr;
    bool m_hasLooked = false;
    QString m_wanted; ///< the rule to be selected once it is looked for
    std::vector<RuleCure> m_cures;
    std::map<std::string, AlarmRule> m_applied; ///< by id, as they were stored then
};

} // namespace telltale
