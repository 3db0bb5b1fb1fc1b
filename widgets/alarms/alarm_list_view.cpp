#include "widgets/alarms/alarm_list_view.h"

#include "widgets/alarms/alarm_table.h"
#include "widgets/alarms/flood_bar.h"
#include "widgets/alarms/group_opener.h"
#include "widgets/alarms/hide_actions.h"
#include "widgets/alarms/response_panel.h"
#include "widgets/common/notice.h"
#include "widgets/common/theme.h"

#include "models/alarm_filter_model.h"
#include "models/alarm_list_model.h"
#include "models/alarm_request.h"
#include "models/alarm_words.h"
#include "models/hiding.h"
#include "models/rules_in_force.h"
#include "models/value_text.h"

#include "data/telemetry/clock.h"
#include "data/workspace/workspace.h"

#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace telltale {
namespace {

constexpr int kLeastRows = 4;

} // namespace

AlarmListView::AlarmListView(const Plant &plant, AlarmList list, QWidget *parent)
    : QWidget(parent)
    , m_plant(plant)
    , m_list(new AlarmListModel(plant, list, this))
    , m_filter(new AlarmFilterModel(this))
    , m_response(new ResponsePanel(plant))
    , m_hide(new HideActions(plant, *this))
    , m_groups(new GroupOpener(plant, *this))
    , m_flood(new FloodBar)
    , m_stack(new QStackedWidget)
    , m_count(new QLabel)
    , m_note(new QLabel)
{
    m_filter->setSourceModel(m_list);
    m_table = new AlarmTable(*m_list, *m_filter);
    m_table->setMinimumHeight(
        Theme::instance().measure(Theme::kTableHeader + kLeastRows * Theme::kTableRow));
    m_foot = makeFoot();
    m_stack->addWidget(m_table);
    m_stack->addWidget(makeEmptyState());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_flood);
    column->addWidget(m_stack, 1);
    column->addWidget(m_foot);
    column->addWidget(m_response);
    connect(m_table, &AlarmTable::acknowledgeRequested, this, &AlarmListView::acknowledge);
    connect(m_table, &AlarmTable::silenceRequested, this, &AlarmListView::silence);
    connect(m_table, &AlarmTable::commentRequested, this, &AlarmListView::comment);
    connect(m_table, &AlarmTable::rowPicked, this, [this] {
        m_isOffered = false;
        m_next.reset();
    });
    connect(m_table, &AlarmTable::currentAlarmChanged, this, &AlarmListView::showResponse);
    connect(m_response, &ResponsePanel::openRequested, this, &AlarmListView::openRequested);
    connect(m_response, &ResponsePanel::ruleRequested, this, &AlarmListView::ruleRequested);
    connect(m_response, &ResponsePanel::delaysRequested, this, &AlarmListView::delaysRequested);
    connect(m_table, &QAbstractItemView::activated, m_response, &ResponsePanel::openAsset);
    connect(m_response, &ResponsePanel::commentRequested, this, &AlarmListView::comment);
    connect(m_filter, &AlarmFilterModel::orderChanged, this, &AlarmListView::showNote);
    m_groups->listenTo(*m_table);
    m_table->addAction(m_groups->action());
    connect(m_groups, &GroupOpener::openRequested, this, &AlarmListView::openRequested);
    connect(m_groups, &GroupOpener::refused, this,
            [this](const QString &why) { Notice::say(*this, why); });
    m_hide->listenTo(*m_table);
    m_table->addActions(m_hide->actions());
    m_response->addHideMenu(m_hide->hiding());
    m_response->offerReset(*m_hide->action(AlarmAction::Kind::Reset));
    m_response->offerShelving(*m_hide->action(AlarmAction::Kind::Shelve));
    connect(m_table, &AlarmTable::selectedAlarmsChanged, m_hide,
            [this] { m_hide->setAlarms(m_table->selectedRows()); });
    connect(m_hide, &HideActions::requested, this,
            [this](const AlarmAction &action, const QString &said) {
                m_next = m_table->successor();
                act(action, said);
            });
    connect(m_hide, &HideActions::refused, this,
            [this](const QString &why) { Notice::say(*this, why); });
    m_response->setAlarm(nullptr);
    showEmptyState();
}

