#include "widgets/alarms/alarm_list_view.h"

#include "models/gui_call.h"
#include "widgets/alarms/alarm_table.h"
#include "widgets/alarms/response_panel.h"
#include "widgets/common/theme.h"

#include "models/alarm_filter_model.h"
#include "models/alarm_list_model.h"
#include "models/value_text.h"

#include "data/telemetry/clock.h"
#include "data/workspace/workspace.h"

#include <QInputDialog>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace telltale {
namespace {

constexpr std::chrono::seconds kSaidFor {8};

QString refusalWords(const Error &error)
{
    static const QHash<QString, QString> words {
        {QStringLiteral("stale_occurrence"),
         AlarmListView::tr("it came again meanwhile; look at it and acknowledge once more")},
        {QStringLiteral("nothing_to_ack"), AlarmListView::tr("there is nothing to acknowledge")},
        {QStringLiteral("already_acked"), AlarmListView::tr("it is acknowledged already")},
        {QStringLiteral("suppressed"), AlarmListView::tr("it is suppressed")},
        {QStringLiteral("not_permitted"), AlarmListView::tr("you are not permitted to")},
    };
    const QString detail = shownText(error.detail);
    return words.value(detail, detail);
}

} // namespace

AlarmListView::AlarmListView(const Plant &plant, QWidget *parent)
    : QWidget(parent)
    , m_plant(plant)
    , m_list(new AlarmListModel(plant, this))
    , m_filter(new AlarmFilterModel(this))
    , m_response(new ResponsePanel)
    , m_stack(new QStackedWidget)
    , m_note(new QLabel)
{
    m_filter->setSourceModel(m_list);
    m_table = new AlarmTable(*m_list, *m_filter);
    m_note->setObjectName(QStringLiteral("second"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setContentsMargins(12, 6, 12, 6);
    m_note->hide();
    m_stack->addWidget(m_table);
    m_stack->addWidget(makeEmptyState());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_note);
    column->addWidget(m_stack, 1);
    column->addWidget(m_response);
    connect(m_table, &AlarmTable::acknowledgeRequested, this, &AlarmListView::acknowledge);
    connect(m_table, &AlarmTable::silenceRequested, this, &AlarmListView::silence);
    connect(m_table, &AlarmTable::commentRequested, this, &AlarmListView::comment);
    connect(m_table, &AlarmTable::currentAlarmChanged, this, &AlarmListView::showResponse);
    connect(m_response, &ResponsePanel::openRequested, this, &AlarmListView::openRequested);
    connect(m_table, &QAbstractItemView::activated, m_response, &ResponsePanel::openAsset);
    connect(m_response, &ResponsePanel::commentRequested, this, &AlarmListView::comment);
    connect(m_filter, &AlarmFilterModel::orderChanged, this, &AlarmListView::showNote);
    m_response->setAlarm(nullptr);
    showEmptyState();
}

QWidget *AlarmListView::makeEmptyState()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    m_emptyTitle = new QLabel;
    m_emptyHint = new QLabel;
    m_emptyHint->setObjectName(QStringLiteral("second"));
    m_addRule = new QPushButton(tr("Add rule…"));
    m_addRule->setAutoDefault(false);
    m_addRule->setObjectName(QStringLiteral("addFirstRule"));
    column->addStretch(1);
    column->addWidget(m_emptyTitle, 0, Qt::AlignHCenter);
    column->addWidget(m_emptyHint, 0, Qt::AlignHCenter);
    column->addWidget(m_addRule, 0, Qt::AlignHCenter);
    column->addStretch(2);
    connect(m_addRule, &QPushButton::clicked, this, &AlarmListView::addRuleRequested);
    return page;
}

QString AlarmListView::note() const
{
    return m_note->isHidden() ? QString() : m_note->text();
}

