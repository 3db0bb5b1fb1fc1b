#include "data/pipeline/ingest_stage.h"

#include <QLoggingCategory>

#include <algorithm>
#include <unordered_map>
#include <utility>

Q_LOGGING_CATEGORY(logIngest, "telltale.ingest")

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kBatchSamples = 8192;
constexpr std::size_t kBatchRecords = 8192; ///< of which few may be decodable
constexpr auto kIdleWait = 200ms;
constexpr auto kListsEvery = 500ms; // copies of the lists for people

const std::string kTwoPaths = "two paths give one tag"; // as the default mapping tells it

} // namespace

IngestStage::IngestStage(const Doors &doors, const Options &options)
    : m_doors(doors)
    , m_options(options)
    , m_decoder(doors.registry, options.limits, options.counts, {&m_undecoded, &m_refused},
                options.decoding)
    , m_batch(std::make_shared<SampleBatch>())
{
    m_undecoded.adopt(options.undecoded);
    m_state.counts = options.counts;
    m_state.undecoded = m_undecoded.all();
    m_state.position = std::min(options.historyFrom, options.alarmsFrom);
    m_batchEnd = m_state.position;
    for (const HistoryGap &gap : options.runningGaps)
        m_gaps.adopt(gap);
}

IngestStage::~IngestStage()
{
    stop(0ms);
}

void IngestStage::start()
{
    m_thread = std::thread([this] { run(); });
}

void IngestStage::stop(std::chrono::milliseconds patience)
{
    if (!m_thread.joinable())
        return;
    m_stopAt = (m_doors.clock.steady() + patience).count();
    m_stopping = true;
    m_thread.join();
}

void IngestStage::nameSource(SourceId source, const std::string &name)
{
    const std::lock_guard lock(m_mutex);
    m_names[source] = name;
}

IngestStage::State IngestStage::state() const
{
    const std::lock_guard lock(m_mutex);
    return m_state;
}

JournalPosition IngestStage::position() const
{
    const std::lock_guard lock(m_mutex);
    return m_state.position;
}

void IngestStage::run()
{
    m_reader = m_doors.journal.read(position()); // reads: not on the caller's thread
    rememberRedeliveries(m_decoder, m_doors.journal, m_reader->position());
    while (!m_stopping) {
        if (drain())
            continue;
        publish();
        m_reader->wait(kIdleWait); // gathers while messages come in quick succession
    }
    while (m_doors.clock.steady().count() <= m_stopAt && drain()) { }
    m_listsAt = m_doors.clock.steady() - kListsEvery; // the next run goes on with them
    publish();
}

/// Reads at most one batch's worth; false if that was all there is.
bool IngestStage::drain()
{
    std::size_t records = 0;
    JournalRecord record;
    bool isThere = true;
    while (records < kBatchRecords && m_batch->size() < kBatchSamples
           && (isThere = m_reader->next(record))) {
        take(record);
        ++records;
    }
    if (records > 0)
        dispatch();
    return isThere;
}

void IngestStage::take(const JournalRecord &record)
{
    beginStretch(record);
    const std::int64_t lastArrival = m_decoder.counts().lastArrival;
    if (m_isForHistory) {
        for (const HistoryGap &gap : m_gaps.take(record, lastArrival))
            m_newGaps.push_back(gap);
        if (const std::optional<HistoryGap> loss = m_decoder.lossBefore(record))
            m_newGaps.push_back(*loss);
    }
    const bool isSourceMark = JournalRecord::isSourceMark(record.kind);
    if (isSourceMark || HistoryItem::ends(record, m_itemBegan))
        dispatch(); // what came before is evaluated before it
    if (isSourceMark)
        sourceMark(record);
    if (m_itemBegan == Timestamp {})
        m_itemBegan = record.arrival;
    const std::size_t before = m_batch->size();
    const bool hasEvents = m_isForHistory ? m_decoder.take(record, *m_batch)
                                          : m_decoder.takeUncounted(record, *m_batch);
    adoptTags(before, record.source);
    m_batch->arrival = std::max(m_batch->arrival, record.arrival);
    m_batchEnd = record.end;
    if (hasEvents)
        devicesSpoke(before);
}

/// Each consumer begins where it has everything before: what it had is neither counted and stored
/// nor evaluated again.
void IngestStage::beginStretch(const JournalRecord &record)
{
    const bool isForHistory = record.begin >= m_options.historyFrom;
    const bool isForAlarms = record.begin >= m_options.alarmsFrom;
    if (isForHistory == m_isForHistory && isForAlarms == m_isForAlarms)
        return;
    dispatch();
    m_isForHistory = isForHistory;
    m_isForAlarms = isForAlarms;
}

void IngestStage::sourceMark(const JournalRecord &record)
{
    std::string name;
    {
        const std::lock_guard lock(m_mutex);
        name = m_names[record.source];
    }
    const bool isUp = record.kind == JournalRecord::Kind::SourceUp;
    if (isUp)
        m_connected.insert(record.source);
    else
        m_connected.erase(record.source);
    if (record.kind == JournalRecord::Kind::SourceOff && m_isForAlarms)
        m_doors.alarms.sourceOff(record.source, std::string(record.payload), record.arrival);
    else if (m_isForAlarms)
        m_doors.alarms.sourceChanged(record.source, name, isUp, record.arrival);
    m_doors.live.setSourceDown(m_doors.registry.tagsOf(record.source), !isUp);
}

