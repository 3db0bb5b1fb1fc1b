#include "widgets/alarms/rules_view.h"

#include "widgets/alarms/rule_dialog.h"
#include "widgets/alarms/worst_alarms_view.h"
#include "widgets/common/data_table.h"
#include "widgets/common/edit_permission.h"
#include "widgets/common/elided_label.h"
#include "widgets/common/error_words.h"
#include "widgets/common/head_row.h"
#include "widgets/common/notice.h"
#include "widgets/common/segment_bar.h"
#include "widgets/common/theme.h"

#include "models/cure_table.h"
#include "models/rule_draft.h"
#include "models/rule_table.h"
#include "models/told_words.h"
#include "models/value_text.h"
#include "models/workspace_edits.h"

#include "data/workspace/workspace.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace telltale {
namespace {

constexpr std::chrono::seconds kShowEvery {1}; ///< while their tags are counted

} // namespace

RulesView::RulesView(const Plant &plant, QWidget *parent)
    : QWidget(parent)
    , m_plant(plant)
    , m_matches(*plant.tags)
    , m_model(new RowTableModel(RuleTable::columns(), this))
    , m_table(new DataTable(QStringLiteral("rules"), tr("Alarm rules")))
    , m_note(new ElidedLabel)
    , m_parts(new SegmentBar(tr("Rules or the worst alarms")))
    , m_stack(new QStackedWidget)
    , m_worst(new WorstAlarmsView(plant))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new HeadRow;
    head->setContentsMargins(12, 8, 12, 8);
    head->keepWords();
    m_note->setObjectName(QStringLiteral("second"));
    m_note->setTextFormat(Qt::PlainText);
    m_parts->setSegments({tr("Rules"), tr("Worst alarms")});
    head->start()->addWidget(m_parts);
    head->start()->addWidget(m_note, 1);
    column->addWidget(head);
    m_edit = addButton(tr("Edit…"), &RulesView::editRule);
    m_switch = addButton(tr("Switch off"), &RulesView::switchRule);
    m_remove = addButton(tr("Remove"), &RulesView::removeRule);
    m_add = new QPushButton(tr("Add rule…"));
    m_add->setObjectName(QStringLiteral("primary"));
    m_add->setAutoDefault(false);
    connect(m_add, &QPushButton::clicked, this, [this] { addRule(); });
    for (QPushButton *button : {m_remove, m_switch, m_edit, m_add})
        head->end()->addWidget(button);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_worst);
    column->addWidget(m_stack, 1);
    connect(m_parts, &SegmentBar::chosen, this, &RulesView::showPart);
    connect(m_worst, &WorstAlarmsView::openRequested, this, &RulesView::openCure);
    auto *sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(m_model);
    sorted->setSortRole(RowTableModel::ValueRole);
    m_table->setModel(sorted);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(RuleTable::PriorityColumn, Qt::AscendingOrder);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setColumns(
        {{84, 4}, {150, 20}, {130, 34}, {130, 14}, {118, 6, 1}, {64, 4, 2}, {84, 8, 3}});
    m_table->fitToWords();
    connect(m_table, &QAbstractItemView::activated, this, &RulesView::editRule);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RulesView::showButtons);
}

QPushButton *RulesView::addButton(const QString &text, void (RulesView::*slot)())
{
    auto *button = new QPushButton(text);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, slot);
    return button;
}

void RulesView::showWorst(const QString &rule)
{
    m_parts->setCurrent(1);
    showPart(1);
    if (!rule.isEmpty())
        m_worst->showRule(rule);
}

/// Of the rules as they are now.
void RulesView::showPart(int part)
{
    m_stack->setCurrentIndex(part);
    for (QPushButton *button : {m_remove, m_switch, m_edit, m_add})
        button->setVisible(part == 0);
    refresh();
}

