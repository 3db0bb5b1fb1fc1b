#include "widgets/assets/tag_dialog.h"

#include "widgets/common/error_words.h"
#include "widgets/common/form_fields.h"
#include "widgets/common/theme.h"

#include "models/value_text.h"

#include "data/telemetry/tag_registry.h"
#include "data/workspace/workspace.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>

namespace telltale {
namespace {

constexpr int kMostDecimals = 9;

/// A number as people write it; empty: none; false if it is not a number.
bool readNumber(const QString &text, std::optional<double> &number)
{
    number.reset();
    if (text.trimmed().isEmpty())
        return true;
    bool ok = false;
    const double value = QLocale().toDouble(text.trimmed(), &ok);
    const double plain = ok ? value : QLocale::c().toDouble(text.trimmed(), &ok);
    if (ok)
        number = plain;
    return ok;
}

QString fieldText(const std::optional<double> &number)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return number ? locale.toString(*number, 'g', QLocale::FloatingPointShortest) : QString();
}

} // namespace

TagDialog::TagDialog(const Plant &plant, TagId tag, QWidget *parent)
    : QDialog(parent)
    , m_plant(plant)
    , m_start(plant.tags->info(tag))
    , m_decimals(new QSpinBox)
    , m_faults(FormFields::makeFaults())
    , m_save(new QPushButton(tr("Save")))
{
    setWindowTitle(tr("Describe tag"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::kMargin, Theme::kMargin, Theme::kMargin, Theme::kMargin);
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
    column->addWidget(m_faults);
    auto *buttons = new QHBoxLayout;
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    m_save->setDefault(true);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    column->addLayout(buttons);
    setMinimumWidth(Theme::instance().measure(460));
    m_name->setPlaceholderText(tagTitle({m_start.path, {}, {}, {}, {}, -1, {}}));
    m_name->setText(QString::fromStdString(m_start.displayName));
    m_unit->setText(QString::fromStdString(m_start.unit));
    m_low->setText(fieldText(m_start.low));
    m_high->setText(fieldText(m_start.high));
    m_decimals->setValue(m_start.decimals);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &TagDialog::save);
    check();
}

QLineEdit *TagDialog::addLine(QFormLayout &form, const QString &label, const QString &name)
{
    auto *line = new QLineEdit;
    line->setObjectName(name);
    form.addRow(label, line);
    connect(line, &QLineEdit::textChanged, this, &TagDialog::check);
    return line;
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

void TagDialog::save()
{
    const std::optional<TagInfo> info = description();
    if (!info)
        return;
    std::map<std::string, TagInfo> &tags = m_plant.workspace->tags;
    const std::map<std::string, TagInfo> before = tags;
    tags[info->path] = *info;
    const Outcome saved = m_plant.workspace->saveTags();
    if (!saved.ok()) {
        tags = before;
        m_faults->setText(ErrorWords::sentence(saved.error()));
        return;
    }
    m_plant.tagsChanged();
    accept();
}

} // namespace telltale
