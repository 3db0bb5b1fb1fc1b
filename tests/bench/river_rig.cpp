#include "tests/bench/river_rig.h"

#include <cstdio>
#include <thread>

namespace telltale::bench {

using namespace std::chrono_literals;

bool RiverRig::open(const std::string &folder, std::uint16_t port)
{
    Result<std::unique_ptr<Pipeline>> opened
        = Pipeline::open({folder, "bench", "bench", {}, {}},
                         {registry, live, alarms, status, problems, *credentials, Clock::system()});
    if (!opened.ok()) {
        std::fprintf(stderr, "bench: %s\n", opened.error().detail.c_str());
        return false;
    }
    pipeline = std::move(opened).value();
    ConnectionConfig connection;
    connection.name = "bench";
    connection.url = "mqtt://127.0.0.1:" + std::to_string(port);
    connection.qos = 0;
    pipeline->setConnections({connection});
    pipeline->start();
    while (connectionStatus().granted.empty())
        std::this_thread::sleep_for(5ms);
    return true;
}

ConnectionStatus RiverRig::connectionStatus() const
{
    const std::vector<ConnectionStatus> all = pipeline->connections();
    return all.empty() ? ConnectionStatus() : all.front();
}

ClientResult RiverRig::watchMessages(std::uint64_t count)
{
    return watch(
        count, [&] { return connectionStatus().received; },
        [&] { return status.status().counters.stored >= count; });
}

} // namespace telltale::bench
