#include "widgets/alarms/worst_alarms_view.h"

#include "widgets/common/data_table.h"
#include "widgets/common/edit_permission.h"
#include "widgets/common/elided_label.h"
#include "widgets/common/error_words.h"
#include "widgets/common/head_row.h"
#include "widgets/common/theme.h"

#include "models/cure_table.h"
#include "models/history_job.h"
#include "models/rule_draft.h"

#include "data/telemetry/clock.h"
#include "data/telemetry/tag_registry.h"
#include "data/workspace/workspace.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace telltale {
namespace {

constexpr std::chrono::milliseconds kLookEvery {100};
constexpr int kWhole = 1000; ///< of the bar

} // namespace

WorstAlarmsView::WorstAlarmsView(const Plant &plant, QWidget *parent)
    : QWidget(parent)
    , m_plant(plant)
    , m_journal(journalOfFolder(plant.dataFolder))
    , m_job(new HistoryJob(plant.dataFolder, this))
    , m_note(new ElidedLabel)
    , m_model(new RowTableModel(CureTable::columns(), this))
    , m_table(new DataTable(QStringLiteral("worst-alarms"), tr("Worst alarms and their cures")))
    , m_stack(new QStackedWidget)
{
    m_look.setInterval(kLookEvery);
    connect(&m_look, &QTimer::timeout, this, &WorstAlarmsView::showState);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setColumns(
        {{170, 18}, {120, 14, 2}, {80, 4}, {212, 24}, {110, 8}, {130, 8, 1}, {90, 6}});
    m_table->setToolTip(tr("A double click opens the rule with its cure"));
    m_stack->addWidget(m_table);
    m_stack->addWidget(makeEmptyState());
    column->addWidget(m_stack, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &WorstAlarmsView::showState);
    connect(m_table, &QAbstractItemView::activated, this, &WorstAlarmsView::open);
    m_note->setText(
        tr("The ten rules that came most often, and what history says would cure them."));
    showState();
}

QWidget *WorstAlarmsView::makeHead()
{
    auto *head = new HeadRow;
    head->setContentsMargins(12, 0, 12, 8);
    m_note->setObjectName(QStringLiteral("second"));
    m_note->setTextFormat(Qt::PlainText);
    m_bar = new QProgressBar;
    m_bar->setAccessibleName(tr("How much of the period was looked at"));
    m_bar->setMaximum(kWhole);
    m_period = new QComboBox;
    m_period->setObjectName(QStringLiteral("worstPeriod"));
    m_period->setAccessibleName(tr("Period to look at"));
    for (const int days : {1, 7, 30, 90})
        m_period->addItem(tr("The last %n day(s)", nullptr, days), days);
    m_period->setCurrentIndex(1);
    head->start()->addWidget(m_note, 1);
    head->start()->addWidget(m_bar);
    head->start()->addWidget(m_period);
    m_start = addButton(*head, &WorstAlarmsView::lookOrStop);
    m_open = addButton(*head, &WorstAlarmsView::open);
    m_undo = addButton(*head, &WorstAlarmsView::undo);
    m_apply = addButton(*head, &WorstAlarmsView::apply);
    m_open->setText(tr("Open rule…"));
    m_undo->setText(tr("Undo"));
    m_apply->setText(tr("Apply cure"));
    return head;
}

QWidget *WorstAlarmsView::makeEmptyState()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    m_emptyTitle = new QLabel;
    m_emptyTitle->setObjectName(QStringLiteral("worstEmptyTitle"));
    m_emptyHint = new QLabel;
    m_emptyHint->setObjectName(QStringLiteral("second"));
    m_emptyHint->setWordWrap(true);
    m_emptyHint->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    column->setContentsMargins(Theme::kMargin, Theme::kMargin, Theme::kMargin, Theme::kMargin);
    column->addStretch(1);
    column->addWidget(m_emptyTitle, 0, Qt::AlignHCenter);
    column->addWidget(m_emptyHint);
    column->addStretch(2);
    return page;
}

QPushButton *WorstAlarmsView::addButton(HeadRow &head, void (WorstAlarmsView::*slot)())
{
    auto *button = new QPushButton;
    button->setAutoDefault(false);
    head.end()->addWidget(button);
    connect(button, &QPushButton::clicked, this, slot);
    return button;
}

void WorstAlarmsView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || !isRunning())
        return QWidget::keyPressEvent(event);
    lookOrStop();
    event->accept();
}

bool WorstAlarmsView::isRunning() const
{
    return m_job->isRunning();
}

void WorstAlarmsView::lookOrStop()
{
    if (!isRunning())
        return look();
    m_job->cancel();
    m_note->clear();
    showState();
}

void WorstAlarmsView::showRule(const QString &id)
{
    m_wanted = id;
    if (!isRunning() && !selectWanted())
        look();
}

bool WorstAlarmsView::selectWanted()
{
    const int row = m_model->find(m_wanted.toStdString());
    if (row < 0)
        return false;
    m_table->selectRow(row);
    m_wanted.clear();
    return true;
}

