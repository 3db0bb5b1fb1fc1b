#include "widgets/alarms/rule_dialog.h"

#include "widgets/alarms/rule_reason_dialog.h"
#include "widgets/alarms/rule_trial_panel.h"
#include "widgets/common/form_fields.h"
#include "widgets/common/theme.h"

#include "models/alarm_words.h"
#include "models/value_text.h"

#include "data/telemetry/clock.h"
#include "data/telemetry/tag_registry.h"
#include "data/workspace/workspace.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace telltale {
namespace {

using Field = RuleDraft::Field;
constexpr int kWidth = 880;

double numberOf(const QLineEdit &field)
{
    return FormFields::number(field.text()).value_or(std::numeric_limits<double>::quiet_NaN());
}

std::string textOf(const QPlainTextEdit &field)
{
    return field.toPlainText().simplified().toStdString();
}

QPlainTextEdit *addText(QFormLayout &form, const QString &label, const QString &hint,
                        const QString &name)
{
    auto *field = new QPlainTextEdit;
    field->setObjectName(name);
    field->setPlaceholderText(hint);
    field->setTabChangesFocus(true);
    field->setFixedHeight(Theme::instance().measure(54));
    FormFields::frame(*field);
    form.addRow(label, field);
    return field;
}

} // namespace

RuleDialog::RuleDialog(const Plant &plant, const AlarmRule &start, QWidget *parent,
                       const std::optional<AlarmRule> &proposed)
    : FormDialog(plant, tr("Save rule"), parent)
    , m_start(proposed.value_or(start))
    , m_found(*plant.tags)
    , m_trial(new RuleTrialPanel(plant, start))
    , m_tellsAll(!start.id.empty())
{
    setWindowTitle(start.id.empty() ? tr("Add rule") : tr("Edit rule"));
    layOut(makeContent(), kWidth);
    fill();
    for (auto &[which, hint] : m_hints) {
        hint.start = hint.field->text();
        hint.isTouched = false;
    }
    completeTags(*m_tag);
    check();
}

QWidget *RuleDialog::makeContent()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::kGap);
    column->addWidget(beside(makeConditionForm(), makeResponseForm()));
    column->addWidget(m_trial);
    connect(m_trial, &RuleTrialPanel::openRequested, this, &RuleDialog::openRequested);
    return content;
}

QWidget *RuleDialog::makeConditionForm()
{
    auto *page = new QWidget;
    m_conditionForm = new QFormLayout(page);
    FormFields::style(*m_conditionForm);
    addTag();
    m_kind = new QComboBox;
    for (const RuleParameters::Form &one : m_forms)
        m_kind->addItem(one.title);
    m_kind->setObjectName(QStringLiteral("kind"));
    m_conditionForm->addRow(tr("Alarm when"), m_kind);
    addNumbers();
    addAdvice();
    addPriority();
    connect(m_kind, &QComboBox::currentIndexChanged, this, &RuleDialog::check);
    return page;
}

void RuleDialog::addTag()
{
    m_tag = addLine(*m_conditionForm, tr("Tag"), QStringLiteral("tag"));
    m_tag->setPlaceholderText(tr("plant/area/asset/tag, or a pattern with * and **"));
    m_matches = new QLabel;
    m_matches->setObjectName(QStringLiteral("tagHint"));
    m_matches->setTextFormat(Qt::PlainText);
    m_conditionForm->addRow(QString(), m_matches);
    m_hints[Field::Tag] = {m_tag, m_matches, {}, false};
}

void RuleDialog::addAdvice()
{
    auto *advice = new QHBoxLayout;
    m_advice = new QLabel;
    m_advice->setObjectName(QStringLiteral("second"));
    m_advice->setWordWrap(true);
    m_advice->setMinimumHeight(Theme::instance().measure(36));
    m_takeAdvice = new QPushButton(tr("Use"));
    m_takeAdvice->setAutoDefault(false);
    m_takeAdvice->setAccessibleName(tr("Use the proposed deadband and delays"));
    connect(m_takeAdvice, &QPushButton::clicked, this, &RuleDialog::takeAdvice);
    advice->addWidget(m_advice, 1);
    advice->addWidget(m_takeAdvice);
    m_conditionForm->addRow(advice); // as wide as the form: its words need the room
}

void RuleDialog::addPriority()
{
    m_priority = new QComboBox;
    m_priority->setObjectName(QStringLiteral("priority"));
    const QStringList times {tr("respond within 3 min"), tr("3 to 10 min"), tr("10 to 30 min"),
                             tr("more than 30 min")};
    for (int priority = 1; priority <= 4; ++priority)
        m_priority->addItem(QStringLiteral("%1 %2 · %3")
                                .arg(priority)
                                .arg(AlarmWords::priority(priority), times[priority - 1]));
    m_conditionForm->addRow(tr("Priority"), m_priority);
}

