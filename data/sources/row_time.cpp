#include "data/sources/row_time.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <charconv>

namespace telltale {
namespace {

/// Tried in this order where ISO does not fit; the day comes first.
constexpr std::array<const char *, 6> kPatterns {"%d %m %Y %H:%M",    "%d %m %Y %H:%M:%S",
                                                 "%d.%m.%Y %H:%M",    "%d.%m.%Y %H:%M:%S",
                                                 "%Y/%m/%d %H:%M:%S", "%Y/%m/%d %H:%M"};
constexpr std::array<const char *, 6> kTimeNames {"timestamp", "datetime", "date/time",
                                                  "time",      "ts",       "date"};
constexpr std::array<const char *, 6> kPartNames {"year", "month",  "day",
                                                  "hour", "minute", "second"};

std::string lowered(std::string text)
{
    for (char &byte : text)
        byte = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
    return text;
}

std::optional<std::size_t> find(const std::vector<std::string> &header, const std::string &name)
{
    const auto same
        = [&name](const std::string &column) { return lowered(column) == lowered(name); };
    const auto found = std::find_if(header.begin(), header.end(), same);
    if (found == header.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - header.begin());
}

Error noColumn(const std::string &name)
{
    return {Error::Code::WrongUse, "there is no column \"" + name + "\""};
}

bool toNumber(std::string_view text, int &value)
{
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    return failure == std::errc() && end == text.data() + text.size();
}

} // namespace

RowTime::RowTime(const RowTimeOptions &options)
    : m_options(options)
{ }
RowTime::RowTime(RowTime &&) noexcept = default;
RowTime::~RowTime() = default;

Result<RowTime> RowTime::create(const std::vector<std::string> &header,
                                const RowTimeOptions &options)
{
    RowTime time(options);
    if (!options.zone.empty()) {
        time.m_zone = std::make_unique<QTimeZone>(QByteArray::fromStdString(options.zone));
        if (!time.m_zone->isValid())
            return Error {Error::Code::WrongUse, "there is no time zone \"" + options.zone + "\""};
    }
    std::vector<std::string> wanted = options.columns;
    time.m_hasParts = !wanted.empty();
    if (!options.column.empty())
        wanted = {options.column};
    for (std::size_t i = 0; wanted.empty() && i < kTimeNames.size(); ++i) {
        if (find(header, kTimeNames[i]))
            wanted = {kTimeNames[i]};
    }
    if (wanted.empty()) {
        for (const char *part : kPartNames) {
            if (!find(header, part))
                break;
            wanted.emplace_back(part);
        }
        time.m_hasParts = true;
    }
    if (wanted.empty() || (time.m_hasParts && (wanted.size() < 3 || wanted.size() > 6)))
        return Error {Error::Code::WrongUse,
                      "no time column found: name it with --time-column or --time-columns"};
    for (const std::string &name : wanted) {
        const auto index = find(header, name);
        if (!index)
            return noColumn(name);
        time.m_columns.push_back(*index);
    }
    return time;
}

Result<Timestamp> RowTime::read(const std::vector<std::string_view> &cells)
{
    if (m_hasParts)
        return readParts(cells);
    const std::string_view text = cells[m_columns.front()];
    if (const auto time = parse(text))
        return *time;
    return Error {Error::Code::Malformed, "\"" + std::string(text) + "\" is no time"};
}

std::optional<Timestamp> RowTime::parse(std::string_view text)
{
    std::optional<CalendarTime> time;
    if (!m_options.format.empty()) {
        time = parseTime(text, m_options.format);
        return time ? std::optional(resolve(*time)) : std::nullopt;
    }
    if (m_wasEpoch) {
        if (const std::optional<Timestamp> epoch = parseEpoch(text))
            return epoch;
    }
    if (!m_guessed.empty())
        time = parseTime(text, m_guessed);
    if (!time)
        time = parseIsoTime(text);
    for (std::size_t i = 0; !time && i < kPatterns.size(); ++i) {
        time = parseTime(text, kPatterns[i]);
        if (time)
            m_guessed = kPatterns[i];
    }
    if (time)
        return resolve(*time);
    const std::optional<Timestamp> epoch = parseEpoch(text);
    m_wasEpoch = epoch.has_value();
    return epoch;
}

Result<Timestamp> RowTime::readParts(const std::vector<std::string_view> &cells)
{
    std::array<int, kPartNames.size()> parts {1970, 1, 1, 0, 0, 0};
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (!toNumber(cells[m_columns[i]], parts[i]))
            return Error {Error::Code::Malformed,
                          "\"" + std::string(cells[m_columns[i]]) + "\" is no " + kPartNames[i]};
    }
    CalendarTime time;
    time.year = parts[0];
    time.month = parts[1];
    time.day = parts[2];
    time.hour = parts[3];
    time.minute = parts[4];
    time.second = parts[5];
    const bool isSane = std::all_of(parts.begin(), parts.end(), [](int part) { return part >= 0; });
    if (!isSane || !time.isValid())
        return Error {Error::Code::Malformed, "there is no such day or hour"};
    return resolve(time);
}

/// A time that says no zone is of the zone that was given.
Timestamp RowTime::resolve(const CalendarTime &time)
{
    const Timestamp asUtc = toUtc(time);
    if (time.offset)
        return asUtc;
    if (!m_zone) {
        m_assumedUtc = m_assumedUtc || m_options.zone.empty();
        return asUtc;
    }
    const QDateTime local(QDate(time.year, time.month, time.day),
                          QTime(time.hour, time.minute, time.second), *m_zone);
    return timestampFromMicroseconds(local.toMSecsSinceEpoch() * 1000 + time.microsecond);
}

} // namespace telltale
