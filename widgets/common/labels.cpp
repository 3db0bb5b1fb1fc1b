#include "widgets/common/labels.h"

#include "widgets/common/elided_label.h"
#include "widgets/common/theme.h"

namespace telltale {

QLabel *quietLabel()
{
    auto *label = new ElidedLabel;
    label->setObjectName(QStringLiteral("second"));
    return label;
}

QLabel *strongLabel()
{
    auto *label = new ElidedLabel;
    label->setFont(Theme::instance().font(Theme::Type::Strong));
    return label;
}

} // namespace telltale
