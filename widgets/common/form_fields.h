#pragma once

#include <optional>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QString;

namespace telltale {

/// How the forms of dialogs look, in one place.
/// Thread  GUI.
class FormFields
{
public:
    static void style(QFormLayout &form);
    /// The hairline that line edits have from the style.
    static void frame(QPlainTextEdit &field);
    /// The label at the foot of a dialog that says what is wrong.
    static QLabel *makeFaults();
    /// A number as people write it: in the form of the locale, or with a decimal point.
    static std::optional<double> number(const QString &text);
    static void showNumber(QLineEdit &field, double number);
};

} // namespace telltale
