#include "widgets/trends/alarm_bands.h"

#include "widgets/common/error_words.h"
#include "widgets/trends/trend_view.h"

#include "models/alarm_journal.h"
#include "models/alarm_periods.h"

#include "data/alarms/alarm_board.h"

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kEntries = 2000; ///< of the plant, to find those that concern among them
constexpr std::chrono::microseconds kAskAfter = 500ms; ///< the store commits by then
constexpr std::chrono::microseconds kAskAgain = 10s; ///< what could not be read

} // namespace

AlarmBands::AlarmBands(const Plant &plant, TrendView &view,
                       std::function<bool(const std::string &tag)> concerns, QObject *parent)
    : QObject(parent)
    , m_plant(plant)
    , m_view(view)
    , m_concerns(std::move(concerns))
    , m_journal(new AlarmJournal(journalOfFolder(plant.dataFolder), this))
{ }

AlarmBands::~AlarmBands() = default;

void AlarmBands::frame(Timestamp now)
{
    const std::uint64_t version = m_plant.alarms->version();
    if (version != m_version) {
        m_version = version;
        if (m_isLoaded)
            m_askAt = now + kAskAfter;
        show(); // the periods of what is active at least
    }
    if (now >= m_askAt)
        ask(now);
}

void AlarmBands::show()
{
    const std::vector<AlarmJournalEntry> oldestFirst(m_entries.rbegin(), m_entries.rend());
    const auto snapshot = m_plant.alarms->snapshot();
    const std::vector<AlarmPeriod> periods
        = alarmPeriods(oldestFirst, snapshot->rows, Timestamp::min());
    for (const TrendTrace &trace : m_view.window().traces()) {
        std::vector<TrendBand> bands;
        for (const AlarmPeriod &period : periods) {
            if (period.tag == trace.info.path)
                bands.push_back({period.range, period.priority});
        }
        m_view.setBands(trace.tag, bands);
    }
}

void AlarmBands::ask(Timestamp now)
{
    m_askAt = Timestamp::max();
    m_journal->pageBefore(now + 1s, kEntries, this, [this, now](Result<JournalPage> page) {
        m_isLoaded = true;
        if (!page.ok()) {
            m_askAt = std::min(m_askAt, now + kAskAgain);
            m_view.setTrouble(
                tr("Alarms are not shown. %1").arg(ErrorWords::sentence(page.error())));
            return;
        }
        m_view.setTrouble({});
        take(std::move(page).value().entries);
    });
}

void AlarmBands::take(std::vector<AlarmJournalEntry> entries)
{
    m_entries = std::move(entries);
    std::erase_if(m_entries,
                  [this](const AlarmJournalEntry &entry) { return !m_concerns(entry.tag); });
    show();
    Q_EMIT taken();
}

} // namespace telltale
