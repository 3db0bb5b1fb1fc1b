#include "models/journal_model.h"

#include "models/alarm_journal.h"
#include "models/alarm_words.h"
#include "models/area_names.h"
#include "models/journal_words.h"
#include "models/value_text.h"

#include "data/telemetry/clock.h"
#include "data/telemetry/tag_registry.h"

#include <charconv>

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kPage = 200;
constexpr std::size_t kNewerLimit = 10'000;
constexpr auto kAhead = 24h; ///< entries of a clock that was set back meanwhile

/// With the places its tag has today.
QString valueOf(const AlarmJournalEntry &entry, const TagRegistry &tags, const QLocale &locale)
{
    const TagId tag = tags.find(entry.tag);
    const int decimals = tag.isValid() ? tags.info(tag).decimals : -1;
    double number = 0.0;
    const char *end = entry.value.data() + entry.value.size();
    const auto read = std::from_chars(entry.value.data(), end, number);
    const bool isNumber = !entry.value.empty() && read.ec == std::errc() && read.ptr == end;
    const QString value = isNumber ? numberText(number, decimals, locale) : shownText(entry.value);
    return QStringLiteral("%1 %2").arg(value, shownText(entry.unit)).trimmed();
}

/// In the words of the alarm list: "NEW → RETURNED".
QString changeOf(const AlarmJournalEntry &entry)
{
    const QString to = AlarmWords::state(entry.to);
    return entry.from == entry.to ? to : AlarmWords::state(entry.from) + QStringLiteral(" → ") + to;
}

} // namespace

JournalModel::JournalModel(const Plant &plant, AlarmJournal &journal, QObject *parent)
    : KeyedTableModel(parent)
    , m_plant(plant)
    , m_journal(journal)
    , m_from(plant.clock->now() + kAhead)
{ }

void JournalModel::refresh()
{
    m_isOutdated = m_isReading;
    if (m_isReading)
        return;
    if (m_isLoaded)
        readNewer();
    else
        fetchMore({});
}

void JournalModel::readNewer()
{
    m_isReading = true;
    const Timestamp from = rows().empty() ? m_from : rows().front().time;
    m_journal.entries({from, m_plant.clock->now() + kAhead}, kNewerLimit, this,
                      [this](const Result<std::vector<AlarmJournalEntry>> &read) {
                          m_isReading = false;
                          if (read.ok())
                              add({read.value().rbegin(), read.value().rend()}, true);
                          else
                              Q_EMIT failed(read.error());
                          finishReading();
                      });
}

bool JournalModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore && m_isLoaded && !m_isReading;
}

void JournalModel::fetchMore(const QModelIndex &parent)
{
    if (parent.isValid() || m_isReading)
        return;
    m_isReading = true;
    m_journal.pageBefore(m_from, kPage, this, [this](const Result<JournalPage> &page) {
        m_isReading = false;
        if (page.ok())
            takeOlder(page.value());
        else
            Q_EMIT failed(page.error());
        finishReading();
    });
}

void JournalModel::takeOlder(const JournalPage &page)
{
    m_isLoaded = true;
    m_from = page.from;
    m_hasMore = !page.reachesBeginning;
    add(page.entries, false);
}

void JournalModel::finishReading()
{
    if (m_isOutdated)
        refresh();
}

void JournalModel::add(std::vector<AlarmJournalEntry> newestFirst, bool isNewer)
{
    std::vector<AlarmJournalEntry> all = rows();
    all.insert(isNewer ? all.begin() : all.end(), std::make_move_iterator(newestFirst.begin()),
               std::make_move_iterator(newestFirst.end()));
    std::stable_sort(all.begin(), all.end(),
                     [](const auto &a, const auto &b) { return a.sequence > b.sequence; });
    setRows(std::move(all));
    Q_EMIT taken();
}

int JournalModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant JournalModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const AlarmJournalEntry &entry = row(index.row());
    const bool isNumber = index.column() == ValueColumn || index.column() == OccurrenceColumn;
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, index.column());
    case Qt::TextAlignmentRole:
        return int((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case ValueRole:
        return static_cast<qulonglong>(entry.sequence);
    case TagRole:
        return shownText(entry.tag);
    case Qt::ToolTipRole:
        return index.column() == AssetColumn && !entry.tag.empty()
            ? tooltipText(shownText(entry.tag))
            : QVariant();
    default:
        return {};
    }
}

QVariant JournalModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool isNumber = section == ValueColumn || section == OccurrenceColumn;
    if (role == Qt::TextAlignmentRole)
        return int((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Written (%1)")
            .arg(m_plant.zone.abbreviation(
                QDateTime::fromMSecsSinceEpoch(toMicroseconds(m_plant.clock->now()) / 1000)));
    case EventTimeColumn:
        return tr("Happened");
    case TypeColumn:
        return tr("What");
    case PriorityColumn:
        return tr("Priority");
    case AssetColumn:
        return tr("Asset");
    case TitleColumn:
        return tr("Alarm");
    case OccurrenceColumn:
        return tr("No.", "number of the occurrence");
    case ChangeColumn:
        return tr("State");
    case ValueColumn:
        return tr("Value");
    case ByColumn:
        return tr("By");
    case ReasonColumn:
        return tr("Words");
    default:
        return {};
    }
}

QString JournalModel::text(const AlarmJournalEntry &entry, int column) const
{
    switch (column) {
    case TimeColumn:
        return timeText(entry.time, m_plant.clock->now(), m_plant.zone);
    case EventTimeColumn:
        return entry.hasEventTime ? timeText(entry.eventTime, m_plant.clock->now(), m_plant.zone)
                + (entry.late ? QLatin1Char(' ') + tr("late") : QString())
                                  : QString();
    case TypeColumn:
        return AlarmWords::journalType(entry.type);
    case PriorityColumn:
        return entry.priority > 0
            ? QStringLiteral("%1 %2").arg(entry.priority).arg(AlarmWords::priority(entry.priority))
            : QString();
    case AssetColumn:
        return entry.tag.empty() ? AlarmWords::connection(entry.alarm)
                                 : placeName(*m_plant.tags, assetPath(entry.tag));
    case TitleColumn:
        return AlarmWords::title(entry.alarm, entry.title);
    case OccurrenceColumn:
        return entry.occurrence > 0 ? QString::number(entry.occurrence) : QString();
    case ChangeColumn:
        return changeOf(entry);
    case ValueColumn:
        return valueOf(entry, *m_plant.tags, m_locale);
    case ByColumn:
        return shownText(entry.by);
    case ReasonColumn:
        return JournalWords::of(entry, m_plant.clock->now(), m_plant.zone);
    default:
        return {};
    }
}

} // namespace telltale
