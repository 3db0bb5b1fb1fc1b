#pragma once

#include "widgets/alarms/rule_reason_dialog.h"

#include "models/plant.h"
#include "models/rule_matches.h"
#include "models/workspace_edits.h"

#include "data/alarms/alarm_rule.h"
#include "data/telemetry/timestamp.h"

#include <QPointer>
#include <QWidget>

#include <functional>
#include <optional>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace telltale {

class DataTable;
class RowTableModel;
class RuleDialog;
class SegmentBar;
class WorstAlarmsView;
struct RuleCure;

/// Segment `Rules` of the alarm page: the rules of the workspace, to add, edit, switch and remove,
/// and the worst of them with what would cure them.
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
    void openRule(const QString &id); ///< the same, of one that is there
    /// The same with longer delays in its fields, of one that chatters on `tag`.
    void proposeDelays(const QString &id, const QString &tag);
    void showWorst(const QString &rule = {}); ///< and the cure of one of them

Q_SIGNALS:
    void openRequested(const QString &place);

protected:
    void showEvent(QShowEvent *event) override;

private:
    using Rules = WorkspaceEdits::Rules;

    void refresh();
    void showRules();
    QString countWords() const;
    void showPart(int part);
    QPushButton *addButton(const QString &text, void (RulesView::*slot)());
    void editRule();
    void switchRule();
    void removeRule();
    void askWhy(RuleReasonDialog::Change what, const AlarmRule &rule,
                const std::function<void(Rules &)> &change);
    void openCure(const RuleCure &cure);
    /// `proposed`: what its fields say instead; `words` of it for the title.
    void openDialog(const AlarmRule &start, const std::optional<AlarmRule> &proposed = {},
                    const QString &words = {});
    void edit(const std::function<void(Rules &)> &change, const std::string &reason,
              FormDialog *dialog);
    void giveKeysBack();
    int selectedRule() const; ///< index in the workspace, or -1
    void showButtons();

    const Plant &m_plant;
    RuleMatches m_matches;
    bool m_isCounting = true;
    Timestamp m_shownAt {};
    RowTableModel *m_model;
    DataTable *m_table;
    QLabel *m_note;
    SegmentBar *m_parts;
    QStackedWidget *m_stack;
    WorstAlarmsView *m_worst;
    QPointer<RuleDialog> m_dialog; ///< the one that is open
    std::string m_asked; ///< id of the rule that the last dialog was about
    QPushButton *m_edit = nullptr;
    QPushButton *m_switch = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_add = nullptr;
};

} // namespace telltale