void WorstAlarmsView::look()
{
    const Timestamp now = m_plant.clock->now();
    const TimeRange range {now - std::chrono::hours(24 * m_period->currentData().toInt()), now};
    auto worst = std::make_shared<WorstCures>();
    m_job->run(
        [worst, range, journal = m_journal, tags = m_plant.tags, rules = m_plant.workspace->rules](
            HistoryReader &reader, HistoryJob::Progress &progress) -> Outcome {
            Result<WorstCures> found = curesOfWorst(reader, journal, *tags, rules, range, progress);
            if (!found.ok())
                return found.error();
            *worst = std::move(found).value();
            return {};
        },
        [this, worst](const Outcome &looked) {
            m_applied.clear();
            m_hasLooked = looked.ok();
            m_note->setText(looked.ok() ? CureTable::summary(*worst, m_plant)
                                        : ErrorWords::sentence(looked.error()));
            m_cures = std::move(worst->cures);
            showCures();
            if (!m_wanted.isEmpty() && !selectWanted() && looked.ok())
                m_note->setText(tr("The rule is not among the ten worst of this time."));
        });
    m_note->clear();
    m_look.start();
    showState();
}

const RuleCure *WorstAlarmsView::selected() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return nullptr;
    const std::string id = rows.first().data(RowTableModel::KeyRole).toString().toStdString();
    const auto found = std::find_if(m_cures.begin(), m_cures.end(),
                                    [&id](const RuleCure &cure) { return cure.before.id == id; });
    return found == m_cures.end() ? nullptr : &*found;
}

void WorstAlarmsView::open()
{
    if (const RuleCure *cure = selected())
        Q_EMIT openRequested(*cure);
}

void WorstAlarmsView::apply()
{
    const RuleCure *cure = selected();
    if (!cure || cure->kind == RuleCure::Kind::None || m_applied.contains(cure->before.id))
        return;
    AlarmRule after = cure->after;
    RuleDraft::rationalise(after, m_plant.user, m_plant.clock->now());
    change(cure->before, after, wordsOf(*cure), true);
}

void WorstAlarmsView::undo()
{
    const RuleCure *cure = selected();
    const auto applied = cure ? m_applied.find(cure->before.id) : m_applied.end();
    if (applied != m_applied.end())
        change(AlarmRule(applied->second), cure->before,
               //: the reason why a rule was changed; %1 the cure, such as "Delay on 0 → 30 s"
               tr("taken back: %1").arg(wordsOf(*cure)), false);
}

QString WorstAlarmsView::wordsOf(const RuleCure &cure) const
{
    return CureTable::cureText(cure, m_plant.workspace->rules, *m_plant.tags);
}

void WorstAlarmsView::change(const AlarmRule &from, const AlarmRule &to, const QString &reason,
                             bool isApplied)
{
    if (!mayEdit(m_plant, this))
        return;
    auto isDone = std::make_shared<bool>(false);
    WorkspaceEdits::editRules(
        m_plant,
        [from, to, isDone](WorkspaceEdits::Rules &rules) {
            const auto rule = std::find(rules.begin(), rules.end(), from);
            *isDone = rule != rules.end();
            if (*isDone)
                *rule = to;
        },
        reason.toStdString(),
        [view = QPointer(this), isDone, to, isApplied](const Outcome &saved) {
            if (!view)
                return;
            if (!saved.ok())
                view->m_note->setText(ErrorWords::unsaved(saved.error()));
            else if (!*isDone)
                view->m_note->setText(tr("The rule was changed meanwhile: look again."));
            else
                view->stored(to, isApplied);
        });
}

void WorstAlarmsView::stored(const AlarmRule &rule, bool isApplied)
{
    if (isApplied)
        m_applied[rule.id] = rule;
    else
        m_applied.erase(rule.id);
    m_note->setText(isApplied ? tr("Applied; Undo takes it back.")
                              : tr("The rule is as it was before."));
    showCures();
}

void WorstAlarmsView::showCures()
{
    std::set<std::string> applied;
    for (const auto &[id, rule] : m_applied)
        applied.insert(id);
    m_model->setTableRows(CureTable::rows(m_cures, applied, m_plant));
    showState();
}

void WorstAlarmsView::showState()
{
    if (!isRunning())
        m_look.stop();
    const RuleCure *cure = selected();
    const bool isApplied = cure && m_applied.contains(cure->before.id);
    m_start->setText(isRunning() ? tr("Stop") : tr("Look for cures"));
    m_apply->setEnabled(cure && cure->kind != RuleCure::Kind::None && !isApplied);
    m_undo->setEnabled(isApplied);
    m_open->setEnabled(cure);
    showEmptyState();
    m_bar->setVisible(isRunning());
    m_bar->setValue(static_cast<int>(kWhole * m_job->part()));
}

void WorstAlarmsView::showEmptyState()
{
    const bool isEmpty = m_cures.empty();
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    if (!isEmpty)
        return;
    if (isRunning()) {
        m_emptyTitle->setText(tr("Looking for cures"));
        m_emptyHint->setText(tr("Each cure is tried on what is stored; Stop ends it."));
    } else if (m_hasLooked) {
        m_emptyTitle->setText(tr("No alarm of a rule came in this time"));
        m_emptyHint->setText(tr("A longer period may have some."));
    } else {
        m_emptyTitle->setText(tr("Nobody has looked for cures yet"));
        m_emptyHint->setText(
            tr("\"Look for cures\" takes the ten rules that came most often in the period chosen "
               "and tries wider deadbands, longer delays and suppression on stored history. What "
               "leaves the real alarms is proposed; no rule changes before you apply it."));
    }
}

} // namespace telltale
