#include "tests/support/fake_plant.h"

#include "tests/support/simulated_works.h"

#include "models/page_catalog.h"
#include "models/value_text.h"

namespace telltale::test {
namespace {

using namespace std::chrono_literals;

constexpr Timestamp kNow = timestampFromMicroseconds(1'795'639'563'000'000); // 2026-11-25 20:46:03
constexpr std::string_view kSilentTag = "Northfield/Network/Zone 7/Flow";
constexpr auto kSilentFor = 164s;
constexpr auto kEvery = 5s;

SampleBatchPtr oneSample(const Sample &sample, Timestamp arrival)
{
    auto batch = std::make_shared<SampleBatch>();
    batch->append(sample);
    batch->arrival = arrival;
    return batch;
}

} // namespace

FakePlant::FakePlant(Content content)
    : m_clock(kNow)
{
    const std::string folder = m_folder.path().toStdString();
    m_workspace = std::make_unique<Workspace>(Workspace::load(folder + "/works").value());
    m_alarms.setActor([this](AlarmAction action, const AlarmBoard::Done &done) {
        m_actions.push_back(std::move(action));
        done({});
    });
    if (content == Content::WaterWorks)
        addWaterWorks();
    m_history = std::make_unique<HistoryQueries>(folder);
    m_plant.tags = &m_tags;
    m_plant.live = &m_live;
    m_plant.alarms = &m_alarms;
    m_plant.alerts = &m_alerts;
    m_plant.status = &m_status;
    m_plant.history = m_history.get();
    m_plant.workspace = m_workspace.get();
    m_plant.saver = &m_saver;
    setPages({});
    m_plant.clock = &m_clock;
    m_plant.zone = QTimeZone("Europe/Oslo");
    m_plant.user = "shift B";
    m_plant.dataFolder = folder;
    m_plant.rulesChanged = [](const std::string &) {};
    m_plant.tagsChanged = [] {};
    m_plant.connectionsChanged = [] {};
    m_plant.retryConnection = [](int) {};
    status.at = kNow;
    publishStatus();
}

FakePlant::~FakePlant() = default;

void FakePlant::setPages(const std::map<std::string, std::string> &texts)
{
    m_plant.pages = std::make_shared<PageCatalog>(texts);
}

TagId FakePlant::receive(std::string_view path, double value)
{
    const TagId tag = m_tags.intern(path, SourceId {1});
    m_live.apply(*oneSample({tag, m_clock.now(), value, {}, {}, {}}, m_clock.now()));
    return tag;
}

TagId FakePlant::receiveText(std::string_view path, std::string_view text)
{
    const TagId tag = m_tags.intern(path, SourceId {1});
    m_live.apply(*oneSample({tag,
                             m_clock.now(),
                             0.0,
                             {},
                             SampleFlags::make(SampleFlags::Kind::Text),
                             std::string(text)},
                            m_clock.now()));
    return tag;
}

void FakePlant::run(std::chrono::seconds time)
{
    for (auto gone = 1s; gone <= time; ++gone) {
        m_clock.advance(1s);
        if (m_clock.now().time_since_epoch() % kEvery < 1s)
            sendAll();
    }
}

AlarmRow FakePlant::alarm(std::string_view tag, std::string_view title, int priority,
                          AlarmState state, std::chrono::seconds ago) const
{
    AlarmRow row;
    row.id = std::string(title) + "@" + std::string(tag);
    row.title = title;
    row.tag = tag;
    row.asset = assetPath(tag);
    row.priority = priority;
    row.state = state;
    row.occurrence = 1;
    row.since = m_clock.now() - ago;
    row.changed = row.since;
    row.maxShelveSeconds = priority == 1 ? 0.0 : 28'800.0;
    if (const TagId id = m_tags.find(tag); id.isValid()) {
        row.unit = m_tags.info(id).unit;
        row.value = m_live.value(id).sample.value;
    }
    return row;
}

void FakePlant::publishAlarms(std::vector<AlarmRow> rows, std::vector<AlarmRow> suppressed)
{
    m_alarms.publish(snapshotOf(std::move(rows), std::move(suppressed)));
}

void FakePlant::publishFlood(std::vector<AlarmRow> rows, const FloodOrigin &first)
{
    const std::shared_ptr<AlarmSnapshot> snapshot = snapshotOf(std::move(rows), {});
    snapshot->flood = true;
    snapshot->recent = static_cast<std::uint32_t>(snapshot->rows.size());
    snapshot->floodFirst = first;
    m_alarms.publish(snapshot);
}

std::shared_ptr<AlarmSnapshot> FakePlant::snapshotOf(std::vector<AlarmRow> rows,
                                                     std::vector<AlarmRow> suppressed) const
{
    auto snapshot = std::make_shared<AlarmSnapshot>();
    snapshot->version = m_alarms.version() + 1;
    std::uint32_t index = 0;
    for (std::vector<AlarmRow> *list : {&rows, &suppressed}) {
        for (AlarmRow &row : *list)
            row.alarm = index++;
    }
    snapshot->rows = std::move(rows);
    snapshot->suppressed = std::move(suppressed);
    snapshot->count();
    snapshot->perHour = 4.2;
    snapshot->horn = snapshot->newByPriority[1] + snapshot->newByPriority[2] > 0;
    return snapshot;
}

void FakePlant::publishStatus()
{
    status.at = m_clock.now();
    m_status.publish(status);
}

void FakePlant::addWaterWorks()
{
    m_workspace->settings.site = "Northfield Water";
    for (const WorksTag &works : worksTags()) {
        TagInfo info;
        info.unit = works.unit;
        info.decimals = std::max(-1, works.decimals);
        if (works.low < works.high) {
            info.low = works.low;
            info.high = works.high;
        }
        m_tags.describe(m_tags.intern(works.path, SourceId {1}), info);
    }
    storeWorks(m_folder.path().toStdString(), {kNow - 2h, kNow}, m_tags);
    m_clock.set(kNow - 200s);
    run(200s);
    addAlarms();
    addStatus();
}

void FakePlant::addAlarms()
{
    const std::string station = "Northfield/Pump station 2/";
    AlarmRow bearing = alarm(station + "Pump P-203/Bearing temperature", "Bearing temperature high",
                             1, AlarmState::Unacked, 14s);
    bearing.limit = 85.0;
    bearing.condition = "≥ 85.0";
    bearing.cause = "Lubrication loss or bearing wear";
    bearing.consequence = "Bearing seizes in about 40 min, station loses 25 % of its flow";
    bearing.action = "Start P-204, stop P-203, check oil level; call maintenance";
    bearing.respondWithinSeconds = 600;
    AlarmRow vibration
        = alarm(station + "Pump P-202/Vibration", "Vibration rising", 3, AlarmState::Unacked, 125s);
    vibration.limit = 4.0;
    vibration.condition = "≥ 4.0";
    AlarmRow valve = alarm("Northfield/Treatment/Valve V-311/Position deviation",
                           "Valve position deviation", 2, AlarmState::Acked, 18min);
    valve.limit = 10.0;
    valve.condition = "≥ 10.0";
    AlarmRow silent = alarm(kSilentTag, "No data from zone 7", 2, AlarmState::Acked, 159s);
    silent.condition = "no data for 30 s";
    AlarmRow level = alarm(station + "Tank T-21/Level", "Level low", 3, AlarmState::Acked, 41min);
    level.limit = 40.0;
    level.condition = "≤ 40.0";
    AlarmRow shelved = alarm("Northfield/Treatment/Dosing CL-2/Residual chlorine", "Chlorine low",
                             3, AlarmState::Shelved, 2h);
    shelved.until = m_clock.now() + 24min;
    shelved.hiddenSince = m_clock.now() - 36min;
    shelved.hiddenBy = "shift A";
    shelved.hiddenReason = "analyser is being cleaned";
    publishAlarms({bearing, vibration, valve, silent, level}, {shelved});
}

void FakePlant::addStatus()
{
    ConnectionConfig config;
    config.source = SourceId {1};
    config.name = "plant-a";
    config.url = "mqtts://broker.northfield.example:8883";
    m_workspace->connections.push_back(config);
    ConnectionStatus connection;
    connection.source = SourceId {1};
    connection.name = config.name;
    connection.url = config.url;
    connection.state = ConnectionStatus::State::Connected;
    connection.since = m_clock.now() - 192min;
    connection.granted = {"# qos 1"};
    connection.received = 184'220'410;
    connection.rate = 2140;
    connection.encrypted = true;
    status.connections.push_back(connection);
    status.counters.received = 184'220'410;
    status.counters.decoded = 184'220'398;
    status.counters.stored = 184'220'398;
    status.counters.dropped["payload_too_large"] = 12;
    status.counters.samples = 412'000'000;
    status.lastCommit = m_clock.now() - 200ms;
    status.commitTook = 3ms;
    status.historyFrom = m_clock.now() - 412 * 24h;
    status.historyBytes = 8'100'000'000;
    status.messageRate = 2140;
}

void FakePlant::sendAll()
{
    SampleBatch batch;
    batch.arrival = m_clock.now();
    for (std::size_t i = 0; i < worksTags().size(); ++i) {
        const WorksTag &works = worksTags()[i];
        if (works.path == kSilentTag && m_clock.now() > kNow - kSilentFor)
            continue;
        const auto kind
            = works.decimals == -2 ? SampleFlags::Kind::Boolean : SampleFlags::Kind::Number;
        batch.append({static_cast<std::uint32_t>(i)}, m_clock.now(), worksValue(i, m_clock.now()),
                     Quality::good(), SampleFlags::make(kind));
    }
    m_live.apply(batch);
}

} // namespace telltale::test
