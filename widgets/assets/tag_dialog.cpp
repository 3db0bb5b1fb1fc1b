#include "widgets/assets/tag_dialog.h"

#include "widgets/common/form_fields.h"
#include "widgets/common/theme.h"

#include "models/value_text.h"
#include "models/workspace_edits.h"

#include "data/telemetry/tag_registry.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace telltale {
namespace {

constexpr int kMostDecimals = 9;
constexpr int kWidth = 460;

/// Empty: none; false if it is not a number.
bool readNumber(const QString &text, std::optional<double> &number)
{
    number = FormFields::number(text);
    return number.has_value() || text.trimmed().isEmpty();
}

void showNumber(QLineEdit &field, const std::optional<double> &number)
{
    if (number)
        FormFields::showNumber(field, *number);
}

} // namespace

TagDialog::TagDialog(const Plant &plant, TagId tag, QWidget *parent)
    : FormDialog(plant, tr("Save"), parent)
    , m_start(plant.tags->info(tag))
    , m_decimals(new QSpinBox)
{
    setWindowTitle(tr("Describe tag"));
    layOut(makeForm(), kWidth);
    m_name->setPlaceholderText(tagTitle({m_start.path, {}, {}, {}, {}, -1, {}}));
    m_name->setText(QString::fromStdString(m_start.displayName));
    m_unit->setText(QString::fromStdString(m_start.unit));
    showNumber(*m_low, m_start.low);
    showNumber(*m_high, m_start.high);
    m_decimals->setValue(m_start.decimals);
    check();
}

QWidget *TagDialog::makeForm()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::kGap);
    auto *path = new QLabel(shownText(m_start.path));
    path->setTextFormat(Qt::PlainText);
    path->setObjectName(QStringLiteral("second"));
    path->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(path);
    auto *form = new QFormLayout;
    FormFields::style(*form);
    m_name = addLine(*form, tr("Name"), QStringLiteral("name"));
    m_unit = addLine(*form, tr("Unit"), QStringLiteral("unit"));
    m_low = addLine(*form, tr("Normal from"), QStringLiteral("low"));
    m_high = addLine(*form, tr("Normal to"), QStringLiteral("high"));
    m_decimals->setObjectName(QStringLiteral("decimals"));
    m_decimals->setRange(-1, kMostDecimals);
    m_decimals->setSpecialValueText(tr("as many as the value needs"));
    form->addRow(tr("Digits after the point"), m_decimals);
    column->addLayout(form);
    return page;
}

std::optional<TagInfo> TagDialog::description() const
{
    TagInfo info = m_start;
    info.displayName = m_name->text().trimmed().toStdString();
    info.unit = m_unit->text().trimmed().toStdString();
    info.decimals = m_decimals->value();
    if (!readNumber(m_low->text(), info.low) || !readNumber(m_high->text(), info.high))
        return std::nullopt;
    if (info.low && info.high && *info.low >= *info.high)
        return std::nullopt;
    return info;
}

void TagDialog::check()
{
    const bool isFine = description().has_value();
    m_save->setEnabled(isFine);
    m_faults->setText(isFine ? QString()
                             : tr("The normal range needs two numbers, the lower one first."));
}

bool TagDialog::save()
{
    const std::optional<TagInfo> info = description();
    if (!info)
        return false;
    WorkspaceEdits::saveTag(m_plant, *info, [dialog = QPointer(this)](const Outcome &saved) {
        if (dialog)
            dialog->showSaved(saved);
    });
    return true;
}

} // namespace telltale