void AlarmListView::frame(Timestamp now)
{
    m_table->frame(now);
    if (!m_said.isEmpty() && now > m_saidUntil)
        m_said.clear();
    showNote();
    showEmptyState();
    if (!m_table->currentIndex().isValid() && m_filter->rowCount() > 0)
        m_table->selectRow(0);
}

void AlarmListView::acknowledge()
{
    AlarmAction action;
    action.kind = AlarmAction::Kind::Acknowledge;
    action.alarms = m_table->selectedAlarms();
    if (action.alarms.empty())
        return;
    const int count = static_cast<int>(action.alarms.size());
    act(std::move(action), tr("%n alarm(s) acknowledged", nullptr, count));
}

void AlarmListView::acknowledgeVisible()
{
    AlarmAction action;
    action.kind = AlarmAction::Kind::AcknowledgeVisible;
    action.alarms = m_table->visibleAlarms(false);
    const int critical = static_cast<int>(m_table->visibleAlarms(true).size());
    const int count = static_cast<int>(action.alarms.size());
    QString said = tr("%n alarm(s) acknowledged", nullptr, count);
    if (critical > 0)
        said += QStringLiteral("; ")
            + tr("%n critical alarm(s) stay: acknowledge each by itself", nullptr, critical);
    if (action.alarms.empty())
        showOutcome({}, said);
    else
        act(std::move(action), said);
}

void AlarmListView::silence()
{
    AlarmAction action;
    action.kind = AlarmAction::Kind::Silence;
    act(std::move(action), tr("Sound off until the next alarm"));
}

void AlarmListView::comment()
{
    AlarmAction action;
    action.kind = AlarmAction::Kind::Comment;
    action.alarms = m_table->selectedAlarms();
    if (action.alarms.empty())
        return;
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Comment"));
    dialog->setLabelText(tr("What should the next shift know of this alarm?"));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, action](const QString &text) mutable {
                if (text.trimmed().isEmpty())
                    return;
                action.text = text.trimmed().toStdString();
                act(std::move(action), tr("Comment written to the journal"));
            });
    dialog->open();
}

void AlarmListView::act(AlarmAction action, const QString &said)
{
    m_plant.alarms->act(std::move(action),
                        onGuiThread<Outcome>(this, [this, said](const Outcome &outcome) {
                            showOutcome(outcome, said);
                        }));
}

void AlarmListView::showOutcome(const Outcome &outcome, const QString &said)
{
    m_said = outcome.ok() ? said : tr("Refused: %1").arg(refusalWords(outcome.error()));
    m_saidUntil = m_plant.clock->now() + kSaidFor;
    showNote();
}

void AlarmListView::showNote()
{
    QStringList notes;
    if (!m_said.isEmpty())
        notes << m_said;
    if (const int hidden = m_filter->hidden(); hidden > 0)
        notes << tr("%n hidden by filter", nullptr, hidden);
    if (m_filter->isTemporarilySorted()) {
        const QString heading
            = m_list->headerData(m_filter->sortColumn(), Qt::Horizontal, Qt::DisplayRole)
                  .toString();
        notes << tr("Sorted by %1; the order of the list returns after 60 s without input")
                     .arg(heading);
    }
    m_note->setText(notes.join(QStringLiteral("  ·  ")));
    m_note->setVisible(!notes.isEmpty());
}

void AlarmListView::showEmptyState()
{
    const bool isEmpty = m_list->rowCount() == 0;
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    if (!isEmpty)
        return;
    const bool hasRules = !m_plant.workspace->rules.empty();
    m_emptyTitle->setText(hasRules ? tr("No alarms") : tr("No rules yet"));
    m_emptyHint->setText(
        hasRules ? tr("%n rule(s) watch this plant", nullptr,
                      static_cast<int>(m_plant.workspace->rules.size()))
                 : tr("Only a lost connection and stopped recording raise an alarm so far."));
    m_addRule->setVisible(!hasRules);
}

void AlarmListView::showResponse()
{
    m_response->setAlarm(m_table->currentAlarm());
}

} // namespace telltale
