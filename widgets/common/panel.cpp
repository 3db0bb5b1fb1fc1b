#include "widgets/common/panel.h"

#include "widgets/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace telltale {

Panel::Panel(const QString &title, QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel(title))
    , m_remark(new QLabel)
{
    setObjectName(QStringLiteral("panel"));
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(1, 1, 1, 1);
    whole->setSpacing(0);

    auto *header = new QWidget;
    header->setObjectName(QStringLiteral("panelHeader"));
    header->setFixedHeight(Theme::instance().measure(Theme::kPanelHeader));
    auto *line = new QHBoxLayout(header);
    line->setContentsMargins(14, 0, 8, 0);
    line->setSpacing(Theme::kGap);
    m_title->setFont(Theme::instance().font(Theme::Type::Strong));
    m_title->setTextFormat(Qt::PlainText);
    m_remark->setTextFormat(Qt::PlainText);
    m_remark->setObjectName(QStringLiteral("second"));
    m_remark->setMinimumWidth(0);
    line->addWidget(m_title);
    line->addWidget(m_remark, 1);
    m_headerEnd = new QHBoxLayout;
    m_headerEnd->setSpacing(Theme::kGrid);
    line->addLayout(m_headerEnd);
    whole->addWidget(header);

    m_content = new QVBoxLayout;
    m_content->setContentsMargins(0, 0, 0, 0);
    m_content->setSpacing(0);
    whole->addLayout(m_content, 1);
}

void Panel::setTitle(const QString &title)
{
    m_title->setText(title);
}

void Panel::setRemark(const QString &remark)
{
    m_remark->setText(remark);
}

} // namespace telltale
