#include "models/journal_model.h"

#include "models/alarm_journal.h"
#include "models/alarm_words.h"
#include "models/journal_words.h"
#include "models/value_text.h"

#include "data/telemetry/clock.h"
#include "data/telemetry/tag_registry.h"

#include <algorithm>

namespace telltale {
namespace {

constexpr int kPage = 200;
constexpr std::size_t kNewerLimit = 10'000;

} // namespace

JournalModel::JournalModel(const Plant &plant, AlarmJournal &journal, QObject *parent)
    : KeyedTableModel(parent)
    , m_plant(plant)
    , m_journal(journal)
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

void JournalModel::setFilter(JournalFilter filter)
{
    if (filter == m_filter)
        return;
    const bool wasAsked = m_isLoaded || m_isReading;
    m_filter = std::move(filter);
    begin();
    if (wasAsked)
        refresh();
}

void JournalModel::moveBegin(Timestamp from)
{
    Q_ASSERT(m_filter.range && m_filter.range->from <= from);
    m_filter.range->from = from;
    std::vector<AlarmJournalEntry> left = rows();
    if (std::erase_if(left, [from](const AlarmJournalEntry &entry) { return entry.time < from; }))
        setRows(std::move(left));
}

JournalModel::~JournalModel()
{
    cancelSearch();
}

/// Or the next one would wait for it.
void JournalModel::cancelSearch()
{
    if (m_search)
        m_search->cancel();
}

/// Anew; what is on its way is not taken.
void JournalModel::begin()
{
    ++m_generation;
    cancelSearch();
    m_next = m_newest = m_newerNext = m_newerTop = 0;
    m_isReading = m_isOutdated = m_isLoaded = false;
    m_hasMore = true;
    setRows({});
}

bool JournalModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore && m_isLoaded && !m_isReading && !isFull();
}

void JournalModel::fetchMore(const QModelIndex &parent)
{
    if (parent.isValid() || m_isReading)
        return;
    m_pageEnd = rowCount() + kPage;
    readOlder();
}

void JournalModel::readOlder()
{
    m_isReading = true;
    m_search = m_journal.search(
        m_filter, {m_next, 0}, static_cast<std::size_t>(m_pageEnd - rowCount()), this,
        [this, generation = m_generation](const Result<JournalFound> &found) {
            if (generation == m_generation)
                takeOlder(found);
        });
}

void JournalModel::takeOlder(const Result<JournalFound> &found)
{
    if (!found.ok()) {
        m_isReading = false;
        Q_EMIT failed(found.error());
        return finishReading();
    }
    if (m_next == 0)
        m_newest = found->newest;
    m_next = found->next;
    m_reached = found->reached;
    m_hasMore = !found->isDone;
    add(found->entries, false);
    if (m_hasMore && rowCount() < m_pageEnd) {
        Q_EMIT searching();
        return readOlder();
    }
    m_isReading = false;
    m_isLoaded = true;
    Q_EMIT taken();
    finishReading();
}

void JournalModel::readNewer()
{
    m_isReading = true;
    m_search
        = m_journal.search(m_filter, {m_newerNext, m_newest}, kNewerLimit, this,
                           [this, generation = m_generation](const Result<JournalFound> &found) {
                               if (generation == m_generation)
                                   takeNewer(found);
                           });
}

void JournalModel::takeNewer(const Result<JournalFound> &found)
{
    m_isReading = false;
    if (!found.ok()) {
        m_newerNext = 0;
        Q_EMIT failed(found.error());
        return finishReading();
    }
    if (found->newest < m_newest) { // another journal has taken its place
        begin();
        return refresh();
    }
    if (m_newerNext == 0)
        m_newerTop = found->newest;
    add(found->entries, true);
    m_newerNext = found->isDone ? 0 : found->next;
    if (!found->isDone)
        return readNewer();
    m_newest = m_newerTop;
    Q_EMIT taken();
    finishReading();
}

void JournalModel::finishReading()
{
    if (m_isOutdated)
        refresh();
}

/// Beyond what may be shown the oldest go, and are read again when somebody scrolls there.
void JournalModel::add(std::vector<AlarmJournalEntry> newestFirst, bool isNewer)
{
    if (newestFirst.empty())
        return;
    std::vector<AlarmJournalEntry> all = rows();
    all.insert(isNewer ? all.begin() : all.end(), std::make_move_iterator(newestFirst.begin()),
               std::make_move_iterator(newestFirst.end()));
    std::stable_sort(all.begin(), all.end(),
                     [](const auto &a, const auto &b) { return a.sequence > b.sequence; });
    if (all.size() > kMostRows) {
        all.resize(kMostRows);
        m_next = all.back().sequence;
        m_hasMore = true;
    }
    setRows(std::move(all));
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
        return entry.priority > 0 ? AlarmWords::numbered(entry.priority) : QString();
    case AssetColumn:
        return JournalWords::place(entry, *m_plant.tags);
    case TitleColumn:
        return AlarmWords::title(entry.alarm, entry.title);
    case OccurrenceColumn:
        return entry.occurrence > 0 ? QString::number(entry.occurrence) : QString();
    case ChangeColumn:
        return JournalWords::change(entry);
    case ValueColumn:
        return JournalWords::value(entry, *m_plant.tags, m_locale);
    case ByColumn:
        return shownText(entry.by);
    case ReasonColumn:
        return JournalWords::of(entry, m_plant.clock->now(), m_plant.zone);
    default:
        return {};
    }
}

} // namespace telltale
