#include "widgets/common/form_dialog.h"

#include "widgets/common/beside.h"
#include "widgets/common/error_words.h"
#include "widgets/common/form_fields.h"
#include "widgets/common/form_scroller.h"
#include "widgets/common/theme.h"

#include "models/tag_completion.h"

#include <QCompleter>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace telltale {
namespace {

constexpr int kBetweenForms = 32;
constexpr int kBesideFrom = 720; ///< width of both forms
constexpr QSize kFrame(8, 40); ///< of the window manager around a dialog
constexpr int kMostVisible = 12; ///< tags offered, without scrolling

} // namespace

FormDialog::FormDialog(const Plant &plant, const QString &saveText, QWidget *parent)
    : QDialog(parent)
    , m_plant(plant)
    , m_faults(FormFields::makeFaults())
    , m_save(new QPushButton(saveText))
{
    connect(this, &QDialog::finished, this, &FormDialog::giveKeysBack);
}

void FormDialog::layOut(QWidget *content, int width)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::kMargin, Theme::kMargin, Theme::kMargin, Theme::kMargin);
    column->setSpacing(Theme::kGap);
    const QSize room = roomOnScreen();
    const int below = 2 * Theme::kGap + m_faults->minimumHeight()
        + Theme::instance().measure(Theme::kButtonHeight + Theme::kGrid);
    column->addWidget(
        new FormScroller(content, room - QSize(2 * Theme::kMargin, 2 * Theme::kMargin + below)), 1);
    column->addWidget(m_faults);
    auto *buttons = new QHBoxLayout;
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    m_save->setDefault(true);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    column->addLayout(buttons);
    setMinimumWidth(std::min(Theme::instance().measure(width), room.width()));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &FormDialog::beginSaving);
}

/// For the dialog without the frame that the window manager draws around it.
QSize FormDialog::roomOnScreen() const
{
    const QWidget *from = parentWidget() ? parentWidget() : this;
    return from->screen()->availableGeometry().size() - kFrame;
}

void FormDialog::beginSaving()
{
    if (m_isSaving || !save())
        return;
    m_isSaving = true;
    m_save->setEnabled(false);
}

void FormDialog::showSaved(const Outcome &saved)
{
    if (saved.ok())
        return accept();
    showRefused(ErrorWords::unsaved(saved.error()));
}

void FormDialog::showRefused(const QString &words)
{
    m_isSaving = false;
    m_save->setEnabled(true);
    m_faults->setText(words);
}

QWidget *FormDialog::beside(QWidget *left, QWidget *right)
{
    auto *both = new Beside(kBesideFrom);
    both->setGap(kBetweenForms);
    both->add(left, 1, Qt::AlignTop);
    both->add(right, 1, Qt::AlignTop);
    return both;
}

QLineEdit *FormDialog::addLine(QFormLayout &form, const QString &label, const QString &name)
{
    auto *field = new QLineEdit;
    field->setObjectName(name);
    form.addRow(label, field);
    connect(field, &QLineEdit::textChanged, this, &FormDialog::check);
    return field;
}

void FormDialog::completeTags(QLineEdit &field)
{
    auto *found = new TagCompletion(*m_plant.tags, &field);
    connect(&field, &QLineEdit::textEdited, found, &TagCompletion::find);
    auto *completer = new QCompleter(found, &field);
    completer->setCompletionRole(TagCompletion::PathRole);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setMaxVisibleItems(kMostVisible);
    field.setCompleter(completer);
}

/// Not every window system does it by itself.
void FormDialog::giveKeysBack()
{
    if (const QWidget *parent = parentWidget())
        parent->window()->activateWindow();
}

} // namespace telltale
