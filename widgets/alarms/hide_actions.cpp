#include "widgets/alarms/hide_actions.h"

#include "widgets/alarms/hide_dialog.h"

#include "models/alarm_request.h"
#include "models/hiding.h"
#include "models/value_text.h"

#include "data/telemetry/clock.h"
#include "data/telemetry/status_board.h"

#include <QAction>
#include <QKeyEvent>

#include <algorithm>
#include <iterator>

namespace telltale {

HideActions::HideActions(const Plant &plant, QWidget &parent)
    : QObject(&parent)
    , m_plant(plant)
    , m_parent(parent)
{
    add(Kind::Reset, tr("Reset"), Qt::Key_L);
    add(Kind::Shelve, tr("Shelve…"), Qt::Key_H);
    add(Kind::Unshelve, tr("Unshelve"), Qt::Key_U);
    add(Kind::OutOfService, tr("Out of service…"), Qt::Key_O);
    add(Kind::ReturnToService, tr("Return to service"), Qt::Key_R);
    frame();
    showObstacles();
}

void HideActions::add(Kind kind, const QString &text, Qt::Key key)
{
    // The key stands in the menu; it acts in the table alone.
    auto *action = new QAction(text + QLatin1Char('\t') + QKeySequence(key).toString(), this);
    connect(action, &QAction::triggered, this, [this, kind] { ask(kind); });
    m_commands.push_back({kind, key, action});
}

QList<QAction *> HideActions::actions() const
{
    QList<QAction *> all;
    for (const Command &command : m_commands)
        all << command.action;
    return all;
}

QList<QAction *> HideActions::hiding() const
{
    QList<QAction *> all = actions();
    all.removeOne(action(Kind::Reset));
    return all;
}

QAction *HideActions::action(Kind kind) const
{
    const auto found = std::find_if(m_commands.begin(), m_commands.end(),
                                    [kind](const Command &one) { return one.kind == kind; });
    return found == m_commands.end() ? nullptr : found->action;
}

void HideActions::setAlarms(std::vector<AlarmRow> alarms)
{
    m_alarms = std::move(alarms);
    showObstacles();
}

void HideActions::frame()
{
    const std::uint64_t version = m_plant.status->version();
    if (version == m_statusVersion)
        return;
    m_statusVersion = version;
    m_viewWords = AlarmRequest::obstacle(m_plant);
    showObstacles();
}

void HideActions::listenTo(QWidget &table)
{
    table.installEventFilter(this);
}

bool HideActions::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const auto *key = static_cast<const QKeyEvent *>(event);
    for (const Command &command : m_commands) {
        if (key->key() == command.key && key->modifiers() == Qt::NoModifier) {
            ask(command.kind);
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

/// Of several a reset takes those that wait for one, and leaves the others alone.
std::vector<AlarmRow> HideActions::concerned(Kind kind) const
{
    if (kind != Kind::Reset)
        return m_alarms;
    std::vector<AlarmRow> latched;
    std::copy_if(m_alarms.begin(), m_alarms.end(), std::back_inserter(latched),
                 [](const AlarmRow &alarm) { return alarm.state == AlarmState::LatchedAcked; });
    return latched.empty() ? m_alarms : latched;
}

QString HideActions::obstacle(Kind kind) const
{
    if (!m_viewWords.isEmpty())
        return m_viewWords;
    if (m_alarms.empty())
        return tr("no alarm is selected");
    const std::string refused = Hiding::refusal(kind, concerned(kind));
    return refused.empty() ? QString() : AlarmRequest::reason(refused);
}

void HideActions::showObstacles()
{
    for (const Command &command : m_commands) {
        const QString why = obstacle(command.kind);
        command.action->setEnabled(why.isEmpty());
        command.action->setToolTip(tooltipText(why));
        command.action->setStatusTip(why);
    }
}

void HideActions::ask(Kind kind)
{
    if (const QString why = obstacle(kind); !why.isEmpty()) {
        Q_EMIT refused(AlarmRequest::tr("Refused: %1").arg(why));
        return;
    }
    if (kind == Kind::Shelve || kind == Kind::OutOfService)
        return openDialog(kind);
    AlarmAction action;
    action.kind = kind;
    for (const AlarmRow &alarm : concerned(kind))
        action.alarms.emplace_back(alarm.id, alarm.occurrence);
    Q_EMIT requested(action, said(action));
}

void HideActions::openDialog(Kind kind)
{
    auto *dialog = new HideDialog(m_plant, kind, m_alarms, &m_parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &HideDialog::confirmed, this,
            [this](const AlarmAction &action) { Q_EMIT requested(action, said(action)); });
    dialog->open();
}

QString HideActions::said(const AlarmAction &action) const
{
    const int count = static_cast<int>(action.alarms.size());
    const Timestamp now = m_plant.clock->now();
    switch (action.kind) {
    case Kind::Reset:
        return tr("%n alarm(s) reset", nullptr, count);
    case Kind::Shelve:
        return tr("%n alarm(s) shelved until %1", nullptr, count)
            .arg(timeText(now + action.shelveFor, now, m_plant.zone));
    case Kind::Unshelve:
        return tr("%n alarm(s) unshelved", nullptr, count);
    case Kind::OutOfService:
        return tr("%n alarm(s) taken out of service", nullptr, count);
    default:
        return tr("%n alarm(s) returned to service", nullptr, count);
    }
}

} // namespace telltale
