#include "widgets/connect/subscribe_all_question.h"

#include "widgets/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace telltale {

SubscribeAllQuestion::SubscribeAllQuestion(QWidget *parent)
    : QFrame(parent)
    , m_question(new QLabel)
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(14, 8, 8, 8);
    line->setSpacing(Theme::kGrid);
    m_question->setTextFormat(Qt::PlainText);
    m_question->setWordWrap(true);
    auto *choose = new QPushButton(tr("Choose topics…"));
    auto *agree = new QPushButton(tr("Subscribe to all"));
    agree->setObjectName(QStringLiteral("primary"));
    line->addWidget(m_question, 1);
    for (QPushButton *button : {choose, agree}) {
        button->setAutoDefault(false);
        line->addWidget(button);
    }
    connect(choose, &QPushButton::clicked, this, &SubscribeAllQuestion::chooseTopics);
    connect(agree, &QPushButton::clicked, this, &SubscribeAllQuestion::agreed);
    hide();
}

void SubscribeAllQuestion::ask(const QString &connection, const QString &broker)
{
    m_question->setText(
        tr("\"%1\" would subscribe to everything on %2. On a large broker that is much traffic, "
           "and its owner may not expect it. Nothing has been subscribed to so far.")
            .arg(connection, broker));
    setAccessibleName(m_question->text());
    show();
}

void SubscribeAllQuestion::withdraw()
{
    hide();
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