/// Always there, so that words in it move no row.
QWidget *AlarmListView::makeFoot()
{
    auto *foot = new QWidget;
    auto *line = new QHBoxLayout(foot);
    line->setContentsMargins(12, 4, 12, 4);
    line->setSpacing(Theme::kMargin);
    m_count->setObjectName(QStringLiteral("second"));
    m_note->setTextFormat(Qt::PlainText);
    line->addWidget(m_count);
    line->addWidget(m_note, 1);
    return foot;
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
    return m_note->text();
}

void AlarmListView::frame(Timestamp now)
{
    const bool isPicked = m_hasPicked || (hasSelection() && !m_isOffered);
    m_table->frame(now);
    if (isPicked && !hasSelection())
        takeNext();
    m_hasLost = m_hasLost || (isPicked && !hasSelection());
    m_flood->setVisible(m_table->showsFlood()); // it moves rows: it waits for the pointer, too
    if (m_list->snapshot().flood)
        m_flood->tell(m_list->snapshot(), now, m_plant);
    m_hide->frame();
    showNote();
    showEmptyState();
    offerWorst();
    m_response->frame(now);
}

/// What was hidden on purpose has a successor, unlike what went by itself: lists are worked down.
void AlarmListView::takeNext()
{
    const std::optional<AlarmRow> next = std::exchange(m_next, std::nullopt);
    if (const int row = next ? m_table->rowOf(*next) : -1; row >= 0)
        m_table->selectRow(row);
}

bool AlarmListView::hasSelection() const
{
    return m_table->selectionModel()->hasSelection();
}

/// What keys act on is seen: the alarm of the banner, until a person picks another. What a person
/// picked or acknowledged has no successor when it goes, so that the next press means the same one.
void AlarmListView::offerWorst()
{
    const AlarmSnapshot &snapshot = m_list->snapshot();
    m_hasLost = m_hasLost && !hasSelection() && worstUnacknowledged(snapshot.rows);
    const bool mayOffer
        = hasSelection() ? m_isOffered && m_offeredOf != snapshot.version : !m_hasLost;
    if (mayOffer)
        selectWorst();
    m_hasPicked = hasSelection() && !m_isOffered;
}

void AlarmListView::selectWorst()
{
    if (m_filter->rowCount() == 0)
        return;
    const AlarmSnapshot &snapshot = m_list->snapshot();
    const AlarmRow *worst = worstUnacknowledged(snapshot.rows);
    const int found = worst ? m_table->placeOf(*worst) : -1;
    const int row = found >= 0 ? found : std::max(0, m_table->currentIndex().row());
    if (!hasSelection() || row != m_table->currentIndex().row()) {
        m_table->selectRow(row);
        sayIfHeading();
    }
    m_isOffered = true;
    m_offeredOf = snapshot.version;
}

/// True: the current row is the heading of a unit.
bool AlarmListView::sayIfHeading()
{
    const bool isHeading = m_table->isHeading(m_table->currentIndex().row());
    if (isHeading)
        say(tr("→ or Enter opens the unit: its alarms are below it"));
    return isHeading;
}

bool AlarmListView::isComplete() const
{
    return m_response->isComplete();
}

void AlarmListView::acknowledge()
{
    if (m_table->selectedAlarms().size() > 1) {
        acknowledgeTogether(m_table->selectedToAcknowledge(false),
                            m_table->selectedToAcknowledge(true).size());
        return;
    }
    AlarmAction action;
    action.kind = AlarmAction::Kind::Acknowledge;
    action.alarms = m_table->selectedAlarms();
    m_isOffered = false;
    if (action.alarms.empty()) {
        showWhatIsNext();
        return;
    }
    act(std::move(action), tr("%n alarm(s) acknowledged", nullptr, 1));
}

/// To be seen before it is acknowledged. From a heading, which a person may have been put on, the
/// next press goes to no other alarm.
void AlarmListView::showWhatIsNext()
{
    if (hasSelection() && sayIfHeading())
        return;
    selectWorst();
    m_isOffered = false;
}

void AlarmListView::acknowledgeVisible()
{
    acknowledgeTogether(m_table->visibleToAcknowledge(false),
                        m_table->visibleToAcknowledge(true).size());
}