QWidget *RuleDialog::makeResponseForm()
{
    auto *page = new QWidget;
    auto *form = new QFormLayout(page);
    FormFields::style(*form);
    m_title = addLine(*form, tr("Title"), QStringLiteral("title"));
    m_title->setPlaceholderText(tr("what the operator reads first"));
    form->addRow(QString(), addHint(*m_title, Field::Title));
    m_cause
        = addText(*form, tr("Cause"), tr("what has probably happened"), QStringLiteral("cause"));
    m_consequence = addText(*form, tr("If nothing is done"), tr("what comes next"),
                            QStringLiteral("consequence"));
    m_action = addText(*form, tr("Do"), tr("what the operator does"), QStringLiteral("action"));
    m_within = addNumber(*form, tr("Respond within"), m_withinUnit, QStringLiteral("within"),
                         Field::Within);
    m_withinUnit->setText(tr("min", "minutes"));
    m_class = new QComboBox;
    m_class->setObjectName(QStringLiteral("class"));
    m_class->addItem(tr("process"), QStringLiteral("process"));
    m_class->addItem(tr("equipment"), QStringLiteral("equipment"));
    m_class->addItem(tr("safety"), QStringLiteral("safety"));
    m_class->addItem(tr("environment"), QStringLiteral("environment"));
    m_class->addItem(tr("quality"), QStringLiteral("quality"));
    m_class->addItem(tr("diagnostics"), QStringLiteral("diagnostics"));
    form->addRow(tr("Class"), m_class);
    for (QPlainTextEdit *field : {m_cause, m_consequence, m_action})
        connect(field, &QPlainTextEdit::textChanged, this, &RuleDialog::check);
    if (!m_start.id.empty())
        addReason(*form);
    return page;
}

/// Not of the rule: of its change, for the journal.
void RuleDialog::addReason(QFormLayout &form)
{
    m_reason = new QLineEdit(tr("revised", "a rule"));
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setToolTip(tr("Why the rule is changed: it stands in the journal"));
    form.addRow(tr("Reason"), m_reason);
    connect(m_reason, &QLineEdit::textChanged, this, &RuleDialog::check);
}

void RuleDialog::proposeReason(const QString &words)
{
    if (m_reason)
        m_reason->setText(words);
}

QLineEdit *RuleDialog::addNumber(QFormLayout &form, const QString &label, QLabel *&unit,
                                 const QString &name, Field which)
{
    auto *field = new QLineEdit;
    field->setObjectName(name);
    field->setAlignment(Qt::AlignRight);
    field->setMaximumWidth(Theme::instance().measure(120));
    unit = new QLabel;
    unit->setObjectName(QStringLiteral("second"));
    unit->setTextFormat(Qt::PlainText);
    auto *both = new QWidget;
    auto *line = new QHBoxLayout(both);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(field);
    line->addWidget(unit);
    line->addWidget(addHint(*field, which), 1);
    form.addRow(label, both);
    static_cast<QLabel *>(form.labelForField(both))->setBuddy(field);
    connect(field, &QLineEdit::textChanged, this, &RuleDialog::check);
    return field;
}

/// The place beside or below a field that says what is wrong with it.
QLabel *RuleDialog::addHint(QLineEdit &field, Field which)
{
    auto *hint = new QLabel;
    hint->setObjectName(field.objectName() + QStringLiteral("Hint"));
    hint->setTextFormat(Qt::PlainText);
    m_hints[which] = {&field, hint, {}, false};
    return hint;
}

void RuleDialog::fill()
{
    m_tag->setText(QString::fromStdString(m_start.tag));
    fillCondition();
    FormFields::showNumber(*m_onDelay, m_start.onDelaySeconds);
    FormFields::showNumber(*m_offDelay, m_start.offDelaySeconds);
    m_priority->setCurrentIndex(std::clamp(m_start.priority, 1, 4) - 1);
    m_title->setText(QString::fromStdString(m_start.title));
    m_cause->setPlainText(QString::fromStdString(m_start.cause));
    m_consequence->setPlainText(QString::fromStdString(m_start.consequence));
    m_action->setPlainText(QString::fromStdString(m_start.action));
    if (m_start.respondWithinSeconds > 0.0)
        FormFields::showNumber(*m_within, m_start.respondWithinSeconds / 60.0);
    const QString className = QString::fromStdString(m_start.alarmClass);
    if (!className.isEmpty() && m_class->findData(className) < 0)
        m_class->addItem(shownText(m_start.alarmClass), className);
    m_class->setCurrentIndex(std::max(0, m_class->findData(className)));
}

AlarmRule RuleDialog::rule() const
{
    AlarmRule rule = m_start;
    rule.tag = m_tag->text().trimmed().toStdString();
    rule.title = m_title->text().trimmed().toStdString();
    if (isOfThisForm())
        takeCondition(rule);
    rule.onDelaySeconds = numberOf(*m_onDelay);
    rule.offDelaySeconds = numberOf(*m_offDelay);
    rule.priority = m_priority->currentIndex() + 1;
    rule.cause = textOf(*m_cause);
    rule.consequence = textOf(*m_consequence);
    rule.action = textOf(*m_action);
    const double minutes = numberOf(*m_within);
    rule.respondWithinSeconds = m_within->text().trimmed().isEmpty() ? 0.0 : minutes * 60.0;
    rule.alarmClass = m_class->currentData().toString().toStdString();
    return rule;
}

