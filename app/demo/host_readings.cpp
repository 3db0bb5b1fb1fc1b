#include "app/demo/host_readings.h"

#include "data/sources/json_object.h"

#include <sys/statvfs.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

namespace telltale {
namespace {

constexpr double kKibi = 1024.0;

std::string hostName()
{
    std::array<char, 256> name {};
    ::gethostname(name.data(), name.size() - 1);
    std::string host = name.data();
    for (char &byte : host) {
        if (byte == '/' || byte == '+' || byte == '#')
            byte = '-'; // they mean something in a topic
    }
    return host.empty() ? "localhost" : host;
}

/// `name: 123 kB` of /proc/meminfo, in kB.
std::optional<double> memory(const std::string &text, const std::string &name)
{
    const std::size_t begin = text.find(name + ':');
    if (begin == std::string::npos)
        return std::nullopt;
    double value = 0.0;
    std::istringstream(text.substr(begin + name.size() + 1)) >> value;
    return value;
}

std::string contentOf(const std::string &path)
{
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// The first number of a file.
std::optional<double> firstNumber(const std::string &path)
{
    std::ifstream file(path);
    double value = 0.0;
    return file >> value ? std::optional(value) : std::nullopt;
}

/// The hottest sensor, °C.
std::optional<double> temperature(const std::string &sys)
{
    std::optional<double> hottest;
    std::error_code failure;
    const std::filesystem::path folder = sys + "/class/thermal";
    for (std::filesystem::directory_iterator zone(folder, failure), end; !failure && zone != end;
         zone.increment(failure)) {
        const auto milli = firstNumber(zone->path().string() + "/temp");
        if (milli && *milli > 0.0)
            hottest = std::max(hottest.value_or(0.0), *milli / 1000.0);
    }
    return hottest;
}

void addMemory(JsonObject &json, const std::string &proc)
{
    const std::string text = contentOf(proc + "/meminfo");
    const auto total = memory(text, "MemTotal");
    const auto available = memory(text, "MemAvailable");
    if (!total || !available || *total <= 0.0)
        return;
    json.add("memory_used", 100.0 * (*total - *available) / *total, 2);
    json.add("memory_available", *available / kKibi, 1);
}

void addDisk(JsonObject &json)
{
    struct statvfs disk
    { };
    if (::statvfs("/", &disk) != 0 || disk.f_blocks == 0)
        return;
    const auto block = static_cast<double>(disk.f_frsize);
    const double used = static_cast<double>(disk.f_blocks - disk.f_bfree);
    const double usable = used + static_cast<double>(disk.f_bavail);
    json.add("disk_used", 100.0 * used / usable, 2);
    json.add("disk_free", static_cast<double>(disk.f_bavail) * block / (kKibi * kKibi * kKibi), 3);
}

} // namespace

HostReadings::HostReadings(std::string proc, std::string sys)
    : m_proc(std::move(proc))
    , m_sys(std::move(sys))
    , m_host(hostName())
    , m_network(readNetwork())
{
    m_cores = readProcessors();
    if (m_cores.empty())
        return;
    m_total = m_cores.front();
    m_cores.erase(m_cores.begin());
}

/// Lines `cpu[n] user nice system idle iowait irq softirq steal guest guest_nice` in ticks; guest
/// is in user already.
std::vector<HostReadings::Processor> HostReadings::readProcessors() const
{
    std::vector<Processor> processors;
    std::ifstream file(m_proc + "/stat");
    for (std::string line; std::getline(file, line) && line.rfind("cpu", 0) == 0;) {
        std::istringstream words(line);
        std::string name;
        words >> name;
        std::array<std::uint64_t, 8> ticks {};
        for (std::uint64_t &tick : ticks)
            words >> tick;
        Processor processor;
        for (const std::uint64_t tick : ticks)
            processor.all += tick;
        processor.busy = processor.all - ticks[3] - ticks[4];
        processors.push_back(processor);
    }
    return processors;
}

/// Lines `name: received-bytes 7 numbers sent-bytes ...`; what stays inside does not count.
HostReadings::Network HostReadings::readNetwork() const
{
    Network network;
    std::ifstream file(m_proc + "/net/dev");
    for (std::string line; std::getline(file, line);) {
        const std::size_t colon = line.find(':');
        if (colon == std::string::npos || line.substr(0, colon).ends_with(" lo"))
            continue;
        std::istringstream words(line.substr(colon + 1));
        std::array<std::uint64_t, 9> numbers {};
        for (std::uint64_t &number : numbers)
            words >> number;
        network.received += numbers[0];
        network.sent += numbers[8];
    }
    return network;
}

double HostReadings::load(const Processor &before, const Processor &after)
{
    if (after.all <= before.all)
        return 0.0;
    return 100.0 * static_cast<double>(after.busy - before.busy)
        / static_cast<double>(after.all - before.all);
}

DemoMessage HostReadings::message(Timestamp now)
{
    JsonObject json;
    json.addTime(now);
    const std::vector<Processor> processors = readProcessors();
    if (processors.size() == m_cores.size() + 1) {
        json.add("processor_load", load(m_total, processors[0]), 2);
        m_total = processors[0];
        for (std::size_t core = 0; core < m_cores.size(); ++core) {
            json.add("core_" + std::to_string(core) + "_load",
                     load(m_cores[core], processors[core + 1]), 2);
            m_cores[core] = processors[core + 1];
        }
    }
    const Network network = readNetwork();
    const double seconds = std::chrono::duration<double>(now - m_last).count();
    if (m_last != Timestamp {} && seconds > 0.0 && network.received >= m_network.received
        && network.sent >= m_network.sent) {
        const double received = static_cast<double>(network.received - m_network.received);
        const double sent = static_cast<double>(network.sent - m_network.sent);
        json.add("network_received", received / 1000.0 / seconds, 2);
        json.add("network_sent", sent / 1000.0 / seconds, 2);
    }
    m_network = network;
    m_last = now;
    addMemory(json, m_proc);
    addDisk(json);
    if (const auto average = firstNumber(m_proc + "/loadavg"))
        json.add("load_average", *average, 2);
    if (const auto uptime = firstNumber(m_proc + "/uptime"))
        json.add("uptime", *uptime / 3600.0, 4);
    if (const auto hottest = temperature(m_sys))
        json.add("processor_temperature", *hottest, 1);
    return {"This computer/" + m_host, json.text()};
}

} // namespace telltale
