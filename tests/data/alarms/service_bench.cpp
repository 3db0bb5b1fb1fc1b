#include "tests/data/alarms/service_bench.h"

namespace telltale::test {

AlarmRule limitRule(const std::string &id, const std::string &tag, double limit)
{
    AlarmRule rule;
    rule.id = id;
    rule.title = "Pressure high";
    rule.tag = tag;
    rule.limit = limit;
    rule.cause = "cause";
    rule.consequence = "consequence";
    rule.action = "action";
    rule.respondWithinSeconds = 600;
    rule.rationalisedBy = "ann";
    rule.rationalisedAt = "2026-11-25";
    rule.alarmClass = "process";
    return rule;
}

ServiceBench::ServiceBench(const QString &folder, std::chrono::seconds later)
{
    clock.advance(later);
    options = {folder.toStdString(), "ann", "desk"};
    registry.setUnit(registry.intern("T"), "bar");
    restart();
    if (service)
        service->setRules({limitRule("hi", "T", 80.0)}, "first rules");
}

void ServiceBench::restart()
{
    service.reset();
    Result<std::unique_ptr<AlarmService>> opened
        = AlarmService::open(options, registry, clock, board);
    if (opened)
        service = std::move(opened).value();
}

void ServiceBench::sample(const char *tag, double value)
{
    clock.advance(std::chrono::milliseconds(1));
    auto batch = std::make_shared<SampleBatch>();
    batch->append(registry.intern(tag), clock.now(), value, Quality::good(), {});
    batch->arrival = clock.now();
    batch->end = JournalPosition {service->committed().offset + 100};
    service->batch(batch);
}

void ServiceBench::poke()
{
    service->batch(std::make_shared<SampleBatch>());
}

Outcome ServiceBench::act(AlarmAction::Kind kind, const std::string &alarm,
                          std::uint64_t occurrence, const std::string &text)
{
    AlarmAction action;
    action.kind = kind;
    action.text = text;
    if (!alarm.empty())
        action.alarms.emplace_back(alarm, occurrence);
    auto answer = std::make_shared<std::promise<Outcome>>();
    std::future<Outcome> coming = answer->get_future();
    board.act(action, [answer](Outcome outcome) { answer->set_value(std::move(outcome)); });
    if (coming.wait_for(std::chrono::seconds(10)) != std::future_status::ready)
        return Error {Error::Code::TimedOut, "no answer"};
    return coming.get();
}

std::string ServiceBench::shown(const std::string &alarm) const
{
    const std::shared_ptr<const AlarmSnapshot> snapshot = board.snapshot();
    for (const std::vector<AlarmRow> *list : {&snapshot->rows, &snapshot->suppressed}) {
        for (const AlarmRow &row : *list) {
            if (row.id == alarm)
                return stateWord(row.state);
        }
    }
    return stateWord(AlarmState::Normal);
}

std::vector<std::string> ServiceBench::stored() const
{
    std::vector<std::string> lines;
    const Result<std::unique_ptr<AlarmReader>> reader = AlarmReader::open(options.folder);
    if (!reader)
        return lines;
    const TimeRange always {timestampFromMicroseconds(0),
                            timestampFromMicroseconds(std::int64_t {1} << 60U)};
    const Result<std::vector<AlarmJournalEntry>> entries = reader.value()->journal(always, 100'000);
    if (!entries)
        return lines;
    for (const AlarmJournalEntry &entry : entries.value())
        lines.push_back(entry.alarm.empty() ? entry.type : entry.type + ' ' + entry.alarm);
    return lines;
}

} // namespace telltale::test
