#include "widgets/overview/empty_plant.h"

#include "widgets/common/elided_label.h"
#include "widgets/common/error_words.h"
#include "widgets/common/theme.h"
#include "widgets/connect/connection_fault.h"
#include "widgets/connect/subscribe_all_question.h"

#include "models/connection_rows.h"
#include "models/told_words.h"
#include "models/value_text.h"

#include "data/telemetry/status_board.h"
#include "data/workspace/workspace.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace telltale {
namespace {

constexpr int kHintWidth = 640;

/// The one that is nearest to bringing something.
const ConnectionStatus *nearest(const std::vector<ConnectionStatus> &connections)
{
    using State = ConnectionStatus::State;
    for (const State state :
         {State::Connected, State::Connecting, State::Waiting, State::Refused}) {
        const auto found
            = std::find_if(connections.begin(), connections.end(),
                           [state](const ConnectionStatus &one) { return one.state == state; });
        if (found != connections.end())
            return &*found;
    }
    return nullptr;
}

QString joined(const std::vector<std::string> &texts)
{
    QStringList shown;
    for (const std::string &text : texts)
        shown << shownText(text);
    return shown.join(QStringLiteral(", "));
}

} // namespace

EmptyPlant::EmptyPlant(const Plant &plant, QWidget *parent)
    : QWidget(parent)
    , m_plant(plant)
    , m_title(new ElidedLabel)
    , m_hint(new QLabel)
{
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignHCenter);
    m_hint->setMaximumWidth(Theme::instance().measure(kHintWidth));
    m_hint->setObjectName(QStringLiteral("second"));
    m_connect = addButton(tr("Connect to a broker…"), QStringLiteral("connections#add"));
    m_demo = addButton(tr("Start the demo plant"), QStringLiteral("demo"));
    m_connections = addButton(tr("Open connections"), QStringLiteral("connections"));
    m_connect->setObjectName(QStringLiteral("primary"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::kGap);
    buttons->addStretch();
    for (QPushButton *button : {m_connect, m_demo, m_connections})
        buttons->addWidget(button);
    buttons->addStretch();
    auto *whole = new QVBoxLayout(this);
    whole->setSpacing(Theme::kGap);
    whole->addStretch(2);
    whole->addWidget(m_title, 0, Qt::AlignHCenter);
    auto *hint = new QHBoxLayout; // as wide as it may be, in the middle
    hint->addStretch(1);
    hint->addWidget(m_hint, kHintWidth);
    hint->addStretch(1);
    whole->addLayout(hint);
    whole->addLayout(buttons);
    whole->addStretch(3);
    connect(&Theme::instance(), &Theme::changed, this, &EmptyPlant::applyTheme);
    applyTheme();
}

QPushButton *EmptyPlant::addButton(const QString &text, const QString &key)
{
    auto *button = new QPushButton(text);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, key] { Q_EMIT openRequested(key); });
    return button;
}

void EmptyPlant::setStatus(const PlantStatus &status, Timestamp now)
{
    const bool hasConnections = !m_plant.workspace->connections.empty();
    const bool isOffered = !hasConnections && status.isOwner && !m_plant.isDemoStarting;
    m_connect->setVisible(isOffered);
    m_demo->setVisible(isOffered);
    m_connections->setVisible(hasConnections);
    if (const ConnectionConfig *asked = SubscribeAllQuestion::asked(m_plant, status))
        sayAnswer(*asked);
    else if (const ConnectionStatus *connection = nearest(status.connections))
        sayConnection(*connection, now);
    else if (m_plant.isDemoStarting)
        say(tr("Starting the demo plant …"), tr("A simulated water works, and this computer."));
    else
        sayNoConnection(status);
}

void EmptyPlant::say(const QString &title, const QString &hint)
{
    m_title->setText(title);
    m_hint->setText(hint);
}

void EmptyPlant::sayAnswer(const ConnectionConfig &connection)
{
    say(tr("Waiting for your answer"),
        tr("As soon as it is settled what %1 is asked for, its assets appear here.")
            .arg(shownText(connection.name)));
}

void EmptyPlant::sayConnection(const ConnectionStatus &connection, Timestamp now)
{
    const QString name = ConnectionRows::name(connection);
    const bool isLost = connection.outSince != Timestamp {}; // whatever is being tried meanwhile
    if (connection.state == ConnectionStatus::State::Connecting && !isLost)
        say(tr("Connecting to %1 …").arg(name), shownText(connection.url));
    else if (connection.state != ConnectionStatus::State::Connected)
        say(tr("No connection to %1").arg(name),
            QStringList {ConnectionFault::title(connection) + QLatin1Char('.'),
                         ConnectionFault::remedy(connection),
                         ConnectionRows::state(connection, now)}
                .join(QLatin1Char('\n')));
    else if (connection.granted.empty())
        say(tr("%1 grants no topic").arg(name),
            tr("Refused: %1").arg(joined(connection.refused)) + QLatin1Char('\n')
                + ErrorWords::remedy(Error::Code::NotPermitted));
    else
        say(tr("Nothing has come from %1 yet").arg(name),
            tr("Subscribed to: %1. What is published there appears here by itself.")
                .arg(joined(connection.granted)));
}

void EmptyPlant::sayNoConnection(const PlantStatus &status)
{
    const std::vector<ConnectionConfig> &all = m_plant.workspace->connections;
    const auto on
        = std::find_if(all.begin(), all.end(), [](const auto &one) { return one.enabled; });
    if (!status.isOwner)
        say(status.historyFrom == Timestamp {} ? tr("Nothing is stored yet")
                                               : tr("There is no connection"),
            status.owner.empty() ? tr("Nothing is recording.")
                                 : tr("%1 records here.").arg(ToldWords::owner(status.owner)));
    else if (all.empty())
        say(tr("No source yet"), tr("Connect to a broker, or start the demo plant."));
    else if (on == all.end())
        say(tr("No connection is switched on"), tr("Switch one on, or add another."));
    else
        say(tr("Connecting to %1 …").arg(ConnectionRows::name(*on)), shownText(on->url));
}

void EmptyPlant::applyTheme()
{
    m_title->setFont(Theme::instance().font(Theme::Type::Title));
}

} // namespace telltale
