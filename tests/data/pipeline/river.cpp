#include "tests/data/pipeline/river.h"

#include "data/telemetry/clock.h"

#include <utility>

namespace telltale::test {
namespace {

AlarmRule highRule()
{
    AlarmRule rule;
    rule.id = "high";
    rule.title = "Much";
    rule.tag = "plant/*";
    rule.limit = 5'000.0;
    rule.cause = "many messages"; // with what follows it is no draft: it raises an alarm
    rule.consequence = "none";
    rule.action = "none";
    rule.respondWithinSeconds = 600;
    rule.rationalisedBy = "ann";
    rule.rationalisedAt = "2026-11-25";
    rule.alarmClass = "process";
    return rule;
}

} // namespace

bool River::openOnly(std::vector<ConnectionConfig> known, bool areAll)
{
    Result<std::unique_ptr<Pipeline>> opened
        = Pipeline::open({m_folder, "ann", "desk", {}, std::move(known), areAll, channels},
                         {tags, live, alarms, status, problems, credentials, Clock::system()});
    if (!opened.ok())
        return false;
    pipeline = std::move(opened).value();
    return true;
}

bool River::openAlone(std::vector<ConnectionConfig> known, bool areAll)
{
    if (!openOnly(std::move(known), areAll))
        return false;
    pipeline->alarms().setRules({{}, {highRule()}}, "test");
    pipeline->start();
    return true;
}

bool River::open(const MosquittoBroker &broker)
{
    if (!openAlone({}))
        return false;
    ConnectionConfig connection;
    connection.name = "test";
    connection.url = broker.url();
    connection.filters = {"plant/#"};
    pipeline->setConnections({connection});
    return true;
}

bool River::isConnected() const
{
    const PlantStatus now = status.status();
    return !now.connections.empty()
        && now.connections.front().state == ConnectionStatus::State::Connected;
}

} // namespace telltale::test
