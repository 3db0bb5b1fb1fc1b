#include "data/pipeline/history_stage.h"

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kQueueItems = 1024;
constexpr std::size_t kQueueMessages = 200'000;
constexpr std::size_t kQueueBytes = std::size_t {64} << 20U;
constexpr std::size_t kGroupSamples = 50'000;
constexpr std::chrono::microseconds kGroupTime = 200ms;
constexpr std::chrono::microseconds kFirstRetry = 500ms;
constexpr std::chrono::microseconds kLongestRetry = 10s;
constexpr std::size_t kCatchUpSamples = 20'000;
constexpr std::size_t kCatchUpRecords = 20'000; ///< of which few may be decodable
constexpr std::chrono::microseconds kLongestItem = 10s; ///< by arrival
constexpr int kMaintenanceSteps = 4;
constexpr std::chrono::microseconds kRetainEvery = 1h;
constexpr std::chrono::milliseconds kSettleTime = 1s; ///< of an orderly end

} // namespace

bool HistoryItem::ends(const JournalRecord &record, Timestamp began)
{
    if (record.kind == JournalRecord::Kind::ProgramStart)
        return true;
    return began != Timestamp {} && record.arrival - began > kLongestItem;
}

HistoryStage::HistoryStage(std::unique_ptr<HistoryWriter> writer, RawJournal &journal,
                           TagRegistry &registry, const Clock &clock, Options options)
    : m_writer(std::move(writer))
    , m_journal(journal)
    , m_registry(registry)
    , m_clock(clock)
    , m_options(std::move(options))
    , m_queue(kQueueItems)
    , m_silences(registry)
{
    m_state.totals = m_writer->totals();
    m_state.bytes = m_writer->bytesOnDisk();
    m_state.extent = m_writer->extent();
    m_counts = MessageCounts::fromCounters(m_state.totals.counters);
    m_reached = m_state.totals.position;
    m_offered = m_reached;
    for (const HistoryGap &gap : m_options.runningGaps) {
        m_gaps.adopt(gap);
        m_silences.adopt(gap);
    }
}

HistoryStage::~HistoryStage()
{
    stop(0ms);
}

void HistoryStage::start()
{
    m_thread = std::thread([this] { run(); });
}

void HistoryStage::stop(std::chrono::milliseconds patience)
{
    if (!m_thread.joinable())
        return;
    m_stopAt = (m_clock.steady() + patience).count();
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_stopped.notify_all();
    m_queue.close();
    m_thread.join();
}

void HistoryStage::offer(HistoryItem item)
{
    const std::lock_guard lock(m_mutex);
    m_offered = item.end;
    m_behind = m_behind || !enqueue(item);
}

/// A message that gave no samples but a word counts as well: there may be nothing else for hours.
HistoryStage::Load HistoryStage::loadOf(const HistoryItem &item)
{
    Load load {static_cast<std::size_t>(item.batch->messages) + item.words.size(),
               item.batch->bytes() + item.gaps.capacity() * sizeof(HistoryGap)
                   + item.words.capacity() * sizeof(DeviceWord)
                   + item.lastSigns.capacity() * sizeof(Timestamp)};
    for (const DeviceWord &word : item.words)
        load.bytes += word.asset.capacity();
    return load;
}

bool HistoryStage::enqueue(HistoryItem &item)
{
    const Load load = loadOf(item);
    const Load sum {m_load.messages + load.messages, m_load.bytes + load.bytes};
    if (sum.messages > kQueueMessages || sum.bytes > kQueueBytes || !m_queue.tryPush(item))
        return false;
    m_load = sum;
    return true;
}

HistoryStage::State HistoryStage::state() const
{
    const std::lock_guard lock(m_mutex);
    State state = m_state;
    state.behind = m_behind;
    return state;
}

JournalPosition HistoryStage::committed() const
{
    const std::lock_guard lock(m_mutex);
    return m_state.totals.position;
}

