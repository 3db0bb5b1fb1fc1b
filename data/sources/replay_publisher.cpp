#include "data/sources/replay_publisher.h"

#include "data/telemetry/clock.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace telltale {
namespace {

using namespace std::chrono_literals;
using SteadyClock = std::chrono::steady_clock;

constexpr auto kConnectPatience = 15s;
constexpr auto kOutagePatience = 60s; ///< then it gives up
constexpr auto kSlice = 50ms; ///< how soon a stop is seen
constexpr auto kProgressInterval = 500ms;
constexpr std::uint64_t kRefusedNotes = 10;

} // namespace

Outcome ReplayPublisher::run(const OnProgress &onProgress, const OnNote &onNote,
                             const std::atomic<bool> &stop)
{
    m_onProgress = onProgress;
    m_onNote = onNote;
    m_progress = {};
    m_first.reset();
    Result<std::unique_ptr<CsvRows>> rows = CsvRows::open(m_options.file, m_options.delimiter);
    if (!rows)
        return rows.error();
    Result<RowMessages> messages = RowMessages::create(rows.value()->header(), m_options);
    if (!messages)
        return messages.error();
    if (Outcome connected = connect(stop); !connected)
        return connected;
    const Result<Survey> survey = this->survey(stop);
    if (!survey)
        return survey.error();
    m_progress.total = survey->rows;
    messages.value().shift(survey->shift);

    m_begin = SteadyClock::now();
    Outcome outcome = publishAll(*rows.value(), messages.value(), stop);
    if (outcome.ok())
        outcome = finish(stop);
    tell(true);
    return outcome;
}

Outcome ReplayPublisher::connect(const std::atomic<bool> &stop)
{
    MqttPublisher::Options publish;
    publish.url = m_options.url;
    publish.qos = m_options.qos;
    publish.window = m_options.window;
    publish.credentials = m_options.credentials;
    publish.caFile = m_options.caFile;
    Result<std::unique_ptr<MqttPublisher>> publisher = MqttPublisher::create(publish);
    if (!publisher)
        return publisher.error();
    m_publisher = std::move(publisher).value();
    return m_publisher->waitConnected(kConnectPatience, &stop);
}

/// How long the file is, and by how much times move: the first row, or at full speed the newest, is
/// now. Ends early at a row that cannot be read: publishing will say so.
Result<ReplayPublisher::Survey> ReplayPublisher::survey(const std::atomic<bool> &stop) const
{
    Result<std::unique_ptr<CsvRows>> rows = CsvRows::open(m_options.file, m_options.delimiter);
    if (!rows)
        return rows.error();
    Result<RowMessages> messages = RowMessages::create(rows.value()->header(), m_options);
    if (!messages)
        return messages.error();
    Survey survey;
    std::optional<Timestamp> anchor;
    std::vector<std::string_view> cells;
    for (Result<bool> more = rows.value()->next(cells); more && more.value() && !stop;
         more = rows.value()->next(cells)) {
        ++survey.rows;
        if (!m_options.rebaseNow || (anchor && m_options.speed > 0.0))
            continue;
        if (const Result<Timestamp> time = messages.value().time(cells))
            anchor = std::max(anchor.value_or(time.value()), time.value());
    }
    if (anchor)
        survey.shift = Clock::system().now() - *anchor;
    return survey;
}

Outcome ReplayPublisher::publishAll(CsvRows &rows, RowMessages &messages,
                                    const std::atomic<bool> &stop)
{
    std::vector<std::string_view> cells;
    for (;;) {
        const Result<bool> more = rows.next(cells);
        if (!more)
            return more.error();
        if (!more.value())
            return {};
        ++m_progress.rows;
        Result<RowMessages::Message> message = messages.message(cells);
        if (!message) {
            refuse(rows.line(), message.error());
            continue;
        }
        if (!m_first && messages.assumedUtc())
            m_onNote("times in this file say no zone: taken as UTC (--zone gives another)");
        if (!m_first)
            m_first = message.value().time;
        pace(message.value().time, stop);
        if (Outcome published = publishOne(std::move(message).value(), stop); !published)
            return published;
        tell(false);
    }
}

void ReplayPublisher::pace(Timestamp time, const std::atomic<bool> &stop)
{
    if (m_options.speed <= 0.0)
        return;
    constexpr std::chrono::duration<double> kLongest = std::chrono::hours(24 * 365 * 100);
    const auto since = std::min<std::chrono::duration<double>>(
        std::chrono::duration<double>(time - *m_first) / m_options.speed, kLongest);
    const auto due = m_begin + std::chrono::duration_cast<SteadyClock::duration>(since);
    for (auto now = SteadyClock::now(); now < due && !stop; now = SteadyClock::now()) {
        std::this_thread::sleep_for(std::min<SteadyClock::duration>(due - now, kSlice));
        tell(false);
    }
}

Outcome ReplayPublisher::publishOne(RowMessages::Message message, const std::atomic<bool> &stop)
{
    const auto patienceEnds = SteadyClock::now() + kOutagePatience;
    while (!stop) {
        const Outcome taken = m_publisher->publish(message.topic, message.payload, kSlice);
        if (taken.ok()) {
            ++m_progress.published;
            return {};
        }
        tell(false);
        if (SteadyClock::now() > patienceEnds)
            return m_publisher->isConnected() ? taken.error() : m_publisher->lastError();
    }
    return Error {Error::Code::Cancelled, "stopped"};
}

/// Waits for the last acknowledgements as long as some still come.
Outcome ReplayPublisher::finish(const std::atomic<bool> &stop)
{
    auto patienceEnds = SteadyClock::now() + kOutagePatience;
    std::uint64_t before = 0;
    while (!stop) {
        const Outcome flushed = m_publisher->flush(kSlice);
        if (flushed.ok())
            return {};
        tell(false);
        const std::uint64_t acknowledged = m_publisher->acknowledged();
        if (acknowledged != before)
            patienceEnds = SteadyClock::now() + kOutagePatience;
        before = acknowledged;
        if (SteadyClock::now() > patienceEnds)
            return flushed;
    }
    return Error {Error::Code::Cancelled, "stopped"};
}

void ReplayPublisher::refuse(std::uint64_t line, const Error &error)
{
    ++m_progress.refused;
    if (m_progress.refused <= kRefusedNotes)
        m_onNote("line " + std::to_string(line) + " is left out: " + error.detail);
    if (m_progress.refused == kRefusedNotes)
        m_onNote("further lines that are left out are counted only");
}

void ReplayPublisher::tell(bool isLast)
{
    const auto now = SteadyClock::now();
    if (!isLast && now - m_told < kProgressInterval)
        return;
    m_told = now;
    m_progress.acknowledged = m_publisher->acknowledged();
    m_onProgress(m_progress);
}

} // namespace telltale
