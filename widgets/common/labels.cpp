#include "widgets/common/labels.h"

#include "widgets/common/theme.h"

#include <QLabel>

namespace telltale {

QLabel *quietLabel()
{
    auto *label = new QLabel;
    label->setObjectName(QStringLiteral("second"));
    label->setTextFormat(Qt::PlainText);
    return label;
}

QLabel *strongLabel()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setFont(Theme::instance().font(Theme::Type::Strong));
    return label;
}

} // namespace telltale
