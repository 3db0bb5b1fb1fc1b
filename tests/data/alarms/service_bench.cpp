#include "tests/data/alarms/service_bench.h"

#include <algorithm>

namespace telltale::test {

bool contains(const Lines &lines, const std::string &line)
{
    return std::find(lines.begin(), lines.end(), line) != lines.end();
}

std::size_t count(const Lines &lines, const std::string &line)
{
    return static_cast<std::size_t>(std::count(lines.begin(), lines.end(), line));
}

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

ServiceBench::ServiceBench(const QString &folder, std::chrono::seconds later, RuleSet rules)
{
    clock.advance(later);
    options = {folder.toStdString(), "ann", "desk"};
    registry.setUnit(registry.intern("T"), "bar");
    restart();
    if (service)
        service->setRules(std::move(rules), "first rules");
}

void ServiceBench::restart()
{
    service.reset();
    Result<std::unique_ptr<AlarmService>> opened
        = AlarmService::open(options, registry, clock, board);
    if (opened)
        service = std::move(opened).value();
}

void ServiceBench::sample(const char *tag, double value, std::chrono::microseconds ago)
{
    clock.advance(std::chrono::milliseconds(1));
    auto batch = std::make_shared<SampleBatch>();
    batch->append(registry.intern(tag), clock.now() - ago, value, Quality::good(), {});
    batch->arrival = clock.now();
    batch->end = JournalPosition {service->committed().offset + 100};
    service->batch(batch);
}

void ServiceBench::pass(std::chrono::microseconds time)
{
    clock.advance(time);
    poke();
}

void ServiceBench::poke()
{
    service->batch(std::make_shared<SampleBatch>());
}

AlarmAnswer ServiceBench::act(AlarmAction::Kind kind, const std::string &alarm,
                              std::uint64_t occurrence, const std::string &text)
{
    AlarmAction action;
    action.kind = kind;
    action.text = text;
    if (!alarm.empty())
        action.alarms.emplace_back(alarm, occurrence);
    return act(std::move(action));
}

AlarmAnswer ServiceBench::act(AlarmAction action)
{
    auto answer = std::make_shared<std::promise<AlarmAnswer>>();
    std::future<AlarmAnswer> coming = answer->get_future();
    board.act(std::move(action), [answer](AlarmAnswer one) { answer->set_value(std::move(one)); });
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

std::vector<AlarmJournalEntry> ServiceBench::entries() const
{
    const Result<std::unique_ptr<AlarmReader>> reader = AlarmReader::open(options.folder);
    if (!reader)
        return {};
    const TimeRange always {timestampFromMicroseconds(0),
                            timestampFromMicroseconds(std::int64_t {1} << 60U)};
    Result<std::vector<AlarmJournalEntry>> entries = reader.value()->journal(always, 100'000);
    return entries ? std::move(entries).value() : std::vector<AlarmJournalEntry>();
}

Lines ServiceBench::stored() const
{
    Lines lines;
    for (const AlarmJournalEntry &entry : entries())
        lines.push_back(entry.alarm.empty() ? entry.type : entry.type + ' ' + entry.alarm);
    return lines;
}

AlarmOutbox ServiceBench::outbox() const
{
    const Result<std::unique_ptr<AlarmReader>> reader = AlarmReader::open(options.folder);
    if (!reader)
        return {};
    Result<AlarmOutbox> outbox = reader.value()->outbox(100'000);
    return outbox ? std::move(outbox).value() : AlarmOutbox();
}

} // namespace telltale::test
