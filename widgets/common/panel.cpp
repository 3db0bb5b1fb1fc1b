#include "widgets/common/panel.h"

#include "widgets/common/elided_label.h"
#include "widgets/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace telltale {

Panel::Panel(const QString &title, QWidget *parent)
    : QFrame(parent)
    , m_header(new QFrame)
    , m_title(new ElidedLabel(title))
    , m_remark(new ElidedLabel)
{
    setObjectName(QStringLiteral("panel"));
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(1, 1, 1, 1);
    whole->setSpacing(0);

    m_header->setObjectName(QStringLiteral("panelHeader"));
    auto *line = new QHBoxLayout(m_header);
    line->setContentsMargins(14, 0, 8, 0);
    line->setSpacing(Theme::kGap);
    m_remark->setObjectName(QStringLiteral("second"));
    m_remark->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    line->addWidget(m_title);
    line->addWidget(m_remark, 1);
    m_headerEnd = new QHBoxLayout;
    m_headerEnd->setSpacing(Theme::kGrid);
    line->addLayout(m_headerEnd);
    whole->addWidget(m_header);

    m_content = new QVBoxLayout;
    m_content->setContentsMargins(0, 0, 0, 0);
    m_content->setSpacing(0);
    whole->addLayout(m_content, 1);

    connect(&Theme::instance(), &Theme::changed, this, &Panel::applyTheme);
    applyTheme();
}

void Panel::setTitle(const QString &title)
{
    m_title->setText(title);
}

void Panel::setRemark(const QString &remark)
{
    m_remark->setText(remark);
}

void Panel::applyTheme()
{
    const Theme &theme = Theme::instance();
    m_header->setFixedHeight(theme.measure(Theme::kPanelHeader));
    m_title->setFont(theme.font(Theme::Type::Strong));
    m_remark->setFont(theme.font(Theme::Type::Text));
}

} // namespace telltale