/// Before the first item: which devices are silent does not begin anew with the program.
void HistoryStage::rememberRhythms()
{
    const std::shared_ptr<StoredRhythms> &rhythms = m_options.rhythms;
    if (!rhythms || m_counts.lastArrival <= 0)
        return;
    m_silences.remember(
        rhythms->lastValues(), timestampFromMicroseconds(m_counts.lastArrival),
        [rhythms](TagId tag, std::int64_t until) { return rhythms->timesOf(tag, until); });
}

void HistoryStage::run()
{
    rememberRhythms();
    while (!m_stopping || m_queue.size() > 0) {
        if (m_stopping && (isRefused() || m_clock.steady().count() > m_stopAt))
            break;
        takeFromQueue();
        bool isBehind = false;
        {
            const std::lock_guard lock(m_mutex);
            isBehind = m_behind;
        }
        if (isBehind && m_queue.size() == 0 && !isRefused())
            catchUp();
        commitIfDue(false);
    }
    commitIfDue(true);
    if (const Outcome settled = m_writer->settle(kSettleTime); !settled.ok())
        setRecording(false, settled.error());
    tellNotes();
}

void HistoryStage::takeFromQueue()
{
    // While the disk refuses, nothing is taken: the queue fills, and the journal keeps the rest.
    if (isRefused())
        return waitForRetry();
    std::optional<HistoryItem> item = m_queue.pop(m_hasPending ? 20ms : 200ms);
    if (!item)
        return;
    {
        const Load load = loadOf(*item);
        const std::lock_guard lock(m_mutex);
        m_load.messages -= load.messages;
        m_load.bytes -= load.bytes;
    }
    store(std::move(*item));
}

void HistoryStage::waitForRetry()
{
    std::unique_lock lock(m_mutex);
    m_stopped.wait_for(lock, m_retryAt - m_clock.steady(), [this] { return m_stopping.load(); });
}

void HistoryStage::store(HistoryItem item)
{
    append(item);
    m_gaps.adoptSigns(std::move(item.lastSigns));
    m_counts = std::move(item.counts);
    m_reached = item.end;
}

void HistoryStage::append(const HistoryItem &item)
{
    if (!m_hasPending)
        m_groupBegan = m_clock.steady();
    m_hasPending = true;
    for (const HistoryGap &gap : item.gaps) {
        m_gaps.adopt(gap);
        m_newGaps.push_back(gap);
    }
    findSilences(item);
    if (item.batch->isEmpty())
        return;
    m_pendingSamples += item.batch->size();
    if (const Outcome appended = m_writer->append(item.batch); !appended.ok())
        setRecording(false, appended.error());
}

void HistoryStage::findSilences(const HistoryItem &item)
{
    const Timestamp heardUntil = timestampFromMicroseconds(item.counts.lastArrival);
    for (const HistoryGap &gap : m_silences.take(*item.batch, item.words, item.gaps, heardUntil))
        m_newGaps.push_back(gap);
}

/// Reads on from the journal until there is nothing that ingest has seen and history has not.
void HistoryStage::catchUp()
{
    MessageDecoder decoder(m_registry, m_options.limits, m_counts, {}, m_options.decoding);
    rememberRedeliveries(decoder, m_journal, m_reached);
    const std::unique_ptr<JournalReader> reader = m_journal.read(m_reached);
    while (!m_stopping) {
        store(readOn(*reader, decoder));
        commitIfDue(false);
        if (reattach() || isRefused())
            return;
    }
}

HistoryItem HistoryStage::readOn(JournalReader &reader, MessageDecoder &decoder)
{
    auto batch = std::make_shared<SampleBatch>();
    HistoryItem item;
    JournalRecord record;
    const JournalPosition offered = this->offered();
    std::size_t records = 0;
    Timestamp began {};
    bool isOver = false;
    while (!isOver && records < kCatchUpRecords && batch->size() < kCatchUpSamples
           && reader.position() < offered && reader.next(record)) {
        for (const HistoryGap &gap : m_gaps.take(record, decoder.counts().lastArrival))
            item.gaps.push_back(gap);
        if (const std::optional<HistoryGap> loss = decoder.lossBefore(record))
            item.gaps.push_back(*loss);
        decoder.take(record, *batch);
        batch->arrival = record.arrival;
        isOver = JournalRecord::isSourceMark(record.kind) || HistoryItem::ends(record, began);
        if (records++ == 0)
            began = record.arrival;
    }
    batch->end = reader.position();
    item.end = reader.position();
    item.words = decoder.takeWords();
    item.lastSigns = m_gaps.lastSigns();
    item.counts = decoder.counts();
    item.batch = std::move(batch);
    return item;
}