/// The tags of the batch from `first` on belong to whoever brought them now, unless their source is
/// connected: a connection that was renamed, or replaced by another one, takes them along, but two
/// that bring the same do not take them from each other.
void IngestStage::adoptTags(std::size_t first, SourceId source)
{
    if (source == SourceId {})
        return;
    for (std::size_t i = first; i < m_batch->size(); ++i) {
        const TagId tag = m_batch->tags()[i];
        if (tag.value >= m_sourceOf.size())
            m_sourceOf.resize(tag.value + 1U);
        SourceId &owner = m_sourceOf[tag.value];
        if (owner == SourceId {})
            owner = m_doors.registry.source(tag);
        if (owner == source || m_connected.contains(owner))
            continue;
        owner = source;
        m_doors.registry.setSource(tag, source);
    }
}

/// `before` samples of the batch came earlier.
void IngestStage::devicesSpoke(std::size_t before)
{
    for (const DecodedEvent &event : m_decoder.events()) {
        if (event.isGoodbye())
            m_goodbyes[event.asset] = before;
        if (event.kind == DecodedEvent::Kind::Error && event.detail == kTwoPaths)
            m_doors.problems.report(
                {Problem::Severity::Warning,
                 Error::Code::Malformed,
                 "payloads",
                 event.asset,
                 event.detail,
                 "Both are stored; give one of them another name at its device.",
                 {},
                 {},
                 0},
                m_doors.clock.now());
    }
}

/// What a device sent before its goodbye is no sign of life, though it may come in one batch with
/// it; what it sent since is.
void IngestStage::sayGoodbyes(const SampleBatch &batch)
{
    if (m_goodbyes.empty())
        return;
    std::unordered_map<TagId, std::size_t> last;
    for (std::size_t i = 0; i < batch.size(); ++i)
        last[batch.tags()[i]] = i;
    for (const auto &[asset, before] : m_goodbyes) {
        std::vector<TagId> gone = m_doors.registry.tagsBelow(asset);
        std::erase_if(gone, [&last, from = before](TagId tag) {
            const auto spoke = last.find(tag);
            return spoke != last.end() && spoke->second >= from;
        });
        m_doors.live.setDeviceGone(gone);
    }
    m_goodbyes.clear();
}

void IngestStage::dispatch()
{
    m_batch->end = m_batchEnd;
    const SampleBatchPtr batch = m_batch;
    m_batch = std::make_shared<SampleBatch>();
    m_batch->begin = m_batchEnd;
    m_itemBegan = {};
    m_batch->reserve(batch->size());
    if (!batch->isEmpty())
        m_doors.live.apply(*batch);
    sayGoodbyes(*batch);
    if (m_isForAlarms)
        m_doors.alarms.batch(batch);
    if (m_isForHistory) {
        m_doors.history.offer({batch, std::move(m_newGaps), m_decoder.takeWords(),
                               m_gaps.lastSigns(), m_decoder.counts(), m_batchEnd});
        m_newGaps.clear();
    }
    publish();
}

/// Times that cannot be right: said in the log whenever another device gives such, and a problem
/// until its times have been right for a while.
void IngestStage::tellWrongClocks()
{
    static const std::string kSubject = "device clocks";
    static const std::string kRemedy = "Set the clock of the device, best by NTP; times_replaced "
                                       "of \"telltale status --json\" counts what "
                                       "was replaced in the history.";
    DeviceClocks &clocks = m_decoder.clocks();
    const bool areFewer = clocks.settle(timestampFromMicroseconds(m_decoder.counts().lastArrival));
    const std::uint64_t noted = clocks.noted();
    const bool areMore = noted != std::exchange(m_wrongTold, noted);
    if (clocks.areRight() && areFewer) {
        m_doors.problems.resolve("payloads", kSubject);
        m_clocksLogged = 0;
        qCInfo(logIngest, "device clocks: right again");
    }
    if (clocks.areRight() || (!areFewer && !areMore))
        return;
    const std::string cause
        = "the clock of a device cannot be right: " + clocks.words(m_doors.registry)
        + "; for values and alarms the time of arrival is used, in the history only before 2000 or "
          "more than a day ahead";
    if (std::exchange(m_clocksLogged, clocks.size()) < clocks.size())
        qCWarning(logIngest, "%s. %s", cause.c_str(), kRemedy.c_str());
    m_doors.problems.report(
        {Problem::Severity::Warning, Error::Code::WrongClock, "payloads", kSubject, cause, kRemedy},
        m_doors.clock.now());
}

void IngestStage::publish()
{
    const auto steady = m_doors.clock.steady();
    const bool listsAreDue = steady - m_listsAt >= kListsEvery;
    if (listsAreDue)
        tellWrongClocks();
    const std::lock_guard lock(m_mutex);
    m_state.counts = m_decoder.counts();
    m_state.position = m_batchEnd;
    if (!listsAreDue)
        return;
    m_listsAt = steady;
    m_state.undecoded = m_undecoded.all();
    m_state.refusedTopics = m_refused.all();
}

} // namespace telltale
