#include "widgets/alarms/note_dialog.h"

#include "widgets/common/form_fields.h"
#include "widgets/common/theme.h"

#include "models/alarm_request.h"
#include "models/handover.h"

#include "data/telemetry/clock.h"

#include <QFormLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

namespace telltale {
namespace {

constexpr int kWidth = 520;
constexpr int kLines = 160; ///< height
constexpr qsizetype kMost = 2'000; ///< letters

} // namespace

NoteDialog::NoteDialog(const Plant &plant, TimeRange shift, const QString &words, QWidget *parent)
    : FormDialog(plant, tr("Write note"), parent)
    , m_shift(shift)
    , m_text(new QPlainTextEdit)
{
    setWindowTitle(tr("Note for the next shift"));
    auto *page = new QWidget;
    auto *form = new QFormLayout(page);
    FormFields::style(*form);
    auto *name = new QLabel(words);
    name->setTextFormat(Qt::PlainText);
    m_text->setObjectName(QStringLiteral("note"));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(Theme::instance().measure(kLines));
    m_text->setPlaceholderText(tr("what the next shift must know"));
    FormFields::frame(*m_text);
    form->addRow(tr("Shift"), name);
    form->addRow(tr("Note"), m_text);
    connect(m_text, &QPlainTextEdit::textChanged, this, &NoteDialog::check);
    layOut(page, kWidth);
    m_text->setFocus();
    check();
}

QString NoteDialog::text() const
{
    return m_text->toPlainText().trimmed();
}

QString NoteDialog::lateWords()
{
    return tr("This shift ended more than 24 h ago: write the note for the shift of now.");
}

QString NoteDialog::fault() const
{
    if (!takesNotes(m_shift, m_plant.clock->now()))
        return lateWords();
    if (text().isEmpty())
        return tr("A note needs words. It cannot be changed once it is in the journal.");
    if (text().size() > kMost)
        return tr("At most %1 letters; these are %2.").arg(kMost).arg(text().size());
    return {};
}

void NoteDialog::check()
{
    const QString wrong = fault();
    m_faults->setText(wrong);
    m_save->setEnabled(wrong.isEmpty());
    m_text->setAccessibleDescription(wrong);
}

/// About the shift, also when that is over meanwhile.
bool NoteDialog::save()
{
    if (!fault().isEmpty()) {
        check(); // that it is too late now
        return false;
    }
    AlarmAction note;
    note.kind = AlarmAction::Kind::Note;
    note.text = text().toStdString();
    note.about = std::min(m_plant.clock->now(), m_shift.to - std::chrono::microseconds(1));
    AlarmRequest::send(m_plant, std::move(note), this, [this](const QString &refusal) {
        if (refusal.isEmpty())
            accept();
        else
            showRefused(refusal);
    });
    return true;
}

} // namespace telltale
