#include "widgets/connect/connections_page.h"

#include "widgets/common/beside.h"
#include "widgets/common/confirm_question.h"
#include "widgets/common/data_table.h"
#include "widgets/common/edit_permission.h"
#include "widgets/common/error_words.h"
#include "widgets/common/head_row.h"
#include "widgets/common/panel.h"
#include "widgets/common/segment_bar.h"
#include "widgets/common/theme.h"
#include "widgets/connect/connection_dialog.h"
#include "widgets/connect/inbox_panel.h"
#include "widgets/connect/incoming_panels.h"
#include "widgets/connect/layers_panel.h"
#include "widgets/connect/subscribe_all_question.h"
#include "widgets/overview/empty_plant.h"

#include "models/connection_rows.h"
#include "models/value_text.h"

#include "data/telemetry/clock.h"
#include "data/workspace/workspace.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace telltale {
namespace {

constexpr int kCounters = 8; ///< rows, where there is room for them
constexpr int kLeastCounters = 4;
constexpr int kBesideFrom = 790; ///< width for layers and counters side by side
constexpr int kLayersShare = 6; ///< of the width
constexpr int kCountersShare = 5;
constexpr int kIncomingShare = 5; ///< of the height
constexpr int kRoomyShare = 6; ///< the same on a page of more than this:
constexpr int kRoomyHeight = 900;
constexpr int kRoomyWidth = 1400;
constexpr int kEmptyInbox = 80; ///< height

QStringList namesOf(const Workspace &workspace)
{
    QStringList names;
    for (const ConnectionConfig &connection : workspace.connections)
        names << ConnectionRows::name(connection);
    return names;
}

} // namespace

ConnectionsPage::ConnectionsPage(const Plant &plant, QWidget *parent)
    : Page(plant, parent)
    , m_question(new SubscribeAllQuestion(plant))
    , m_empty(new EmptyPlant(plant))
    , m_stack(new QStackedWidget)
{
    setObjectName(QStringLiteral("page"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::kMargin, 14, Theme::kMargin, Theme::kMargin);
    column->setSpacing(Theme::kGap);
    column->addWidget(makeHead());
    column->addWidget(m_question);
    auto *panels = new QWidget;
    m_rows = new QVBoxLayout(panels);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(Theme::kGap);
    m_rows->addWidget(makeUpperPanels(), 5);
    m_incoming = new IncomingPanels(plant);
    setFocusProxy(m_incoming);
    m_rows->addWidget(m_incoming, kIncomingShare);
    m_inbox = new InboxPanel;
    m_rows->addWidget(m_inbox, 4);
    m_stack->addWidget(panels);
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);
    connect(m_incoming, &IncomingPanels::openRequested, this, &Page::openRequested);
    connect(m_empty, &EmptyPlant::openRequested, this, &Page::openRequested);
    connect(m_question, &SubscribeAllQuestion::answered, this, &ConnectionsPage::showSaved);
    connect(m_question, &SubscribeAllQuestion::chooseTopics, this, [this] {
        if (mayEdit(m_plant, this))
            chooseTopics();
    });
    showConnections();
}

QString ConnectionsPage::title() const
{
    return tr("Connections");
}

QWidget *ConnectionsPage::makeHead()
{
    auto *head = new HeadRow;
    auto *name = new QLabel(tr("Connections"));
    name->setFont(Theme::instance().font(Theme::Type::Title));
    m_connections = new SegmentBar(tr("Connections"));
    head->start()->addWidget(name);
    head->start()->addWidget(m_connections);
    head->start()->addStretch(1);
    m_switch = addHeadButton(tr("Switch off"), &ConnectionsPage::switchConnection);
    m_buttons = {addHeadButton(tr("Remove"), &ConnectionsPage::removeConnection), m_switch,
                 addHeadButton(tr("Edit…"), &ConnectionsPage::editConnection),
                 addHeadButton(tr("Check again"), &ConnectionsPage::checkAgain)};
    QPushButton *add = addHeadButton(tr("Add connection…"), &ConnectionsPage::addConnection);
    add->setObjectName(QStringLiteral("primary"));
    for (QPushButton *button : m_buttons + QList {add})
        head->end()->addWidget(button);
    connect(m_connections, &SegmentBar::chosen, this, &ConnectionsPage::showConnections);
    return head;
}

QPushButton *ConnectionsPage::addHeadButton(const QString &text, void (ConnectionsPage::*slot)())
{
    auto *button = new QPushButton(text);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, slot] {
        if (mayEdit(m_plant, this))
            (this->*slot)();
    });
    return button;
}