JournalPosition HistoryStage::offered() const
{
    const std::lock_guard lock(m_mutex);
    return m_offered;
}

/// The queue is used again once history stands where ingest stands.
bool HistoryStage::reattach()
{
    const std::lock_guard lock(m_mutex);
    m_behind = m_reached < m_offered;
    return !m_behind;
}

void HistoryStage::commitIfDue(bool now)
{
    const std::chrono::microseconds steady = m_clock.steady();
    if (!m_hasPending || (!now && steady < m_retryAt))
        return;
    if (!now && m_pendingSamples < kGroupSamples && steady - m_groupBegan < kGroupTime)
        return;
    if (const Outcome done = commitGroup(); !done.ok()) {
        m_retryPause = std::clamp(m_retryPause * 2, kFirstRetry, kLongestRetry);
        m_retryAt = steady + m_retryPause;
        setRecording(false, done.error());
        return;
    }
    m_hasPending = false;
    m_pendingSamples = 0;
    m_retryPause = 0us;
    const Outcome kept = maintain();
    setRecording(kept.ok(), kept.ok() ? Error {} : kept.error());
    {
        const std::lock_guard lock(m_mutex);
        m_state.totals = m_writer->totals();
        m_state.bytes = m_writer->bytesOnDisk();
        m_state.extent = m_writer->extent();
        m_state.lastCommit = m_clock.now();
        m_state.commitTook = m_clock.steady() - steady;
    }
}

/// With the gaps: seen again after a kill, they are the same ones.
Outcome HistoryStage::commitGroup()
{
    if (Outcome room = m_options.room ? m_options.room() : Outcome(); !room.ok())
        return room;
    for (const HistoryGap &gap : m_newGaps) {
        if (const Outcome recorded = m_writer->recordGap(gap); !recorded.ok())
            return recorded;
    }
    m_newGaps.clear();
    HistoryTotals counted;
    counted.position = m_reached;
    counted.messages = m_counts.decoded;
    counted.counters = m_counts.toCounters();
    return m_writer->commit(m_reached, counted);
}

void HistoryStage::setRetention(const RetentionPolicy &policy)
{
    const std::lock_guard lock(m_mutex);
    m_hasNewRetention = m_hasNewRetention || !(policy == m_retention);
    m_retention = policy;
}

/// When the policy changes, and as time goes on.
void HistoryStage::retain()
{
    const std::chrono::microseconds steady = m_clock.steady();
    RetentionPolicy policy;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_hasNewRetention && m_retainedAt && steady - *m_retainedAt < kRetainEvery)
            return;
        m_hasNewRetention = false;
        policy = m_retention;
    }
    m_retainedAt = steady;
    m_writer->retain(policy, m_clock.now());
}

Outcome HistoryStage::maintain()
{
    if (m_options.rhythms)
        m_options.rhythms->letGo();
    retain();
    for (int step = 0; step < kMaintenanceSteps; ++step) {
        const Result<bool> more = m_writer->maintain();
        if (!more.ok())
            return more.error();
        if (!more.value())
            break;
    }
    tellNotes();
    return {};
}

void HistoryStage::tellNotes()
{
    for (const HistoryNote &note : m_writer->takeNotes()) {
        if (m_options.told)
            m_options.told(note);
    }
}

void HistoryStage::setRecording(bool recording, const Error &why)
{
    {
        const std::lock_guard lock(m_mutex);
        m_state.recording = recording;
        if (std::exchange(m_told, recording) == recording)
            return;
    }
    if (m_options.recordingChanged)
        m_options.recordingChanged(recording, why);
}

} // namespace telltale
