#include "tests/bench/history_data.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <vector>

namespace telltale::bench {
namespace {

constexpr std::size_t kBatch = 20'000;
constexpr std::size_t kTarBlock = 512;
constexpr std::array kRoomColumns {"temperature", "humidity", "light1", "light2",
                                   "occupants",   "activity", "door",   "window"};

using Cells = std::vector<std::string>;

Cells cellsOf(std::string_view line)
{
    Cells cells(1);
    for (const char byte : line) {
        if (byte == ',')
            cells.emplace_back();
        else if (byte != '"' && byte != '\r' && (byte != ' ' || !cells.back().empty()))
            cells.back() += byte;
    }
    return cells;
}

/// All bytes of a file, unpacked; empty if it is not there.
std::string unpacked(const std::string &path)
{
    gzFile file = ::gzopen(path.c_str(), "rb");
    if (!file)
        return {};
    std::string all;
    std::vector<char> piece(std::size_t {1} << 20U);
    for (int got = 1; got > 0;) {
        got = ::gzread(file, piece.data(), static_cast<unsigned>(piece.size()));
        all.append(piece.data(), static_cast<std::size_t>(std::max(got, 0)));
    }
    ::gzclose(file);
    return all;
}

void forEachRow(std::string_view text, const std::function<void(const Cells &)> &take)
{
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (end > 0)
            take(cellsOf(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

/// The files of a tar archive, in order.
void forEachMember(std::string_view tar, const std::function<void(std::string_view)> &take)
{
    while (tar.size() > kTarBlock && tar.front() != '\0') {
        const std::string octal(tar.substr(124, 11));
        const auto size = static_cast<std::size_t>(std::strtoull(octal.c_str(), nullptr, 8));
        if (size > tar.size() - kTarBlock)
            return;
        if (tar[156] == '0' || tar[156] == '\0')
            take(tar.substr(kTarBlock, size));
        tar.remove_prefix(
            kTarBlock
            + std::min((size + kTarBlock - 1) / kTarBlock * kTarBlock, tar.size() - kTarBlock));
    }
}

Timestamp timeOf(int year, int month, int day, int hour, int minute)
{
    using namespace std::chrono;
    const year_month_day date {std::chrono::year(year),
                               std::chrono::month(static_cast<unsigned>(month)),
                               std::chrono::day(static_cast<unsigned>(day))};
    return sys_days(date) + hours(hour) + minutes(minute);
}

/// Gathers cells into batches.
class Gatherer
{
public:
    Gatherer(TagRegistry &registry, const TakeBatch &take)
        : m_registry(registry)
        , m_take(take)
    { }
    ~Gatherer() { flush(); }
    Gatherer(const Gatherer &) = delete;
    Gatherer &operator=(const Gatherer &) = delete;

    void add(const std::string &path, Timestamp time, const std::string &cell)
    {
        if (cell.empty() || cell == "NA")
            return;
        const TagId tag = m_registry.intern(path);
        double value = 0.0;
        const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), value);
        if (read.ptr == cell.data() + cell.size())
            m_batch->append(tag, time, value, {}, {});
        else
            m_batch->appendWithSide(tag, time, 0.0, {}, SampleFlags::make(SampleFlags::Kind::Text),
                                    cell);
        m_hasAny = true;
        if (m_batch->size() >= kBatch)
            flush();
    }
    bool hasAny() const { return m_hasAny; }

private:
    void flush()
    {
        m_take(m_batch);
        m_batch = std::make_shared<SampleBatch>();
    }

    TagRegistry &m_registry;
    const TakeBatch &m_take;
    std::shared_ptr<SampleBatch> m_batch = std::make_shared<SampleBatch>();
    bool m_hasAny = false;
};

std::vector<std::string> filesIn(const std::string &folder, std::string_view suffix)
{
    std::vector<std::string> files;
    std::error_code failed;
    for (std::filesystem::directory_iterator at(folder, failed), end; !failed && at != end;
         at.increment(failed)) {
        if (at->path().string().ends_with(suffix))
            files.push_back(at->path().string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

bool readBeijing(const std::string &folder, TagRegistry &registry, const TakeBatch &take)
{
    Gatherer all(registry, take);
    for (const std::string &file : filesIn(folder + "/beijing_air", ".csv.gz")) {
        Cells heading;
        forEachRow(unpacked(file), [&all, &heading](const Cells &cells) {
            if (heading.empty()) {
                heading = cells;
                return;
            }
            const auto number
                = [&cells](std::size_t cell) { return std::atoi(cells[cell].c_str()); };
            const Timestamp time = timeOf(number(1), number(2), number(3), number(4), 0);
            for (std::size_t i = 5; i + 1 < cells.size(); ++i)
                all.add(cells.back() + '/' + heading[i], time, cells[i]);
        });
    }
    return all.hasAny();
}

bool readRooms(const std::string &folder, TagRegistry &registry, const TakeBatch &take)
{
    Gatherer all(registry, take);
    for (const char *room : {"A", "B", "C"}) {
        const std::string tar = unpacked(folder + "/room_climate/location_" + room + ".tar.gz");
        forEachMember(tar, [&all, room](std::string_view member) {
            forEachRow(member, [&all, room](const Cells &cells) {
                if (cells.size() < 4 + kRoomColumns.size())
                    return;
                const Timestamp time
                    = timestampFromMicroseconds(std::atoll(cells[1].c_str()) * 1000);
                for (std::size_t i = 0; i < kRoomColumns.size(); ++i)
                    all.add(std::string(room) + '/' + cells[3] + '/' + kRoomColumns[i], time,
                            cells[4 + i]);
            });
        });
    }
    return all.hasAny();
}

bool readWind(const std::string &folder, TagRegistry &registry, const TakeBatch &take)
{
    Gatherer all(registry, take);
    Cells heading;
    forEachRow(unpacked(folder + "/wind_scada/T1.csv.gz"), [&all, &heading](const Cells &cells) {
        std::array<int, 5> at {};
        if (std::sscanf(cells[0].c_str(), "%d %d %d %d:%d", &at[0], &at[1], &at[2], &at[3], &at[4])
            != 5) {
            heading = cells;
            return;
        }
        for (std::size_t i = 1; i < cells.size(); ++i)
            all.add("turbine/" + heading[i], timeOf(at[2], at[1], at[0], at[3], at[4]), cells[i]);
    });
    return all.hasAny();
}

bool readAzure(const std::string &folder, TagRegistry &registry, const TakeBatch &take)
{
    Gatherer all(registry, take);
    Cells heading;
    forEachRow(unpacked(folder + "/azure_pdm/PdM_telemetry_20machines_90days.csv.gz"),
               [&all, &heading](const Cells &cells) {
                   std::array<int, 4> at {};
                   if (std::sscanf(cells[0].c_str(), "%d-%d-%d %d", &at[0], &at[1], &at[2], &at[3])
                       != 4) {
                       heading = cells;
                       return;
                   }
                   for (std::size_t i = 2; i < cells.size(); ++i)
                       all.add(cells[1] + '/' + heading[i], timeOf(at[0], at[1], at[2], at[3], 0),
                               cells[i]);
               });
    return all.hasAny();
}

} // namespace telltale::bench
