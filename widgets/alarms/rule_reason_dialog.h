#pragma once

#include "widgets/common/form_dialog.h"

#include "data/alarms/alarm_rule.h"

#include <string>

namespace telltale {

/// Asks why a rule is switched or removed, before that is done: the words go into the journal.
/// Thread  GUI.
class RuleReasonDialog : public FormDialog
{
    Q_OBJECT

public:
    enum class Change { SwitchOff, SwitchOn, Remove };

    RuleReasonDialog(const Plant &plant, Change change, const AlarmRule &rule,
                     QWidget *parent = nullptr);
    /// What is typed in a field for a reason, here and in the form of a rule.
    static std::string reason(const QLineEdit &field);
    static QString fault(const QLineEdit &field); ///< empty: it is one

Q_SIGNALS:
    /// To be done; showSaved() answers.
    void confirmed(const std::string &reason);

private:
    void check() override;
    bool save() override;

    QLineEdit *m_reason = nullptr;
};

} // namespace telltale
