#pragma once

#include "widgets/common/form_dialog.h"

#include "data/telemetry/timestamp.h"

class QPlainTextEdit;

namespace telltale {

/// Asks for a note for the next shift and puts it into the journal; what cannot be stored stays in
/// the field.
/// Thread  GUI.
class NoteDialog : public FormDialog
{
    Q_OBJECT

public:
    /// `shift`: the one it is about; `words`: how that is called.
    NoteDialog(const Plant &plant, TimeRange shift, const QString &words,
               QWidget *parent = nullptr);
    static QString lateWords(); ///< that the shift takes no notes any more

private:
    void check() override;
    bool save() override;
    QString fault() const;
    QString text() const;

    const TimeRange m_shift;
    QPlainTextEdit *m_text;
};

} // namespace telltale
