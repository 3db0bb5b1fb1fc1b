// The condition of a rule in its form: what its kind asks for.

#include "widgets/alarms/rule_dialog.h"

#include "widgets/common/form_fields.h"

#include "models/value_text.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>
#include <limits>

namespace telltale {
namespace {

/// Nothing: the field is empty. Not finite: what is typed is no number.
std::optional<double> typedIn(const QLineEdit &field)
{
    if (field.text().trimmed().isEmpty())
        return std::nullopt;
    return FormFields::number(field.text()).value_or(std::numeric_limits<double>::quiet_NaN());
}

} // namespace

void RuleDialog::addNumbers()
{
    QFormLayout &form = *m_conditionForm;
    for (const RuleParameter &parameter : RuleParameters::all())
        addParameter(parameter);
    m_onDelay = addNumber(form, tr("Delay on"), m_onDelayUnit, QStringLiteral("onDelay"),
                          RuleDraft::Field::OnDelay);
    m_offDelay = addNumber(form, tr("Delay off"), m_offDelayUnit, QStringLiteral("offDelay"),
                           RuleDraft::Field::OffDelay);
    for (QLabel *unit : {m_onDelayUnit, m_offDelayUnit})
        unit->setText(tr("s", "seconds"));
}

/// Named as in the file, without its unit.
void RuleDialog::addParameter(const RuleParameter &about)
{
    QString name = QString::fromLatin1(about.member);
    if (name.endsWith(QLatin1String("_s")))
        name.chop(2);
    Parameter added {about};
    if (!about.choices.isEmpty()) {
        added.choice = new QComboBox;
        added.choice->setObjectName(name);
        added.choice->addItems(about.choices);
        m_conditionForm->addRow(about.label, added.choice);
        connect(added.choice, &QComboBox::currentIndexChanged, this, &RuleDialog::check);
    } else {
        added.line = addNumber(*m_conditionForm, about.label, added.unit, name, about.field);
        added.line->setPlaceholderText(about.hint);
        if (about.text) {
            added.line->setAlignment(Qt::AlignLeft);
            added.line->setMaximumWidth(QWIDGETSIZE_MAX);
        }
    }
    m_parameters.push_back(added);
}

QWidget *RuleDialog::Parameter::row() const
{
    return choice ? choice : line->parentWidget();
}

/// A rule of another kind keeps its condition as its file has it; the rest can be edited here.
bool RuleDialog::isOfThisForm() const
{
    return std::any_of(m_forms.begin(), m_forms.end(),
                       [this](const RuleParameters::Form &one) { return one.isOf(m_start); });
}

/// What a new rule, or one that was of another kind, begins with is proposed.
void RuleDialog::fillCondition()
{
    const auto form
        = std::find_if(m_forms.begin(), m_forms.end(),
                       [this](const RuleParameters::Form &one) { return one.isOf(m_start); });
    m_kind->setCurrentIndex(form == m_forms.end() ? 0 : static_cast<int>(form - m_forms.begin()));
    for (const Parameter &parameter : m_parameters) {
        const RuleParameter &about = parameter.about;
        const bool isStored = !m_start.id.empty() && RuleParameters::belongsTo(about, m_start.kind);
        const AlarmRule &shown = isStored ? m_start : AlarmRule();
        if (about.choice)
            parameter.choice->setCurrentIndex(about.choice(shown));
        else if (about.text)
            parameter.line->setText(about.text(shown));
        else if (const auto number = isStored ? about.number(shown) : about.proposal)
            FormFields::showNumber(*parameter.line, *number);
    }
}

void RuleDialog::takeCondition(AlarmRule &rule) const
{
    RuleParameters::setForm(rule, m_forms[static_cast<std::size_t>(m_kind->currentIndex())]);
    for (const Parameter &parameter : m_parameters) {
        const RuleParameter &about = parameter.about;
        if (!RuleParameters::belongsTo(about, rule.kind))
            continue;
        if (about.choice)
            about.setChoice(rule, parameter.choice->currentIndex());
        else if (about.text)
            about.setText(rule, parameter.line->text());
        else
            about.setNumber(rule, typedIn(*parameter.line));
    }
}

/// Those of the kind that is chosen, in the unit of the tag.
void RuleDialog::showParameters(const AlarmRule &draft)
{
    const bool hasForm = isOfThisForm();
    const QString unit = shownText(m_tagInfo.unit);
    m_conditionForm->setRowVisible(m_kind, hasForm);
    for (const Parameter &parameter : m_parameters) {
        const bool isAsked = hasForm && RuleParameters::belongsTo(parameter.about, draft.kind);
        m_conditionForm->setRowVisible(parameter.row(), isAsked);
        if (parameter.unit)
            parameter.unit->setText(RuleParameters::unit(parameter.about, draft.kind, unit));
    }
}

/// It is a part of the tag's range: of a rate it would say nothing.
void RuleDialog::proposeDeadband(const RuleDraft::Advice &advice)
{
    const std::optional<double> deadband = RuleDraft::deadbandOf(advice, m_tagInfo);
    if (!deadband || rule().kind == AlarmRule::Kind::Rate)
        return;
    for (const Parameter &parameter : m_parameters) {
        if (parameter.about.field == RuleDraft::Field::Deadband)
            FormFields::showNumber(*parameter.line, *deadband);
    }
}

} // namespace telltale
