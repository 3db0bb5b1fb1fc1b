#pragma once

#include "models/rule_draft.h"
#include "models/rule_matches.h"
#include "models/rule_parameters.h"
#include "widgets/common/form_dialog.h"

#include "data/alarms/alarm_rule.h"
#include "data/telemetry/tag.h"

#include <optional>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace telltale {

class RuleTrialPanel;

/// Adds or edits a rule: asks for what its kind needs. Says beside each field what is wrong with
/// it, as it is typed, of all of them when somebody wants to save; without the rationalisation
/// fields the rule is saved as a draft, and that is said too.
/// Thread  GUI.
class RuleDialog : public FormDialog
{
    Q_OBJECT

public:
    /// `proposed`: what its fields say instead of what is stored, which it is compared with.
    RuleDialog(const Plant &plant, const AlarmRule &start, QWidget *parent = nullptr,
               const std::optional<AlarmRule> &proposed = {});
    AlarmRule rule() const; ///< as the fields stand
    void proposeReason(const QString &words); ///< of a change, instead of "revised"

Q_SIGNALS:
    /// To be saved; showSaved() answers.
    void saved(const telltale::AlarmRule &rule, const std::string &reason);
    void openRequested(const QString &place);

private:
    /// A parameter of the condition and where it is typed or chosen.
    struct Parameter
    {
        RuleParameter about;
        QLineEdit *line = nullptr;
        QLabel *unit = nullptr;
        QComboBox *choice = nullptr;
        QWidget *row() const;
    };

    bool isOfThisForm() const;
    void takeCondition(AlarmRule &rule) const;
    void addParameter(const RuleParameter &about);
    void fillCondition();
    void showParameters(const AlarmRule &draft);
    QWidget *makeConditionForm();
    void addTag();
    void addNumbers();
    void addAdvice();
    void addPriority();
    void addReason(QFormLayout &form);
    QWidget *makeResponseForm();
    QWidget *makeContent();
    QLineEdit *addNumber(QFormLayout &form, const QString &label, QLabel *&unit,
                         const QString &name, RuleDraft::Field field);
    QLabel *addHint(QLineEdit &field, RuleDraft::Field which);
    std::map<RuleDraft::Field, QString> faultsToTell(std::map<RuleDraft::Field, QString> faults);
    void showFaults(const std::map<RuleDraft::Field, QString> &faults);
    void fill();
    void check() override;
    void showTag(const std::string &pattern);
    void proposeDeadband(const RuleDraft::Advice &advice);
    void showAdvice();
    void showTrial(const AlarmRule &draft, const std::map<RuleDraft::Field, QString> &faults);
    void takeAdvice();
    bool save() override;

    AlarmRule m_start;
    RuleMatches m_found; ///< what the pattern in the form means
    TagInfo m_tagInfo; ///< of the first tag it means
    QFormLayout *m_conditionForm = nullptr;
    QLineEdit *m_tag = nullptr;
    QLabel *m_matches = nullptr;
    QComboBox *m_kind = nullptr;
    const std::vector<RuleParameters::Form> m_forms = RuleParameters::forms();
    std::vector<Parameter> m_parameters;
    QLineEdit *m_onDelay = nullptr;
    QLabel *m_onDelayUnit = nullptr;
    QLineEdit *m_offDelay = nullptr;
    QLabel *m_offDelayUnit = nullptr;
    QLabel *m_advice = nullptr;
    QPushButton *m_takeAdvice = nullptr;
    QComboBox *m_priority = nullptr;
    QLineEdit *m_title = nullptr;
    QPlainTextEdit *m_cause = nullptr;
    QPlainTextEdit *m_consequence = nullptr;
    QPlainTextEdit *m_action = nullptr;
    QLineEdit *m_within = nullptr;
    QLabel *m_withinUnit = nullptr;
    QComboBox *m_class = nullptr;
    QLineEdit *m_reason = nullptr; ///< of a change; null: it is a new rule
    RuleTrialPanel *m_trial;
    struct Hint
    {
        QLineEdit *field = nullptr;
        QLabel *label = nullptr;
        QString start; ///< of the field, before anybody typed
        bool isTouched = false;
    };
    std::map<RuleDraft::Field, Hint> m_hints;
    bool m_tellsAll = false; ///< what is wrong with fields nobody touched, too
};

} // namespace telltale
