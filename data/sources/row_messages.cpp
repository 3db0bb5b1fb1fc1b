#include "data/sources/row_messages.h"

#include "data/sources/json_object.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace telltale {
namespace {

std::string lowered(std::string_view text)
{
    std::string result(text);
    for (char &byte : result)
        byte = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
    return result;
}

/// `a.csv` of `b/a.csv.gz` is `a`.
std::string stemOf(const std::string &file)
{
    std::filesystem::path name = std::filesystem::path(file).filename();
    if (lowered(name.extension().string()) == ".gz")
        name = name.stem();
    return name.stem().string();
}

std::string defaultTemplate(const std::vector<std::string> &header, const std::string &file)
{
    for (const std::string &column : header) {
        if (lowered(column) == "station" || lowered(column) == "machineid")
            return "replay/{" + column + "}";
    }
    return "replay/" + stemOf(file);
}

/// As one level of a topic.
std::string levelOf(std::string_view cell)
{
    std::string level(cell);
    for (char &byte : level) {
        if (byte == '/' || byte == '+' || byte == '#' || byte == '\0')
            byte = '-';
    }
    return level.empty() ? "unknown" : level;
}

std::size_t digitsAt(std::string_view text, std::size_t at)
{
    std::size_t count = 0;
    while (at + count < text.size() && text[at + count] >= '0' && text[at + count] <= '9')
        ++count;
    return count;
}

/// The grammar of RFC 8259: no plus, no leading zero, digits on both sides of a point.
bool isJsonNumber(std::string_view text)
{
    std::size_t at = text.substr(0, 1) == "-" ? 1 : 0;
    const std::size_t whole = digitsAt(text, at);
    if (whole == 0 || (whole > 1 && text[at] == '0'))
        return false;
    at += whole;
    if (at < text.size() && text[at] == '.') {
        const std::size_t fraction = digitsAt(text, at + 1);
        if (fraction == 0)
            return false;
        at += 1 + fraction;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        at += at < text.size() && (text[at] == '+' || text[at] == '-') ? 1U : 0U;
        const std::size_t exponent = digitsAt(text, at);
        if (exponent == 0)
            return false;
        at += exponent;
    }
    return at == text.size();
}

bool isAbsent(std::string_view cell)
{
    return cell.empty() || cell == "NA"
        || std::all_of(cell.begin(), cell.end(), [](char byte) { return byte == ' '; });
}

} // namespace

std::string jsonOfCell(std::string_view cell)
{
    if (isJsonNumber(cell))
        return std::string(cell);
    // Forms of other programs: +1.5, .5, -.5 and 5. mean what they look like.
    std::string repaired(cell);
    if (!repaired.empty() && repaired.front() == '+')
        repaired.erase(0, 1);
    const std::size_t sign = !repaired.empty() && repaired.front() == '-' ? 1 : 0;
    if (repaired.size() > sign && repaired[sign] == '.')
        repaired.insert(sign, 1, '0');
    if (repaired.size() > sign + 1 && repaired.back() == '.')
        repaired += '0';
    return isJsonNumber(repaired) ? repaired : jsonText(cell);
}

Result<RowMessages> RowMessages::create(const std::vector<std::string> &header,
                                        const ReplayOptions &options)
{
    Result<RowTime> time = RowTime::create(header, options.time);
    if (!time)
        return time.error();
    RowMessages rows(std::move(time).value());
    rows.m_header = header;
    rows.m_isMember.assign(header.size(), true);
    for (const std::size_t column : rows.m_time.columns())
        rows.m_isMember[column] = false;
    const std::string topic = options.topicTemplate.empty() ? defaultTemplate(header, options.file)
                                                            : options.topicTemplate;
    if (Outcome read = rows.readTemplate(topic); !read)
        return read.error();

    // A column that has a name of the time must not be taken for it: `timestamp` comes first.
    rows.m_timeMember = "time";
    for (std::size_t i = 0; i < header.size(); ++i) {
        const std::string name = lowered(header[i]);
        if (rows.m_isMember[i] && (name == "ts" || name == "time"))
            rows.m_timeMember = "timestamp";
    }
    return rows;
}

Outcome RowMessages::readTemplate(const std::string &text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t open = text.find('{', at);
        if (open != at)
            m_topic.push_back({text.substr(at, open - at), -1});
        if (open == std::string::npos)
            break;
        const std::size_t close = text.find('}', open);
        const std::string name = text.substr(open + 1, close - open - 1);
        const auto found = std::find(m_header.begin(), m_header.end(), name);
        if (close == std::string::npos || found == m_header.end())
            return Error {Error::Code::WrongUse,
                          "the topic template names {" + name + "}, which is no column"};
        const auto column = static_cast<std::size_t>(found - m_header.begin());
        m_topic.push_back({{}, static_cast<int>(column)});
        m_isMember[column] = false;
        at = close + 1;
    }
    const bool hasWildcard = text.find_first_of("+#") != std::string::npos;
    if (m_topic.empty() || hasWildcard)
        return Error {Error::Code::WrongUse, "\"" + text + "\" is no topic to publish to"};
    return {};
}

std::string RowMessages::topicOf(const std::vector<std::string_view> &cells) const
{
    std::string topic;
    for (const TopicPart &part : m_topic)
        topic
            += part.column < 0 ? part.text : levelOf(cells[static_cast<std::size_t>(part.column)]);
    return topic;
}

Result<Timestamp> RowMessages::time(const std::vector<std::string_view> &cells)
{
    if (cells.size() != m_header.size())
        return Error {Error::Code::Malformed,
                      std::to_string(cells.size()) + " cells where the heading has "
                          + std::to_string(m_header.size())};
    return m_time.read(cells);
}

Result<RowMessages::Message> RowMessages::message(const std::vector<std::string_view> &cells)
{
    const Result<Timestamp> when = time(cells);
    if (!when)
        return when.error();
    JsonObject json;
    json.add(m_timeMember, std::string_view(shortIsoText(when.value() + m_shift)));
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (m_isMember[i] && !isAbsent(cells[i]))
            json.addRaw(m_header[i], jsonOfCell(cells[i]));
    }
    return Message {when.value(), topicOf(cells), json.text()};
}

} // namespace telltale