void RulesView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void RulesView::refresh()
{
    std::set<std::string> patterns;
    for (const AlarmRule &rule : m_plant.workspace->rules)
        patterns.insert(rule.tag);
    m_matches.setPatterns(patterns);
    m_isCounting = m_matches.update();
    showRules();
}

void RulesView::frame(Timestamp now)
{
    const bool wasCounting = std::exchange(m_isCounting, m_matches.update());
    const bool isOver = wasCounting && !m_isCounting;
    if (!isOver && (!m_isCounting || now - m_shownAt < kShowEvery))
        return;
    m_shownAt = now;
    showRules();
}

void RulesView::showRules()
{
    m_model->setTableRows(RuleTable::rows(m_plant.workspace->rules, m_matches, *m_plant.tags));
    m_note->setText(countWords());
    showButtons();
}

/// Rules whose file is broken are not there, which is not the same as that there are none.
QString RulesView::countWords() const
{
    const std::size_t count = m_plant.workspace->rules.size();
    if (count > 0)
        return tr("%n rule(s)", nullptr, static_cast<int>(count));
    const std::string broken = m_plant.workspace->problemOf("rules.json");
    return broken.empty()
        ? tr("No rules yet: add one to be told when a value leaves its range.")
        //: %1 "rules.json: line 7: a comma or a } is missing …"
        : tr("The rules are missing, their file is broken. Mend it and start again: %1")
              .arg(ToldWords::detail(broken));
}

void RulesView::showButtons()
{
    const int rule = selectedRule();
    for (QPushButton *button : {m_edit, m_switch, m_remove})
        button->setEnabled(rule >= 0);
    if (rule >= 0)
        m_switch->setText(m_plant.workspace->rules[static_cast<std::size_t>(rule)].enabled
                              ? tr("Switch off")
                              : tr("Switch on"));
}

int RulesView::selectedRule() const
{
    const QModelIndexList selected = m_table->selectionModel()->selectedRows();
    if (selected.isEmpty())
        return -1;
    const AlarmRule *found
        = findRule(m_plant.workspace->rules,
                   selected.first().data(RowTableModel::KeyRole).toString().toStdString());
    return found ? static_cast<int>(found - m_plant.workspace->rules.data()) : -1;
}

void RulesView::addRule(const QString &tag)
{
    AlarmRule rule;
    rule.tag = tag.toStdString();
    openDialog(rule);
}

/// The list of alarms stays where it is: the dialog is beside it.
void RulesView::openRule(const QString &id)
{
    if (const AlarmRule *rule = findRule(m_plant.workspace->rules, id.toStdString()))
        openDialog(*rule);
    else
        Notice::say(*this, tr("This rule is not there any more."));
}

void RulesView::proposeDelays(const QString &id, const QString &tag)
{
    const AlarmRule *rule = findRule(m_plant.workspace->rules, id.toStdString());
    if (!rule)
        return openRule(id);
    const TagId chattering = m_plant.tags->find(tag.toStdString());
    RuleCure cure;
    cure.kind = RuleCure::Kind::Delays;
    cure.before = *rule;
    cure.after = RuleDraft::slower(
        *rule, chattering.isValid() ? m_plant.tags->info(chattering) : TagInfo());
    openCure(cure);
}

void RulesView::editRule()
{
    const int rule = selectedRule();
    if (rule >= 0)
        openDialog(m_plant.workspace->rules[static_cast<std::size_t>(rule)]);
}

/// With the cure in its fields, if it still is the rule that was tried.
void RulesView::openCure(const RuleCure &cure)
{
    const AlarmRule *stored = findRule(m_plant.workspace->rules, cure.before.id);
    if (!stored)
        return openRule(QString::fromStdString(cure.before.id));
    const bool isForm
        = cure.kind != RuleCure::Kind::None && cure.kind != RuleCure::Kind::Retirement;
    if (isForm && *stored == cure.before)
        openDialog(*stored, cure.after,
                   CureTable::cureText(cure, m_plant.workspace->rules, *m_plant.tags));
    else
        openDialog(*stored);
}

