#pragma once

#include "models/plant.h"
#include "models/rule_backtest.h"

#include "data/alarms/alarm_rule.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace telltale {

class DataTable;
class HistoryJob;
class RowTableModel;

/// "Try on history" in the form of a rule: what it would have raised in the time chosen, beside
/// what it is compared with, and each of these times.
/// Thread  GUI.
class RuleTrialPanel : public QWidget
{
    Q_OBJECT

public:
    /// `stored`: the rule before it was edited; without an id it is new.
    RuleTrialPanel(const Plant &plant, AlarmRule stored, QWidget *parent = nullptr);
    /// The rule as its form stands. What was found for another condition goes. `tag`: the first it
    /// means.
    void setRule(const AlarmRule &rule, const TagInfo &tag, bool canBeTried);
    bool isRunning() const;

Q_SIGNALS:
    /// The trend of a time the rule would have raised.
    void openRequested(const QString &place);

protected:
    /// Escape stops what runs, and closes the form only then; Enter is for what has the keys, and
    /// does not save.
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeHead();
    void start();
    void showFound(const RuleBacktest &asked, const HistoryTrialResult &found);
    void showState();
    void clear();

    const Plant &m_plant;
    const AlarmRule m_stored;
    AlarmRule m_rule;
    TagInfo m_tag;
    bool m_canBeTried = false;
    HistoryJob *m_job;
    QTimer m_look; ///< at the progress
    QComboBox *m_period = nullptr;
    QPushButton *m_try = nullptr;
    QProgressBar *m_bar = nullptr;
    QLabel *m_words;
    RowTableModel *m_rows;
    DataTable *m_table;
};

} // namespace telltale