void AlarmListView::acknowledgeTogether(AlarmTable::Alarms alarms, std::size_t critical)
{
    AlarmAction action;
    action.kind = AlarmAction::Kind::AcknowledgeVisible;
    action.alarms = std::move(alarms);
    const int count = static_cast<int>(action.alarms.size());
    QString said = tr("%n alarm(s) acknowledged", nullptr, count);
    if (critical > 0)
        said += QStringLiteral("; ")
            + tr("%n critical alarm(s) stay: acknowledge each by itself", nullptr,
                 static_cast<int>(critical));
    if (action.alarms.empty())
        return say(said);
    m_isOffered = false;
    act(std::move(action), said);
}

void AlarmListView::silence()
{
    AlarmRequest::silence(m_plant, this, answer(tr("Sound off until the next alarm")));
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
    AlarmRequest::send(m_plant, std::move(action), this, answer(said));
}

AlarmRequest::Answered AlarmListView::answer(const QString &said)
{
    return [this, said](const QString &refusal) {
        Notice::say(*this, refusal);
        say(refusal.isEmpty() ? said : QString());
    };
}

void AlarmListView::say(const QString &text)
{
    m_said.say(text, m_plant.clock->now());
    showNote();
}

void AlarmListView::showNote()
{
    QStringList notes; // what is kept back first: of a long line the end may be cut
    if (const int hidden = m_filter->hidden(); hidden > 0)
        notes << tr("%n hidden by filter", nullptr, hidden);
    if (const QString said = m_said.at(m_plant.clock->now()); !said.isEmpty())
        notes << said;
    if (const QString ending = endingShelf(); !ending.isEmpty())
        notes << ending;
    if (m_filter->isTemporarilySorted()) {
        const QString heading
            = m_list->headerData(m_filter->sortColumn(), Qt::Horizontal, Qt::DisplayRole)
                  .toString();
        notes << tr("Sorted by %1; the order of the list returns after 60 s without input")
                     .arg(heading);
    }
    m_note->setText(notes.join(QStringLiteral("  ·  ")));
    m_count->setText(tr("%n alarm(s)", nullptr, m_list->rowCount()));
}

void AlarmListView::showEmptyState()
{
    const bool isEmpty = m_list->rowCount() == 0;
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    m_foot->setVisible(!isEmpty || !m_note->text().isEmpty());
    if (!isEmpty)
        return;
    if (m_list->list() == AlarmList::Active)
        sayNoAlarms();
    else
        sayNothingIsHidden();
}

void AlarmListView::sayNoAlarms()
{
    const RulesInForce rules(m_plant.workspace->rules);
    m_emptyTitle->setText(rules.title());
    m_emptyHint->setText(rules.hint());
    m_addRule->setVisible(rules.inForce() == 0);
}

void AlarmListView::sayNothingIsHidden()
{
    m_addRule->hide();
    switch (m_list->list()) {
    case AlarmList::Shelved:
        m_emptyTitle->setText(tr("No alarm is shelved"));
        m_emptyHint->setText(tr("H in the list of active alarms shelves the selected ones for a "
                                "time, with a reason."));
        break;
    case AlarmList::Suppressed:
        m_emptyTitle->setText(tr("No alarm is suppressed by design"));
        m_emptyHint->setText(
            tr("Here stand the alarms of rules with a suppression, while it holds."));
        break;
    default:
        m_emptyTitle->setText(tr("No alarm is out of service"));
        m_emptyHint->setText(tr("O in the list of active alarms takes the selected ones out of "
                                "service, until somebody returns them."));
    }
}

/// The operator is warned before an alarm comes back by itself.
QString AlarmListView::endingShelf() const
{
    const Timestamp now = m_plant.clock->now();
    const AlarmRow *next = Hiding::endsSoon(m_list->snapshot().suppressed, now);
    if (!next)
        return {};
    const auto left = std::max(std::chrono::microseconds(0), *next->until - now);
    //: %1 an alarm, %2 the time until then
    return tr("Shelf of %1 ends in %2").arg(AlarmWords::title(*next), ageText(left));
}

void AlarmListView::showResponse()
{
    m_response->setAlarm(m_table->currentAlarm());
    m_groups->setAlarm(m_table->currentAlarm());
}

} // namespace telltale
