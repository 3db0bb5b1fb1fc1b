#include "widgets/connect/question_line.h"

#include "widgets/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace telltale {
namespace {

constexpr int kLeastWords = 160;

} // namespace

QuestionLine::QuestionLine(QWidget *parent)
    : QFrame(parent)
    , m_line(new QHBoxLayout(this))
    , m_words(new QLabel)
{
    m_line->setContentsMargins(14, 8, 8, 8);
    m_line->setSpacing(Theme::kGrid);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setMinimumWidth(Theme::instance().measure(kLeastWords)); // whatever the names
    m_line->addWidget(m_words, 1);
}

void QuestionLine::setWords(const QString &words, const QString &fault)
{
    m_words->setText(fault.isEmpty() ? words : fault + QLatin1Char('\n') + words);
    setAccessibleName(m_words->text());
}

void QuestionLine::paintEvent(QPaintEvent *event)
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
