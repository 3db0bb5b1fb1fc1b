#include "widgets/alarms/rule_reason_dialog.h"

#include "widgets/common/form_fields.h"

#include "models/value_text.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace telltale {
namespace {

using Change = RuleReasonDialog::Change;
constexpr int kWidth = 480;

struct Words
{
    QString title; ///< of the dialog and of its button
    QString question; ///< %1 the rule
    QString reason; ///< proposed
};

Words wordsOf(Change change)
{
    switch (change) {
    case Change::SwitchOff:
        return {RuleReasonDialog::tr("Switch off"),
                RuleReasonDialog::tr("Switch off the rule \"%1\"? Until it is switched on it "
                                     "raises no alarm."),
                RuleReasonDialog::tr("not needed for now", "a rule")};
    case Change::SwitchOn:
        return {RuleReasonDialog::tr("Switch on"),
                RuleReasonDialog::tr("Switch on the rule \"%1\"?"),
                RuleReasonDialog::tr("needed again", "a rule")};
    case Change::Remove:
        break;
    }
    return {RuleReasonDialog::tr("Remove"),
            RuleReasonDialog::tr("Remove the rule \"%1\"? Its journal stays."),
            RuleReasonDialog::tr("no longer needed", "a rule")};
}

} // namespace

RuleReasonDialog::RuleReasonDialog(const Plant &plant, Change change, const AlarmRule &rule,
                                   QWidget *parent)
    : FormDialog(plant, wordsOf(change).title, parent)
{
    const Words words = wordsOf(change);
    setWindowTitle(words.title);
    auto *page = new QWidget;
    auto *form = new QFormLayout(page);
    FormFields::style(*form);
    auto *question = new QLabel(words.question.arg(shownText(rule.title)));
    question->setObjectName(QStringLiteral("question"));
    question->setTextFormat(Qt::PlainText);
    question->setWordWrap(true);
    form->addRow(question);
    m_reason = addLine(*form, tr("Reason"), QStringLiteral("reason"));
    layOut(page, kWidth);
    if (change == Change::Remove) { // not by an Enter too many
        m_save->setDefault(false);
        m_save->setAutoDefault(false);
    }
    m_reason->setText(words.reason);
    m_reason->setFocus();
    m_reason->selectAll();
}

std::string RuleReasonDialog::reason(const QLineEdit &field)
{
    return field.text().simplified().toStdString();
}

QString RuleReasonDialog::fault(const QLineEdit &field)
{
    return reason(field).empty() ? tr("A reason is needed: it stands in the journal.") : QString();
}

void RuleReasonDialog::check()
{
    const QString wrong = fault(*m_reason);
    m_faults->setText(wrong);
    m_save->setEnabled(wrong.isEmpty());
    m_reason->setAccessibleDescription(wrong);
}

bool RuleReasonDialog::save()
{
    Q_EMIT confirmed(reason(*m_reason));
    return true;
}

} // namespace telltale
