#include "widgets/common/labels.h"

#include "widgets/common/elided_label.h"
#include "widgets/common/theme.h"

#include <QLabel>

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

QLabel *wholeLabel(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // however long its words
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setContentsMargins(Theme::kMargin, Theme::kGrid, Theme::kMargin, Theme::kGrid);
    return label;
}

} // namespace telltale
