#include "widgets/connect/subscribe_all_question.h"

#include "widgets/common/edit_permission.h"
#include "widgets/common/theme.h"

#include "models/file_saver.h"
#include "models/value_text.h"

#include "data/telemetry/status_board.h"
#include "data/workspace/workspace.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPointer>
#include <QPushButton>

#include <algorithm>

namespace telltale {
namespace {

constexpr int kLeastWords = 160;

} // namespace

SubscribeAllQuestion::SubscribeAllQuestion(const Plant &plant, QWidget *parent)
    : QFrame(parent)
    , m_plant(plant)
    , m_question(new QLabel)
    , m_all(new QPushButton(tr("Subscribe to all")))
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(14, 8, 8, 8);
    line->setSpacing(Theme::kGrid);
    m_question->setTextFormat(Qt::PlainText);
    m_question->setWordWrap(true);
    m_question->setMinimumWidth(Theme::instance().measure(kLeastWords)); // whatever the names
    auto *choose = new QPushButton(tr("Choose topics…"));
    m_all->setObjectName(QStringLiteral("primary"));
    line->addWidget(m_question, 1);
    for (QPushButton *button : {choose, m_all}) {
        button->setAutoDefault(false);
        line->addWidget(button);
    }
    connect(choose, &QPushButton::clicked, this,
            [this] { Q_EMIT chooseTopics(QString::fromStdString(m_connection)); });
    connect(m_all, &QPushButton::clicked, this, &SubscribeAllQuestion::agree);
    hide();
}

bool SubscribeAllQuestion::isWaiting(const ConnectionConfig &connection, const PlantStatus &status)
{
    const auto isSubscribed = [&](const ConnectionStatus &one) {
        return one.name == connection.name && !one.granted.empty();
    };
    return connection.needsConfirmation()
        && std::none_of(status.connections.begin(), status.connections.end(), isSubscribed);
}

const ConnectionConfig *SubscribeAllQuestion::waiting(const Plant &plant, const PlantStatus &status)
{
    const std::vector<ConnectionConfig> &all = plant.workspace->connections;
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const auto &one) { return isWaiting(one, status); });
    return found == all.end() ? nullptr : &*found;
}

void SubscribeAllQuestion::askAbout(const ConnectionConfig *connection, const PlantStatus &status)
{
    const bool isAsked = connection && isWaiting(*connection, status);
    const bool isNew = isAsked && isHidden();
    setVisible(isAsked);
    if (!isAsked)
        return;
    if (isNew)
        takeFocus();
    m_connection = connection->name;
    m_question->setText(
        tr("\"%1\" would subscribe to everything on %2. On a large broker that is much traffic, "
           "and its owner may not expect it. Nothing has been subscribed to so far.")
            .arg(shownText(connection->name), shownText(connection->url)));
    setAccessibleName(m_question->text());
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
    std::vector<ConnectionConfig> &all = m_plant.workspace->connections;
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const auto &one) { return one.name == m_connection; });
    if (found == all.end())
        return;
    found->allTopicsConfirmed = true;
    found->enabled = true;
    hide();
    m_plant.saver->save(m_plant.workspace->connectionsToSave(),
                        [&plant = m_plant, question = QPointer(this)](const Outcome &saved) {
                            if (saved.ok())
                                plant.connectionsChanged();
                            if (question)
                                Q_EMIT question->answered(saved);
                        });
}

void SubscribeAllQuestion::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Theme &theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.color(Theme::Role::Text));
    painter.setBrush(theme.color(Theme::Role::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::kPanelRadius,
                            Theme::kPanelRadius);
}

} // namespace telltale
