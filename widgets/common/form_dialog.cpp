#include "widgets/common/form_dialog.h"

#include "widgets/common/error_words.h"
#include "widgets/common/form_fields.h"
#include "widgets/common/theme.h"

#include "models/tag_completion.h"

#include <QCompleter>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace telltale {
namespace {

constexpr int kBetweenForms = 32;
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
    column->addWidget(content);
    column->addWidget(m_faults);
    auto *buttons = new QHBoxLayout;
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    m_save->setDefault(true);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    column->addLayout(buttons);
    setMinimumWidth(Theme::instance().measure(width));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &FormDialog::beginSaving);
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
    auto *both = new QWidget;
    auto *line = new QHBoxLayout(both);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(kBetweenForms);
    line->addWidget(left, 1, Qt::AlignTop);
    line->addWidget(right, 1, Qt::AlignTop);
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
