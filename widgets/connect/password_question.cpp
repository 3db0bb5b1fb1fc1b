#include "widgets/connect/password_question.h"

#include "widgets/common/theme.h"
#include "widgets/connect/connection_fault.h"

#include "models/value_text.h"

#include "data/sources/credential_store.h"
#include "data/storage/owner_file.h"
#include "data/workspace/workspace.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace telltale {
namespace {

constexpr int kLeastWords = 160;
constexpr int kFieldWidth = 180;

} // namespace

PasswordQuestion::PasswordQuestion(const Plant &plant, QWidget *parent)
    : QFrame(parent)
    , m_plant(plant)
    , m_words(new QLabel)
    , m_password(new QLineEdit)
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(14, 8, 8, 8);
    line->setSpacing(Theme::kGrid);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setMinimumWidth(Theme::instance().measure(kLeastWords)); // whatever the names
    m_password->setObjectName(QStringLiteral("askedPassword"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setPlaceholderText(tr("Password"));
    m_password->setAccessibleName(tr("Password"));
    m_password->setFixedWidth(Theme::instance().measure(kFieldWidth));
    auto *later = new QPushButton(tr("Not now"));
    auto *in = new QPushButton(tr("Sign in"));
    in->setObjectName(QStringLiteral("primary"));
    line->addWidget(m_words, 1);
    line->addWidget(m_password);
    for (QPushButton *button : {later, in}) {
        button->setAutoDefault(false);
        line->addWidget(button);
    }
    connect(m_password, &QLineEdit::returnPressed, this, &PasswordQuestion::signIn);
    connect(in, &QPushButton::clicked, this, &PasswordQuestion::signIn);
    connect(later, &QPushButton::clicked, this, &PasswordQuestion::leave);
    hide();
}

void PasswordQuestion::frame(Timestamp now)
{
    if (m_follower.update(*m_plant.status, now))
        showStatus(m_follower.status());
}

void PasswordQuestion::showStatus(const PlantStatus &status)
{
    const auto found = std::find_if(status.connections.begin(), status.connections.end(),
                                    [this](const auto &one) { return isToAsk(one); });
    const bool isAsked = status.isOwner && found != status.connections.end();
    if (!isAsked || !m_asked || m_asked->name != found->name)
        m_password->clear(); // it was for another one
    m_asked = isAsked ? std::optional(*found) : std::nullopt;
    const bool hadFocus = isVisible() && isAncestorOf(window()->focusWidget());
    setVisible(isAsked);
    if (!isAsked && hadFocus)
        Q_EMIT focusLeft();
    if (!isAsked)
        return;
    m_words->setText(tr("\"%1\" is not connected. %2.")
                         .arg(shownText(found->name), ConnectionFault::title(*found)));
    setAccessibleName(m_words->text());
}

/// What somebody answered is not asked again before the attempt with it has ended.
bool PasswordQuestion::isToAsk(const ConnectionStatus &connection) const
{
    using State = ConnectionStatus::State;
    const bool isOut = connection.state != State::Connected && connection.state != State::Off;
    if (!isOut || !ConnectionFault::isOfSignIn(connection) || m_left.contains(connection.name))
        return false;
    const bool isOnItsWay = m_answered && m_answered->connection == connection.name
        && (connection.nextAttempt == Timestamp {}
            || connection.nextAttempt == m_answered->attempt);
    const ConnectionConfig *config = configOf(connection);
    return !isOnItsWay && config && !config->user.empty() && m_plant.storePassword
        && mayBeTyped(connection.causeCode);
}

const ConnectionConfig *PasswordQuestion::configOf(const ConnectionStatus &connection) const
{
    const std::vector<ConnectionConfig> &all = m_plant.workspace->connections;
    const auto found = std::find_if(all.begin(), all.end(), [&](const ConnectionConfig &one) {
        return one.name == connection.name;
    });
    return found == all.end() ? nullptr : &*found;
}

/// The connection is tried again as soon as the password is kept.
void PasswordQuestion::signIn()
{
    const ConnectionConfig *config = m_asked ? configOf(*m_asked) : nullptr;
    if (!config || m_password->text().isEmpty())
        return m_password->setFocus(Qt::OtherFocusReason);
    m_answered = Answered {m_asked->name, m_asked->nextAttempt};
    std::string password = m_password->text().toStdString();
    m_plant.storePassword(*config, password, [](const Outcome &) {}); // a problem says what failed
    wipe(password);
    showStatus(m_follower.status());
}

void PasswordQuestion::leave()
{
    if (m_asked)
        m_left.insert(m_asked->name);
    showStatus(m_follower.status());
}

void PasswordQuestion::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Theme &theme = Theme::instance();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Theme::Role::Raised));
    painter.setPen(theme.color(Theme::Role::Line));
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace telltale
