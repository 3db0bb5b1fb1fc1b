#include "data/sources/row_messages.h"

#include "data/sources/json_object.h"
#include "data/sources/row_cells.h"
#include "data/telemetry/topic_name.h"

#include <algorithm>

namespace telltale {

Result<RowMessages> RowMessages::create(const std::vector<std::string> &header,
                                        const ReplayOptions &options)
{
    if (Outcome readable = checkHeading(header); !readable)
        return readable.error();
    Result<RowTime> time = RowTime::create(header, options.time);
    if (!time)
        return time.error();
    std::string wanted = options.topicTemplate;
    if (wanted.empty())
        wanted = "replay/" + groupTemplate(header).value_or(stemOfTable(options.file));
    Result<RowTopic> topic = RowTopic::create(header, wanted);
    if (!topic)
        return topic.error();
    RowMessages rows(std::move(time).value(), std::move(topic).value());
    rows.m_header = header;
    rows.m_isMember.assign(header.size(), true);
    for (const std::size_t column : rows.m_time.columns())
        rows.m_isMember[column] = false;
    for (const std::size_t column : rows.m_topic.columns())
        rows.m_isMember[column] = false;

    // A column that has a name of the time must not be taken for it: `timestamp` comes first.
    rows.m_timeMember = "time";
    for (std::size_t i = 0; i < header.size(); ++i) {
        const std::string name = loweredCell(header[i]);
        if (rows.m_isMember[i] && (name == "ts" || name == "time"))
            rows.m_timeMember = "timestamp";
    }
    return rows;
}

Result<Timestamp> RowMessages::time(const std::vector<std::string_view> &cells)
{
    if (Outcome whole = checkCells(cells, m_header.size()); !whole)
        return whole.error();
    return m_time.read(cells);
}

Result<RowMessages::Message> RowMessages::message(const std::vector<std::string_view> &cells)
{
    const Result<Timestamp> when = time(cells);
    if (!when)
        return when.error();
    // A broker ends the connection with who sends it a topic that is none.
    if (!std::all_of(cells.begin(), cells.end(), isUtf8))
        return Error {Error::Code::Malformed, "a text is not UTF-8: convert the file first"};
    JsonObject json;
    json.add(m_timeMember, std::string_view(shortIsoText(when.value() + m_shift)));
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (m_isMember[i] && !isAbsentCell(cells[i]))
            json.addRaw(m_header[i], jsonOfCell(cells[i]));
    }
    return Message {when.value(), m_topic.of(cells), json.text()};
}

} // namespace telltale
