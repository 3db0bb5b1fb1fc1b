#pragma once

class QFormLayout;
class QLabel;
class QPlainTextEdit;

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
};

} // namespace telltale
