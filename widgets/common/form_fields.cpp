#include "widgets/common/form_fields.h"

#include "widgets/common/theme.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
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

std::optional<double> FormFields::number(const QString &text)
{
    QString plain = text.trimmed();
    plain.replace(QChar(0x2212), QLatin1Char('-')).remove(QChar(0x2009)); // as numbers are shown
    bool isNumber = false;
    double number = QLocale().toDouble(plain, &isNumber);
    if (!isNumber)
        number = QLocale::c().toDouble(plain, &isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

void FormFields::showNumber(QLineEdit &field, double number)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    field.setText(locale.toString(number, 'g', QLocale::FloatingPointShortest));
}

} // namespace telltale
