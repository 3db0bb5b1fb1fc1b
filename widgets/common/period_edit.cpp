#include "widgets/common/period_edit.h"

#include "widgets/common/theme.h"
#include "widgets/common/zone_time_edit.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QTimeZone>

namespace telltale {
namespace {

ZoneTimeEdit *add(QHBoxLayout &line, const QString &words, ZoneTimeEdit *field)
{
    auto *label = new QLabel(words);
    field->setAccessibleName(words);
    field->setKeyboardTracking(false);
    label->setBuddy(field);
    line.addWidget(label);
    line.addWidget(field);
    return field;
}

} // namespace

PeriodEdit::PeriodEdit(const QTimeZone &zone, TimeRange start, QWidget *parent)
    : QWidget(parent)
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Theme::kGrid);
    m_from = add(*line, tr("From"), new ZoneTimeEdit(zone, QStringLiteral("from")));
    m_to = add(*line, tr("To"), new ZoneTimeEdit(zone, QStringLiteral("to")));
    line->addStretch(1);
    setRange(start);
    for (const ZoneTimeEdit *field : {m_from, m_to})
        connect(field, &QDateTimeEdit::dateTimeChanged, this, &PeriodEdit::changed);
}

TimeRange PeriodEdit::range() const
{
    return {m_from->timestamp(), m_to->timestamp()};
}

void PeriodEdit::setRange(TimeRange range)
{
    m_from->setTimestamp(range.from);
    m_to->setTimestamp(range.to);
}

} // namespace telltale
