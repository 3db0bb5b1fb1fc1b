#include "widgets/alarms/group_view.h"

#include "widgets/alarms/alarm_delegate.h"
#include "widgets/alarms/group_delegate.h"
#include "widgets/common/blink_clock.h"
#include "widgets/common/data_table.h"
#include "widgets/common/elided_label.h"
#include "widgets/common/pointer_hold.h"
#include "widgets/common/theme.h"

#include "models/alarm_group_model.h"
#include "models/alarm_request.h"
#include "models/value_text.h"

#include "data/telemetry/clock.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace telltale {

GroupView::GroupView(const Plant &plant, std::string group, QWidget *parent)
    : QWidget(parent)
    , m_plant(plant)
    , m_members(new AlarmGroupModel(plant, std::move(group), this))
    , m_table(new DataTable(QStringLiteral("alarm_group"), tr("Alarms of the group")))
    , m_hold(new PointerHold(*m_table))
    , m_stack(new QStackedWidget)
    , m_first(new ElidedLabel)
    , m_counts(new ElidedLabel)
    , m_note(new ElidedLabel)
{
    m_counts->setObjectName(QStringLiteral("second"));
    m_table->setItemDelegate(new GroupDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->leaveNoSuccessor(*m_members);
    m_table->setModel(m_members);
    m_table->setColumns({{AlarmDelegate::priorityWidth(), 4},
                         {110, 4},
                         {110, 6},
                         {104, 6, 3},
                         {90, 4},
                         {110, 20, 4},
                         {168, 30},
                         {90, 8, 2},
                         {90, 8, 1}});
    m_table->keepSpace();
    m_table->installEventFilter(this);
    auto *empty = new QLabel(tr("All alarms of this group are normal."));
    empty->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(m_table);
    m_stack->addWidget(empty);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(Theme::kGrid);
    column->addWidget(m_first);
    column->addWidget(m_counts);
    column->addWidget(m_stack, 1);
    column->addWidget(makeFoot());
    connect(m_table, &QAbstractItemView::activated, this, &GroupView::openAsset);
    connect(&BlinkClock::instance(), &BlinkClock::ticked, this,
            [this] { m_table->viewport()->update(); });
    setFocusProxy(m_table);
    frame(plant.clock->now());
}

QWidget *GroupView::makeFoot()
{
    auto *foot = new QWidget;
    auto *line = new QHBoxLayout(foot);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_note, 1);
    m_one = addButton(tr("Acknowledge  Space"), &GroupView::acknowledge);
    m_all = addButton(tr("Acknowledge group  A"), &GroupView::acknowledgeGroup);
    m_all->setObjectName(QStringLiteral("primary"));
    line->addWidget(m_one);
    line->addWidget(m_all);
    return foot;
}

QPushButton *GroupView::addButton(const QString &text, void (GroupView::*slot)())
{
    auto *button = new QPushButton(text);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, slot);
    return button;
}

QString GroupView::note() const
{
    return m_note->text();
}

void GroupView::frame(Timestamp now)
{
    const bool isLetGo = m_members->setHeld(m_hold->isHeld());
    if (m_members->refresh() || isLetGo)
        showMembers();
    m_note->setText(m_said.at(now));
}

void GroupView::showMembers()
{
    m_first->setText(m_members->firstWords());
    m_counts->setText(m_members->countWords());
    const bool isEmpty = m_members->rowCount() == 0;
    m_counts->setVisible(!isEmpty);
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    m_one->setEnabled(!isEmpty);
    m_all->setEnabled(!m_members->acknowledgement().alarms.empty());
    if (!isEmpty && !m_hasOffered)
        m_table->selectRow(0); // once: later ones were not there when a person looked
    m_hasOffered = m_hasOffered || !isEmpty;
}

/// Priority 1 is confirmed singly, and the note says so.
void GroupView::acknowledgeGroup()
{
    AlarmAction action = m_members->acknowledgement();
    const int critical = m_members->criticalToAcknowledge();
    QStringList said;
    if (const int count = static_cast<int>(action.alarms.size()); count > 0)
        said << tr("%n alarm(s) acknowledged", nullptr, count);
    if (critical > 0)
        said << tr("%n critical alarm(s) stay: acknowledge each by itself", nullptr, critical);
    const QString words
        = said.isEmpty() ? tr("there is nothing to acknowledge") : said.join(QStringLiteral("; "));
    if (action.alarms.empty())
        say(words);
    else
        send(std::move(action), words);
}

/// What is seen to be selected, not what stands where it was.
void GroupView::acknowledge()
{
    const QModelIndexList selected = m_table->selectionModel()->selectedRows();
    if (selected.isEmpty())
        return say(tr("No alarm is selected"));
    const AlarmRow &alarm = m_members->alarm(selected.front().row());
    AlarmAction action;
    action.kind = AlarmAction::Kind::Acknowledge;
    action.alarms = {{alarm.id, alarm.occurrence}};
    send(std::move(action), tr("%n alarm(s) acknowledged", nullptr, 1));
}

void GroupView::send(AlarmAction action, const QString &said)
{
    AlarmRequest::send(m_plant, std::move(action), this, [this, said](const QString &refusal) {
        say(refusal.isEmpty() ? said : refusal);
    });
}

void GroupView::say(const QString &text)
{
    m_said.say(text, m_plant.clock->now());
    m_note->setText(text);
}

void GroupView::openAsset()
{
    if (!m_table->currentIndex().isValid())
        return;
    const AlarmRow &alarm = m_members->alarm(m_table->currentIndex().row());
    if (!alarm.isSystem && !alarm.asset.empty())
        Q_EMIT openRequested(QStringLiteral("asset:") + QString::fromStdString(alarm.asset));
}

bool GroupView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_table || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<const QKeyEvent *>(event);
    if (key->modifiers() != Qt::NoModifier)
        return false;
    const bool isGroup = key->key() == Qt::Key_A;
    if (!isGroup && key->key() != Qt::Key_Space)
        return false;
    if (key->isAutoRepeat()) // a key that is held asks once
        return true;
    if (isGroup)
        acknowledgeGroup();
    else
        acknowledge();
    return true;
}

} // namespace telltale
