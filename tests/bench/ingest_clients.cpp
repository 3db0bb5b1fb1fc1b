#include "tests/bench/ingest_clients.h"

#include "tests/bench/river_rig.h"

#include <mqtt/async_client.h>

#include <atomic>
#include <cstdio>

namespace telltale::bench {

int runEmptyClient(std::uint16_t port, std::uint64_t count)
{
    try {
        mqtt::async_client client("mqtt://127.0.0.1:" + std::to_string(port), "bench-floor");
        std::atomic<std::uint64_t> received = 0;
        client.set_message_callback([&](const mqtt::const_message_ptr &) {
            received.fetch_add(1, std::memory_order_relaxed);
        });
        client.connect()->wait();
        client.subscribe("#", 0)->wait();
        const ClientResult result = watch(
            count, [&] { return received.load(); }, [] { return true; });
        client.disconnect()->wait();
        return print(result);
    } catch (const mqtt::exception &failure) {
        std::fprintf(stderr, "bench: %s\n", failure.what());
        return 1;
    }
}

int runRiver(std::uint16_t port, std::uint64_t count, const std::string &folder)
{
    RiverRig rig;
    if (!rig.open(folder, port))
        return 1;
    const ClientResult result = rig.watchMessages(count);
    rig.pipeline->stop();
    return print(result);
}

} // namespace telltale::bench
