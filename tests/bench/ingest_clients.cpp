#include "tests/bench/ingest_clients.h"

#include "data/pipeline/pipeline.h"
#include "data/sources/credential_store.h"

#include <mqtt/async_client.h>

#include <QTemporaryDir>

#include <atomic>
#include <cstdio>
#include <sys/resource.h>
#include <thread>

namespace telltale::bench {
namespace {

using namespace std::chrono_literals;
using SteadyClock = std::chrono::steady_clock;

double processorSeconds()
{
    rusage usage {};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// Watches a counter until it reaches `count` or stands still for 3 s.
ClientResult watch(std::uint64_t count, const std::function<std::uint64_t()> &received,
                   const std::function<bool()> &isDone)
{
    std::puts("ready");
    std::fflush(stdout);
    const double processorBefore = processorSeconds();
    auto first = SteadyClock::time_point {};
    auto last = SteadyClock::now();
    std::uint64_t seen = 0;
    while (true) {
        std::this_thread::sleep_for(1ms);
        const std::uint64_t now = received();
        if (now > 0 && first == SteadyClock::time_point {})
            first = SteadyClock::now();
        if (now != seen)
            last = SteadyClock::now();
        seen = now;
        const bool isStill = first != SteadyClock::time_point {} && SteadyClock::now() - last > 3s;
        if ((seen >= count && isDone()) || isStill)
            break;
    }
    ClientResult result;
    result.received = seen;
    result.cpuPerMessage = (processorSeconds() - processorBefore) * 1e6
        / static_cast<double>(std::max<std::uint64_t>(seen, 1));
    result.seconds = std::chrono::duration<double>(last - first).count();
    return result;
}

int print(const ClientResult &result)
{
    std::printf("%llu %.6f %.6f\n", static_cast<unsigned long long>(result.received),
                result.cpuPerMessage, result.seconds);
    std::fflush(stdout);
    return 0;
}

} // namespace

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

int runRiver(std::uint16_t port, std::uint64_t count)
{
    const QTemporaryDir folder;
    TagRegistry registry;
    LiveValues live;
    AlarmBoard alarms;
    StatusBoard status;
    ProblemList problems;
    const std::unique_ptr<CredentialStore> credentials = makeCredentialStore();
    Result<std::unique_ptr<Pipeline>> pipeline
        = Pipeline::open({folder.path().toStdString(), "bench", "bench", {}},
                         {registry, live, alarms, status, problems, *credentials, Clock::system()});
    if (!pipeline.ok()) {
        std::fprintf(stderr, "bench: %s\n", pipeline.error().detail.c_str());
        return 1;
    }
    ConnectionConfig connection;
    connection.name = "bench";
    connection.url = "mqtt://127.0.0.1:" + std::to_string(port);
    connection.qos = 0;
    pipeline.value()->setConnections({connection});
    pipeline.value()->start();
    while (pipeline.value()->connections()[0].granted.empty())
        std::this_thread::sleep_for(5ms);
    const ClientResult result = watch(
        count, [&] { return pipeline.value()->connections()[0].received; },
        [&] { return status.status().counters.stored >= count; });
    pipeline.value()->stop();
    return print(result);
}

} // namespace telltale::bench
