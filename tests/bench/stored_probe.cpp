#include "tests/bench/stored_probe.h"

#include "data/history/history_reader.h"
#include "data/telemetry/clock.h"

#include <algorithm>

namespace telltale::bench {

using namespace std::chrono_literals;

StoredProbe::StoredProbe(std::string folder, std::string tag)
    : m_folder(std::move(folder))
    , m_tag(std::move(tag))
    , m_thread([this] { run(); })
{ }

StoredProbe::~StoredProbe()
{
    p99(0);
}

std::optional<double> StoredProbe::p99(std::size_t least)
{
    m_stopping = true;
    if (m_thread.joinable())
        m_thread.join();
    if (m_took.empty() || m_took.size() < least)
        return std::nullopt;
    std::sort(m_took.begin(), m_took.end());
    return m_took[(m_took.size() * 99 - 1) / 100];
}

void StoredProbe::run()
{
    const Clock &clock = Clock::system();
    TagRegistry registry;
    std::unique_ptr<HistoryReader> reader;
    Timestamp from = clock.now();
    while (!m_stopping) {
        std::this_thread::sleep_for(5ms);
        if (!reader) {
            if (auto opened = HistoryReader::open(m_folder); opened.ok())
                reader = std::move(opened).value();
            continue;
        }
        const TagId tag = registry.find(m_tag);
        if (!tag.isValid()) {
            if (!reader->loadTags(registry).ok())
                reader.reset();
            continue;
        }
        std::vector<Timestamp> seen;
        const Outcome scanned = reader->scan(tag, {from, from + 1h}, [&](const Sample &sample) {
            seen.push_back(sample.time);
            return true;
        });
        const Timestamp now = clock.now();
        if (!scanned.ok())
            reader.reset();
        for (const Timestamp time : seen) {
            m_took.push_back(std::chrono::duration<double, std::milli>(now - time).count());
            from = std::max(from, time + 1us);
        }
        m_count = m_took.size();
    }
}

} // namespace telltale::bench
