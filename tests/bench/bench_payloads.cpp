#include "data/payloads/batch_decoder.h"
#include "data/payloads/redelivery_filter.h"

#include <simdjson.h>

#include <time.h>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

using namespace telltale;

namespace {

constexpr std::size_t kTopics = 1'000;
constexpr std::size_t kMessages = 100'000;
constexpr int kRounds = 15;
constexpr double kDecodeGoal = 300.0; ///< nanoseconds a message, look-up of topic and tag included
constexpr double kRedeliveryGoal = 30.0;

struct Message
{
    std::string topic;
    std::string payload;
};

/// JSON of a time and one value, about 40 bytes, over kTopics topics.
std::vector<Message> messages()
{
    std::vector<Message> all;
    for (std::size_t i = 0; i < kMessages; ++i) {
        const std::size_t asset = (i * 7) % kTopics;
        const std::string topic = "plant/line" + std::to_string(asset % 10) + "/asset"
            + std::to_string(asset) + "/flow";
        const std::string time = std::to_string(1'763'812'800'000'000 + 20 * i);
        const std::string value = std::to_string(static_cast<double>(i) * 0.0137);
        all.push_back({topic, R"({"ts":)" + time + R"(,"value":)" + value + '}'});
    }
    return all;
}

/// Processor time of this thread, nanoseconds: what others do on the machine does not count.
double processorTime()
{
    timespec now {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e9 + static_cast<double>(now.tv_nsec);
}

/// Nanoseconds a message, median of kRounds; the first rounds teach the caches.
double measure(const std::function<void()> &round)
{
    std::vector<double> took;
    for (int i = 0; i < kRounds; ++i) {
        const double begin = processorTime();
        round();
        took.push_back((processorTime() - begin) / static_cast<double>(kMessages));
    }
    std::nth_element(took.begin(), took.begin() + kRounds / 2, took.end());
    return took[kRounds / 2];
}

bool report(const char *name, double value, double floor, double goal)
{
    const bool ok = value <= goal;
    std::printf(R"({"name":"%s","value":%.1f,"unit":"ns","floor":%.1f,"ratio":%.2f,)"
                R"("goal":%.1f,"ok":%s})"
                "\n",
                name, value, floor, value / floor, goal, ok ? "true" : "false");
    return ok;
}

double simdjsonFloor(const std::vector<Message> &all)
{
    simdjson::dom::parser parser;
    std::vector<char> padded(1024 + simdjson::SIMDJSON_PADDING);
    std::size_t failures = 0;
    const double took = measure([&] {
        for (const Message &message : all) {
            std::copy(message.payload.begin(), message.payload.end(), padded.begin());
            failures
                += parser.parse(padded.data(), message.payload.size(), false).error() ? 1U : 0U;
        }
    });
    return failures == 0 ? took : 0.0;
}

bool benchDecode(const std::vector<Message> &all)
{
    TagRegistry registry;
    const auto decoder = BatchDecoder::create(registry, {});
    std::size_t samples = 0;
    const double took = measure([&] {
        SampleBatch batch;
        batch.reserve(kMessages);
        const Timestamp arrival = timestampFromMicroseconds(1'763'812'800'000'000);
        for (const Message &message : all)
            samples
                += decoder->decode({message.topic, message.payload, arrival, SourceId {1}}, batch)
                       .samples;
    });
    const bool isComplete = samples == kMessages * kRounds && registry.size() == kTopics;
    return report("payloads.decode_json_ns", took, simdjsonFloor(all), kDecodeGoal) && isComplete;
}

bool benchRedelivery(const std::vector<Message> &all)
{
    RedeliveryFilter filter;
    std::size_t repeats = 0;
    std::uint16_t packet = 0;
    const double took = measure([&] {
        for (const Message &message : all)
            repeats
                += filter.isRepeat(SourceId {1}, ++packet, message.topic, message.payload, false)
                ? 1U
                : 0U;
    });
    std::size_t sum = 0;
    const double floor = measure([&] {
        for (const Message &message : all)
            sum += std::hash<std::string_view>()(message.topic)
                ^ std::hash<std::string_view>()(message.payload);
    });
    return report("payloads.redelivery_ns", took, floor, kRedeliveryGoal) && repeats == 0
        && sum != 0;
}

} // namespace

int main()
{
    const std::vector<Message> all = messages();
    const bool isFast = benchDecode(all);
    return benchRedelivery(all) && isFast ? 0 : 1;
}
