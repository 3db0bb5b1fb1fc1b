#include "widgets/connect/subscribe_all_question.h"

#include "widgets/common/edit_permission.h"
#include "widgets/common/error_words.h"

#include "models/value_text.h"
#include "models/workspace_edits.h"

#include "data/telemetry/status_board.h"
#include "data/workspace/workspace.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>

#include <algorithm>

namespace telltale {
namespace {

void confirm(std::vector<ConnectionConfig> &connections, const std::string &name)
{
    for (ConnectionConfig &connection : connections) {
        if (connection.name == name)
            connection.allTopicsConfirmed = true;
    }
}

} // namespace

SubscribeAllQuestion::SubscribeAllQuestion(const Plant &plant, QWidget *parent)
    : QuestionLine(parent)
    , m_plant(plant)
    , m_all(new QPushButton(tr("Subscribe to all")))
{
    auto *choose = new QPushButton(tr("Choose topics…"));
    m_all->setObjectName(QStringLiteral("primary"));
    for (QPushButton *button : {choose, m_all}) {
        button->setAutoDefault(false);
        line().addWidget(button);
    }
    connect(choose, &QPushButton::clicked, this,
            [this] { Q_EMIT chooseTopics(QString::fromStdString(m_connection)); });
    connect(m_all, &QPushButton::clicked, this, &SubscribeAllQuestion::agree);
    hide();
}

bool SubscribeAllQuestion::isAsked(const ConnectionConfig &connection, const PlantStatus &status)
{
    const auto isIn = [&](const ConnectionStatus &one) {
        return one.name == connection.name && one.state == ConnectionStatus::State::Connected
            && one.granted.empty();
    };
    return connection.enabled && connection.needsConfirmation()
        && std::any_of(status.connections.begin(), status.connections.end(), isIn);
}

const ConnectionConfig *SubscribeAllQuestion::asked(const Plant &plant, const PlantStatus &status)
{
    const std::vector<ConnectionConfig> &all = plant.workspace->connections;
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const auto &one) { return isAsked(one, status); });
    return found == all.end() ? nullptr : &*found;
}

void SubscribeAllQuestion::askAbout(const ConnectionConfig *connection, const PlantStatus &status)
{
    const bool isToAsk = connection && isAsked(*connection, status);
    const bool isNew = isToAsk && isHidden();
    setVisible(isToAsk);
    if (!isToAsk)
        return;
    if (isNew)
        takeFocus();
    if (isNew || m_connection != connection->name)
        m_fault.clear();
    m_connection = connection->name;
    m_words = tr("\"%1\" would subscribe to everything on %2. On a large broker that is much "
                 "traffic, and its owner may not expect it. Nothing new is subscribed to before "
                 "your answer.")
                  .arg(shownText(connection->name), shownText(connection->url));
    setWords(m_words, m_fault);
}

/// Enter answers it, unless somebody is typing elsewhere.
void SubscribeAllQuestion::takeFocus()
{
    const QWidget *focused = window()->focusWidget();
    const bool isTyping
        = focused && focused->isVisible() && qobject_cast<const QLineEdit *>(focused);
    if (isVisible() && !isTyping)
        m_all->setFocus(Qt::OtherFocusReason);
}

void SubscribeAllQuestion::agree()
{
    if (!mayEdit(m_plant, this))
        return;
    m_all->setEnabled(false);
    WorkspaceEdits::editConnections(
        m_plant, [name = m_connection](WorkspaceEdits::Connections &all) { confirm(all, name); },
        [question = QPointer(this)](const Outcome &saved) {
            if (question)
                question->showSaved(saved);
        });
}

/// It stands until the answer is stored.
void SubscribeAllQuestion::showSaved(const Outcome &saved)
{
    m_all->setEnabled(true);
    setVisible(!saved.ok());
    m_fault = saved.ok() ? QString() : ErrorWords::unsaved(saved.error());
    setWords(m_words, m_fault);
    Q_EMIT answered(saved);
}

} // namespace telltale
