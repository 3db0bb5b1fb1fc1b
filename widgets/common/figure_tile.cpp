#include "widgets/common/figure_tile.h"

#include "widgets/common/elided_label.h"
#include "widgets/common/theme.h"

#include "models/value_text.h"

#include <QLabel>
#include <QVBoxLayout>

namespace telltale {
namespace {

constexpr int kHeight = 92;
constexpr int kValuePixels = 26;

} // namespace

FigureTile::FigureTile(const QString &title, QWidget *parent)
    : Surface(parent)
    , m_title(new QLabel(title))
    , m_value(new QLabel)
    , m_meaning(new ElidedLabel)
{
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(14, 8, 14, 8);
    lines->setSpacing(0);
    for (QLabel *label : {m_title, m_value, m_meaning}) {
        label->setTextFormat(Qt::PlainText);
        label->setMinimumWidth(0);
        lines->addWidget(label);
    }
    m_title->setObjectName(QStringLiteral("second"));
    m_value->setObjectName(QStringLiteral("live"));
    m_meaning->setObjectName(QStringLiteral("second"));
    connect(&Theme::instance(), &Theme::changed, this, &FigureTile::applyTheme);
    applyTheme();
}

void FigureTile::setFigure(const QString &value, const QString &meaning)
{
    m_value->setText(value);
    m_meaning->setText(meaning);
    m_meaning->setToolTip(tooltipText(meaning));
    setAccessibleName(QStringLiteral("%1: %2, %3").arg(m_title->text(), value, meaning));
}

void FigureTile::applyTheme()
{
    const Theme &theme = Theme::instance();
    setFixedHeight(theme.measure(kHeight));
    m_title->setFont(theme.font(Theme::Type::Label));
    QFont font = theme.font(Theme::Type::Value);
    font.setPixelSize(theme.measure(kValuePixels));
    m_value->setFont(font);
    m_meaning->setFont(theme.font(Theme::Type::Axis));
}

} // namespace telltale
