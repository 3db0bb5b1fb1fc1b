#pragma once

#include "models/plant.h"
#include "models/rule_matches.h"
#include "models/workspace_edits.h"

#include "data/alarms/alarm_rule.h"
#include "data/telemetry/timestamp.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace telltale {

class DataTable;
class RowTableModel;
class RuleDialog;

/// Segment `Rules` of the alarm page: the rules of the workspace, to add, edit, switch and remove.
/// Thread  GUI.
class RulesView : public QWidget
{
    Q_OBJECT

public:
    explicit RulesView(const Plant &plant, QWidget *parent = nullptr);
    /// Goes on counting the tags of each rule.
    void frame(Timestamp now);
    /// They are counted, and shown.
    bool isComplete() const { return !m_isCounting; }
    void addRule(const QString &tag = {}); ///< opens the dialog

protected:
    void showEvent(QShowEvent *event) override;

private:
    using Rules = WorkspaceEdits::Rules;

    void refresh();
    void showRules();
    QPushButton *addButton(const QString &text, void (RulesView::*slot)());
    void editRule();
    void switchRule();
    void removeRule();
    void openDialog(const AlarmRule &start);
    void edit(const std::function<void(Rules &)> &change, RuleDialog *dialog = nullptr);
    int selectedRule() const; ///< index in the workspace, or -1
    void showButtons();

    const Plant &m_plant;
    RuleMatches m_matches;
    bool m_isCounting = true;
    Timestamp m_shownAt {};
    RowTableModel *m_model;
    DataTable *m_table;
    QLabel *m_note;
    QPushButton *m_edit = nullptr;
    QPushButton *m_switch = nullptr;
    QPushButton *m_remove = nullptr;
};

} // namespace telltale