QWidget *ConnectionsPage::makeUpperPanels()
{
    m_upper = new Beside(kBesideFrom);
    m_counters = new RowTableModel(ConnectionRows::counterColumns(), this);
    m_layers = new LayersPanel;
    auto *counters = new Panel(tr("Messages"));
    counters->setRemark(tr("all connections"));
    counters->content()->addWidget(DataTable::plain(QStringLiteral("counters"),
                                                    tr("What became of the messages"), m_counters,
                                                    {{180, 10}, {110, 4}}));
    counters->setMinimumHeight(
        Theme::instance().measure(Theme::kPanelHeader + kLeastCounters * Theme::kTableRow));
    m_upper->add(m_layers, kLayersShare);
    m_upper->add(counters, kCountersShare);
    connect(m_upper, &Beside::turned, this, &ConnectionsPage::fitUpper);
    return m_upper;
}

void ConnectionsPage::frame(Timestamp now)
{
    m_incoming->frame(now);
    if (!m_follower.update(*m_plant.status, now))
        return;
    if (m_names != namesOf(*m_plant.workspace))
        showConnections(); // the demo and quick connections come after the window
    showStatus(now);
    m_incoming->showStatus(currentStatus(), now);
}

bool ConnectionsPage::isComplete() const
{
    return m_follower.hasStatus() && m_incoming->isComplete();
}

const ConnectionConfig *ConnectionsPage::current() const
{
    const std::vector<ConnectionConfig> &all = m_plant.workspace->connections;
    const int index = m_connections->current();
    return index < 0 || index >= static_cast<int>(all.size())
        ? nullptr
        : &all[static_cast<std::size_t>(index)];
}

const ConnectionStatus *ConnectionsPage::currentStatus() const
{
    const std::vector<ConnectionConfig> &all = m_plant.workspace->connections;
    const int index = m_connections->current();
    if (index < 0 || index >= static_cast<int>(all.size()))
        return nullptr;
    const std::string &name = all[static_cast<std::size_t>(index)].name;
    const std::vector<ConnectionStatus> &known = m_follower.status().connections;
    const auto found
        = std::find_if(known.begin(), known.end(),
                       [&](const ConnectionStatus &status) { return status.name == name; });
    return found == known.end() ? nullptr : &*found;
}

void ConnectionsPage::showConnections()
{
    m_names = namesOf(*m_plant.workspace);
    m_connections->setSegments(m_names);
    m_connections->setVisible(!m_names.isEmpty());
    m_stack->setCurrentIndex(m_names.isEmpty() ? 1 : 0);
    const ConnectionConfig *connection = current();
    for (QPushButton *button : m_buttons)
        button->setVisible(connection != nullptr);
    m_question->askAbout(connection, m_follower.status());
    m_empty->setStatus(m_follower.status(), m_plant.clock->now());
    if (!connection)
        return;
    for (QPushButton *button : m_buttons)
        button->setEnabled(!connection->isDemo || button == m_buttons.back());
    showStatus(m_plant.clock->now());
    m_incoming->show(currentStatus());
}

void ConnectionsPage::showStatus(Timestamp now)
{
    const ConnectionStatus *status = currentStatus();
    const ConnectionConfig *connection = current();
    m_layers->setTitle(connection ? shownText(connection->url) : QString());
    const bool isOn = connection && connection->enabled;
    m_switch->setText(isOn ? tr("Switch off") : tr("Switch on"));
    m_switch->setEnabled(connection && !connection->isDemo);
    const bool isAsked
        = connection && SubscribeAllQuestion::isAsked(*connection, m_follower.status());
    m_layers->setRemark(isAsked      ? tr("waiting for your answer")
                            : status ? ConnectionRows::state(*status, now)
                            : isOn   ? tr("not tried yet")
                                     : tr("switched off"));
    m_layers->showStatus(status, m_follower.status().problems);
    fitUpper();
    m_counters->setTableRows(ConnectionRows::counters(m_follower.status(), status));
    m_inbox->setStatus(m_follower.status(), now);
    fitRows();
    m_question->askAbout(connection, m_follower.status());
}

/// The layers are seen whole, and so is the fault below them.
void ConnectionsPage::fitUpper()
{
    const Theme &theme = Theme::instance();
    const int whole = width() - 2 * Theme::kMargin;
    const int layers = m_upper->isBelow()
        ? whole
        : (whole - Theme::kGap) * kLayersShare / (kLayersShare + kCountersShare);
    m_layers->setMinimumHeight(m_layers->heightFor(layers));
    m_upper->setMaximumHeight(
        m_upper->isBelow()
            ? QWIDGETSIZE_MAX
            : std::max(m_layers->minimumHeight(),
                       theme.measure(Theme::kPanelHeader + kCounters * Theme::kTableRow + 4)));
}

void ConnectionsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fitUpper();
    fitRows();
}

/// Where there is room, more is told of what comes. An inbox without anything in it gives way.
void ConnectionsPage::fitRows()
{
    const Theme &theme = Theme::instance();
    const bool isRoomy
        = height() > theme.measure(kRoomyHeight) && width() > theme.measure(kRoomyWidth);
    m_incoming->setRoomy(isRoomy);
    m_upper->setMinimumHeight(isRoomy ? m_upper->maximumHeight() : 0);
    m_rows->setStretchFactor(m_incoming, isRoomy ? kRoomyShare : kIncomingShare);
    m_inbox->setMaximumHeight(m_inbox->isEmpty() ? theme.measure(kEmptyInbox) : QWIDGETSIZE_MAX);
}

void ConnectionsPage::showPart(const QString &part)
{
    if (part == QLatin1String("add") && mayEdit(m_plant, this))
        addConnection();
    choose(part.section(QLatin1Char(':'), 1));
    if (part.startsWith(QLatin1String("topics:")) && mayEdit(m_plant, this))
        chooseTopics();
}

void ConnectionsPage::choose(const QString &connection)
{
    const std::vector<ConnectionConfig> &all = m_plant.workspace->connections;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].name == connection.toStdString())
            m_connections->setCurrent(static_cast<int>(i));
    }
    showConnections();
}

void ConnectionsPage::addConnection()
{
    openDialog({});
}

void ConnectionsPage::editConnection()
{
    if (const ConnectionConfig *connection = current())
        openDialog(*connection);
}

void ConnectionsPage::chooseTopics()
{
    if (const ConnectionConfig *connection = current())
        openDialog(*connection).chooseTopics();
}

ConnectionDialog &ConnectionsPage::openDialog(const ConnectionConfig &start)
{
    auto *dialog = new ConnectionDialog(m_plant, start, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ConnectionDialog::saved, this,
            [this, dialog, start](const ConnectionConfig &changed, const QString &password) {
                save(*dialog, start, changed, password);
            });
    connect(dialog, &QDialog::accepted, this, [this] {
        if (!m_question->isVisible()) // it has the focus then
            setFocus(Qt::OtherFocusReason);
    });
    dialog->open();
    return *dialog;
}

void ConnectionsPage::save(ConnectionDialog &dialog, const ConnectionConfig &start,
                           const ConnectionConfig &changed, const QString &password)
{
    WorkspaceEdits::saveConnection(
        m_plant, start.name, changed, password.toStdString(),
        [page = QPointer(this), asker = QPointer(&dialog), changed](const Outcome &saved) {
            if (page && saved.ok()) {
                page->showSaved(saved);
                page->choose(QString::fromStdString(changed.name));
            }
            if (asker)
                asker->showSaved(saved);
        });
}

void ConnectionsPage::switchConnection()
{
    const ConnectionConfig *connection = current();
    if (!connection)
        return;
    edit([name = connection->name, isOn = !connection->enabled](WorkspaceEdits::Connections &all) {
        for (ConnectionConfig &one : all)
            one.enabled = one.name == name ? isOn : one.enabled;
    });
}

void ConnectionsPage::removeConnection()
{
    const ConnectionConfig *doomed = current();
    if (!doomed)
        return;
    auto *question = new ConfirmQuestion(
        tr("Remove connection"),
        tr("Remove the connection \"%1\"? What it has brought stays in the history.")
            .arg(shownText(doomed->name)),
        tr("Remove"), this);
    connect(question, &ConfirmQuestion::confirmed, this, [this, name = doomed->name] {
        edit([name](WorkspaceEdits::Connections &all) {
            std::erase_if(all, [&name](const auto &one) { return one.name == name; });
        });
    });
    question->open();
}

void ConnectionsPage::checkAgain()
{
    if (current())
        m_plant.retryConnection(m_connections->current());
}

/// Shown once it is stored, if this page is still there.
void ConnectionsPage::edit(const std::function<void(WorkspaceEdits::Connections &)> &change)
{
    WorkspaceEdits::editConnections(m_plant, change, [page = QPointer(this)](const Outcome &saved) {
        if (page)
            page->showSaved(saved);
    });
}

void ConnectionsPage::showSaved(const Outcome &saved)
{
    showConnections();
    m_layers->setNote(saved.ok() ? QString() : ErrorWords::unsaved(saved.error()));
    fitUpper();
}

} // namespace telltale
