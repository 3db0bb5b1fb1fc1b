// What the cells of the alarm list say.

#include "models/alarm_list_model.h"

#include "models/alarm_words.h"
#include "models/hiding.h"
#include "models/value_text.h"

#include "data/telemetry/live_values.h"
#include "data/telemetry/tag_registry.h"

#include <algorithm>

namespace telltale {
namespace {

const QChar kEnDash(0x2013);

/// An acknowledged alarm that is still there has come once, before its acknowledgement.
std::uint32_t timesOf(const AlarmRow &row)
{
    return row.state == AlarmState::Acked ? std::max(1U, row.timesSinceAck) : row.timesSinceAck;
}

QString commentText(const AlarmRow &row)
{
    return row.comment.empty()
        ? QString(kEnDash)
        : shownText(row.commentBy) + QStringLiteral(": ") + shownText(row.comment);
}

} // namespace

QString AlarmListModel::text(const AlarmRow &row, bool isGone, int column) const
{
    switch (column) {
    case PriorityColumn:
        return AlarmWords::numbered(row.priority);
    case StateColumn:
        return AlarmWords::state(isGone ? AlarmState::Normal : row.state);
    case SinceColumn:
        return sinceWords(row);
    case AgeColumn:
        return ageWords(row);
    case AssetColumn:
        return placeOf(row).words;
    case TitleColumn:
        return titleText(row);
    case ValueColumn:
        if (!row.limit || !std::isfinite(row.value))
            return kEnDash;
        return QStringLiteral("%1 %2")
            .arg(numberText(row.value, decimals(row), m_locale), shownText(row.unit))
            .trimmed();
    case LimitColumn:
        return AlarmWords::condition(row, decimals(row), m_locale);
    case NowColumn:
        return nowText(row);
    case TimesColumn:
        return QString::number(timesOf(row));
    case ActionColumn:
        return AlarmWords::action(row).isEmpty() ? QString(kEnDash) : AlarmWords::action(row);
    case TimeLeftColumn:
        return row.state == AlarmState::Acked ? QString(kEnDash) : AlarmWords::timeLeft(row, m_now);
    case CommentColumn:
        return commentText(row);
    case ConditionColumn:
        return row.isOn ? tr("on", "the condition of an alarm") : tr("normal");
    case EndsColumn:
        return Hiding::end(row, m_now, m_plant.zone);
    case ByColumn:
        return shownText(row.hiddenBy);
    case ReasonColumn:
        return Hiding::why(row);
    default:
        return {};
    }
}

/// Of a hidden alarm, since when it is; nothing where an older program did not note it.
Timestamp AlarmListModel::since(const AlarmRow &row) const
{
    return m_list == AlarmList::Active ? row.since : row.hiddenSince.value_or(Timestamp {});
}

QString AlarmListModel::sinceWords(const AlarmRow &row) const
{
    return since(row) == Timestamp {} ? QString(kEnDash)
                                      : preciseTimeText(since(row), m_now, m_plant.zone);
}

QString AlarmListModel::ageWords(const AlarmRow &row) const
{
    if (m_list != AlarmList::Active)
        return Hiding::age(row, m_now);
    return since(row) == Timestamp {} ? QString(kEnDash) : ageText(m_now - since(row));
}

QVariant AlarmListModel::shortText(const AlarmRow &row, int column) const
{
    const auto day = [this](Timestamp at) {
        return QDateTime::fromMSecsSinceEpoch(toMicroseconds(at) / 1000, m_plant.zone).date();
    };
    if (column == PriorityColumn) // the marker of the alarm list has number and shape
        return m_list == AlarmList::Active ? QString() : QString::number(row.priority);
    if (column == AssetColumn)
        return placeOf(row).brief;
    if (column == AgeColumn) // that it is too long is not what is cut off
        return Hiding::isTooLong(row, m_now) ? Hiding::tooLong() : QVariant();
    if (column == TitleColumn)
        return shortTitle(row);
    if (column == LimitColumn && !AlarmWords::shortCondition(row).isEmpty())
        return AlarmWords::shortCondition(row);
    if (column == NowColumn)
        return shortNowText(row);
    if (column == TimeLeftColumn)
        return shortTimeLeft(row);
    const Timestamp began = since(row);
    if (column != SinceColumn || began == Timestamp {} || day(began) == day(m_now))
        return {};
    const QDate date = day(began);
    if (date.year() != day(m_now).year())
        return date.toString(Qt::ISODate);
    const QString time = timeText(began, began, m_plant.zone).left(5);
    return QStringLiteral("%1 %2").arg(date.toString(QStringLiteral("MM-dd")), time);
}

QString AlarmListModel::titleText(const AlarmRow &row)
{
    const QString chattering = AlarmWords::chattering(row);
    return chattering.isEmpty() ? AlarmWords::title(row)
                                : AlarmWords::title(row) + QStringLiteral(" · ") + chattering;
}

/// That it chatters is not what is cut off.
QVariant AlarmListModel::shortTitle(const AlarmRow &row)
{
    if (!row.chattering)
        return {};
    return AlarmWords::chattering(row) + QStringLiteral(" · ") + AlarmWords::title(row);
}

QVariant AlarmListModel::sortValue(const AlarmRow &row, int column) const
{
    switch (column) {
    case PriorityColumn:
        return row.priority;
    case SinceColumn:
        return static_cast<qlonglong>(toMicroseconds(since(row)));
    case AgeColumn:
        return static_cast<qlonglong>(-toMicroseconds(since(row)));
    case EndsColumn:
        return static_cast<qlonglong>(toMicroseconds(row.until.value_or(Timestamp {})));
    case ValueColumn:
        return row.value;
    case LimitColumn:
        return row.limit.value_or(0.0);
    case NowColumn:
        return m_plant.live->value(m_plant.tags->find(row.tag)).sample.value;
    case TimesColumn:
        return timesOf(row);
    case TimeLeftColumn:
        return static_cast<qlonglong>(
            row.state == AlarmState::Unacked
                ? timeLeft(row, m_now).value_or(std::chrono::microseconds::max()).count()
                : std::chrono::microseconds::max().count());
    default:
        return text(row, false, column);
    }
}

int AlarmListModel::decimals(const AlarmRow &row) const
{
    const TagId tag = m_plant.tags->find(row.tag);
    return tag.isValid() ? m_plant.tags->info(tag).decimals : -1;
}

/// What was before the restart is none of now.
QString AlarmListModel::nowText(const AlarmRow &row) const
{
    if (row.hasNoData)
        return AlarmWords::noData(row);
    const TagId tag = m_plant.tags->find(row.tag);
    if (!tag.isValid())
        return kEnDash;
    const LiveValues::Value live = m_plant.live->value(tag);
    if (!live.sample.tag.isValid())
        return kEnDash;
    const QString value = valueText(live.sample, m_plant.tags->info(tag), m_locale, live.decimals);
    if (live.sample.quality.isBad())
        return tr("BAD %1", "a bad value").arg(value);
    if (live.isHeld())
        return tr("%1 HELD", "a value nobody vouches for: its source is down").arg(value);
    if (isStale(live, m_now))
        return tr("%1 STALE %2", "a value that is no longer live, and its age")
            .arg(value, ageText(m_now - live.sample.time));
    return value;
}

/// "−1 min 40 s": how long it has been over.
QVariant AlarmListModel::shortTimeLeft(const AlarmRow &row) const
{
    const auto left = timeLeft(row, m_now);
    if (row.state != AlarmState::Unacked || !left || left->count() >= 0)
        return {};
    return QChar(0x2212) + ageText(-*left);
}

/// An old number says less than that it is old.
QVariant AlarmListModel::shortNowText(const AlarmRow &row) const
{
    if (row.hasNoData)
        return tr("NO DATA", "since the program started");
    const LiveValues::Value live = m_plant.live->value(m_plant.tags->find(row.tag));
    const bool isOld = live.sample.tag.isValid() && isStale(live, m_now);
    if (!isOld || live.sample.quality.isBad())
        return {};
    return live.isHeld() ? tr("HELD", "a value nobody vouches for")
                         : tr("STALE", "a value that is no longer live");
}

} // namespace telltale
