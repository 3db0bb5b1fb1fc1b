#include "widgets/common/form_fields.h"

#include "widgets/common/theme.h"

#include <QFormLayout>
#include <QLabel>
#include <QPlainTextEdit>

namespace telltale {

void FormFields::style(QFormLayout &form)
{
    form.setHorizontalSpacing(Theme::kMargin);
    form.setVerticalSpacing(Theme::kGrid);
    form.setLabelAlignment(Qt::AlignLeft);
    form.setContentsMargins(0, 0, 0, 0);
    form.setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
}

void FormFields::frame(QPlainTextEdit &field)
{
    field.setFrameStyle(static_cast<int>(QFrame::Box) | static_cast<int>(QFrame::Plain));
    QPalette palette = field.palette();
    palette.setColor(QPalette::WindowText, Theme::instance().color(Theme::Role::Line));
    field.setPalette(palette);
}

QLabel *FormFields::makeFaults()
{
    auto *faults = new QLabel;
    faults->setObjectName(QStringLiteral("faults"));
    faults->setWordWrap(true);
    faults->setTextFormat(Qt::PlainText);
    faults->setMinimumHeight(Theme::instance().measure(36));
    faults->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return faults;
}

} // namespace telltale