void RulesView::openDialog(const AlarmRule &start, const std::optional<AlarmRule> &proposed,
                           const QString &words)
{
    if (!mayEdit(m_plant, this))
        return;
    if (m_dialog && m_dialog->isVisible()) {
        m_dialog->raise();
        return m_dialog->activateWindow();
    }
    auto *dialog = new RuleDialog(m_plant, start, this, proposed);
    m_dialog = dialog;
    if (!words.isEmpty()) {
        dialog->setWindowTitle(dialog->windowTitle() + QStringLiteral(" · ") + words);
        dialog->proposeReason(words);
    }
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_asked = start.id;
    connect(dialog, &QDialog::finished, this, &RulesView::giveKeysBack);
    connect(dialog, &RuleDialog::openRequested, this, &RulesView::openRequested);
    connect(dialog, &RuleDialog::saved, this,
            [this, dialog, id = start.id](const AlarmRule &changed, const std::string &reason) {
                m_asked = changed.id;
                edit([id, changed](Rules &rules) { WorkspaceEdits::put(rules, id, changed); },
                     reason, dialog);
            });
    dialog->show(); // beside the trends that it opens
}

void RulesView::switchRule()
{
    const int rule = selectedRule();
    if (rule < 0 || !mayEdit(m_plant, this))
        return;
    const AlarmRule &switched = m_plant.workspace->rules[static_cast<std::size_t>(rule)];
    const bool isOn = !switched.enabled;
    askWhy(isOn ? RuleReasonDialog::Change::SwitchOn : RuleReasonDialog::Change::SwitchOff,
           switched, [id = switched.id, isOn](Rules &rules) {
               for (AlarmRule &one : rules)
                   one.enabled = one.id == id ? isOn : one.enabled;
           });
}

void RulesView::removeRule()
{
    const int rule = selectedRule();
    if (rule < 0 || !mayEdit(m_plant, this))
        return;
    const AlarmRule &doomed = m_plant.workspace->rules[static_cast<std::size_t>(rule)];
    askWhy(RuleReasonDialog::Change::Remove, doomed, [id = doomed.id](Rules &rules) {
        std::erase_if(rules, [&id](const AlarmRule &one) { return one.id == id; });
    });
}

void RulesView::askWhy(RuleReasonDialog::Change what, const AlarmRule &rule,
                       const std::function<void(Rules &)> &change)
{
    auto *dialog = new RuleReasonDialog(m_plant, what, rule, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_asked = rule.id;
    connect(dialog, &QDialog::finished, this, &RulesView::giveKeysBack);
    connect(dialog, &RuleReasonDialog::confirmed, this,
            [this, dialog, change](const std::string &reason) { edit(change, reason, dialog); });
    dialog->open();
}

/// To the list, and there to the rule that was edited: the button for it may be disabled meanwhile.
void RulesView::giveKeysBack()
{
    if (!isVisible() || m_stack->currentWidget() != m_table)
        return;
    for (int row = 0; row < m_table->model()->rowCount(); ++row) {
        const QModelIndex rule = m_table->model()->index(row, 0);
        if (rule.data(RowTableModel::KeyRole).toString().toStdString() == m_asked)
            m_table->setCurrentIndex(rule);
    }
    m_table->setFocus(Qt::OtherFocusReason);
}

/// Shown once it is stored. `dialog`: where it was typed; it may be closed before.
void RulesView::edit(const std::function<void(Rules &)> &change, const std::string &reason,
                     FormDialog *dialog)
{
    WorkspaceEdits::editRules(
        m_plant, change, reason,
        [view = QPointer(this), asker = QPointer(dialog)](const Outcome &saved) {
            if (view)
                view->refresh();
            if (asker)
                asker->showSaved(saved);
            else if (view && !saved.ok())
                view->m_note->setText(ErrorWords::unsaved(saved.error()));
        });
}

} // namespace telltale