void RuleDialog::check()
{
    const AlarmRule draft = rule();
    showTag(draft.tag);
    showParameters(draft);
    showAdvice();
    const std::map<Field, QString> faults = RuleDraft::faults(draft);
    const std::map<Field, QString> told = faultsToTell(faults);
    const QStringList missing = RuleDraft::missing(draft);
    const QString noReason = m_reason ? RuleReasonDialog::fault(*m_reason) : QString();
    showFaults(told);
    showTrial(draft, faults);
    m_save->setEnabled(told.empty() && noReason.isEmpty());
    m_save->setText(missing.isEmpty() ? tr("Save rule") : tr("Save as draft"));
    if (!told.empty())
        m_faults->setText(tr("%n field(s) to correct", nullptr, static_cast<int>(told.size())));
    else if (!noReason.isEmpty())
        m_faults->setText(noReason);
    else if (faults.empty() && !missing.isEmpty())
        m_faults->setText(tr("Still missing: %1. Until then the rule is a draft: it is journaled, "
                             "but raises no alarm.")
                              .arg(missing.join(QStringLiteral(", "))));
    else
        m_faults->clear();
}

/// Nobody is told of a field before typing in it or wanting to save.
std::map<Field, QString> RuleDialog::faultsToTell(std::map<Field, QString> faults)
{
    for (auto &[which, hint] : m_hints)
        hint.isTouched = hint.isTouched || hint.field->text() != hint.start;
    if (!m_tellsAll)
        std::erase_if(faults,
                      [this](const auto &fault) { return !m_hints.at(fault.first).isTouched; });
    return faults;
}

void RuleDialog::showFaults(const std::map<Field, QString> &faults)
{
    for (const auto &[which, hint] : m_hints) {
        const auto fault = faults.find(which);
        const QString text = fault == faults.end() ? QString() : fault->second;
        hint.field->setAccessibleDescription(text);
        if (which != Field::Tag || !text.isEmpty()) // how many tags it means stays
            hint.label->setText(text);
    }
}

void RuleDialog::showTag(const std::string &pattern)
{
    m_found.setPatterns({pattern});
    while (m_found.update()) { }
    const RuleMatches::Match match = m_found.of(pattern);
    m_tagInfo = match.tags == 0 ? TagInfo() : m_plant.tags->info(match.first);
    if (pattern.empty())
        m_matches->clear();
    else if (match.tags == 0)
        m_matches->setText(tr("no tag of this name so far; the rule takes it when it appears"));
    else
        m_matches->setText(tr("%n tag(s)", nullptr, static_cast<int>(match.tags)));
}

void RuleDialog::showAdvice()
{
    const RuleDraft::Signal signal = RuleDraft::signalOf(m_tagInfo);
    const RuleDraft::Advice advice = RuleDraft::adviceFor(signal);
    const QLocale locale;
    m_advice->setText(tr("Usual for %1: deadband %2 % of the range, delays %3 s on, %4 s off")
                          .arg(RuleDraft::signalWord(signal),
                               numberText(advice.deadbandPercent, -1, locale),
                               numberText(advice.onDelaySeconds, -1, locale),
                               numberText(advice.offDelaySeconds, -1, locale)));
}

/// Who would be told, and what, matters not.
void RuleDialog::showTrial(const AlarmRule &draft, const std::map<Field, QString> &faults)
{
    const auto isOfCondition = [](const auto &fault) {
        return fault.first != Field::Title && fault.first != Field::Within;
    };
    m_trial->setRule(draft, m_tagInfo, std::none_of(faults.begin(), faults.end(), isOfCondition));
}

void RuleDialog::takeAdvice()
{
    const RuleDraft::Advice advice = RuleDraft::adviceFor(RuleDraft::signalOf(m_tagInfo));
    FormFields::showNumber(*m_onDelay, advice.onDelaySeconds);
    FormFields::showNumber(*m_offDelay, advice.offDelaySeconds);
    proposeDeadband(advice);
}

bool RuleDialog::save()
{
    AlarmRule done = rule();
    if (const std::map<Field, QString> faults = RuleDraft::faults(done); !faults.empty()) {
        m_tellsAll = true;
        check();
        m_hints.at(faults.begin()->first).field->setFocus(Qt::OtherFocusReason);
        return false;
    }
    if (done.id.empty())
        done.id = RuleDraft::freeId(done.title, m_plant.workspace->rules);
    RuleDraft::rationalise(done, m_plant.user, m_plant.clock->now());
    Q_EMIT saved(done,
                 m_reason ? RuleReasonDialog::reason(*m_reason) : tr("new rule").toStdString());
    return true;
}

} // namespace telltale
