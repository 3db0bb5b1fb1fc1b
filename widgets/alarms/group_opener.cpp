#include "widgets/alarms/group_opener.h"

#include "widgets/alarms/group_view.h"
#include "widgets/common/theme.h"

#include "models/alarm_request.h"
#include "models/value_text.h"

#include "data/telemetry/clock.h"

#include <QAction>
#include <QDialog>
#include <QKeyEvent>
#include <QTimer>
#include <QVBoxLayout>

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr auto kPace = 100ms; ///< of frames, also while the window shows another page
constexpr QSize kSize(1100, 420);

} // namespace

GroupOpener::GroupOpener(const Plant &plant, QWidget &parent)
    : QObject(&parent)
    , m_plant(plant)
    , m_parent(parent)
    // The key stands in the menu; it acts in the table alone.
    , m_action(new QAction(tr("Group of the alarm…") + QStringLiteral("\tG"), this))
{
    connect(m_action, &QAction::triggered, this, &GroupOpener::open);
    setAlarm(nullptr);
}

void GroupOpener::setAlarm(const AlarmRow *alarm)
{
    m_group = alarm ? std::optional(alarm->group) : std::nullopt;
    const QString why = obstacle();
    m_action->setEnabled(why.isEmpty());
    m_action->setToolTip(tooltipText(why));
    m_action->setStatusTip(why);
}

QString GroupOpener::obstacle() const
{
    if (!m_group)
        return tr("no alarm is selected");
    return m_group->empty() ? tr("its rule is in no group") : QString();
}

void GroupOpener::listenTo(QWidget &table)
{
    table.installEventFilter(this);
}

bool GroupOpener::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const auto *key = static_cast<const QKeyEvent *>(event);
    if (key->key() != Qt::Key_G || key->modifiers() != Qt::NoModifier)
        return QObject::eventFilter(watched, event);
    if (const QString why = obstacle(); why.isEmpty())
        open();
    else
        Q_EMIT refused(AlarmRequest::tr("Refused: %1").arg(why));
    return true;
}

/// One at a time: the next one takes its place.
void GroupOpener::open()
{
    delete m_dialog;
    m_dialog = new QDialog(&m_parent);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setWindowTitle(tr("Alarm group %1").arg(shownText(*m_group)));
    m_dialog->resize(Theme::instance().measure(kSize.width()),
                     Theme::instance().measure(kSize.height()));
    auto *view = new GroupView(m_plant, *m_group);
    auto *column = new QVBoxLayout(m_dialog);
    column->addWidget(view);
    connect(view, &GroupView::openRequested, this, &GroupOpener::openRequested);
    connect(m_dialog, &QDialog::finished, &m_parent,
            [this] { m_parent.window()->activateWindow(); }); // not every window system does it
    auto *pace = new QTimer(view);
    connect(pace, &QTimer::timeout, view, [this, view] { view->frame(m_plant.clock->now()); });
    pace->start(kPace);
    m_dialog->show();
    view->setFocus();
}

} // namespace telltale
