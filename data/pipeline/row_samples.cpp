#include "data/pipeline/row_samples.h"

#include "data/payloads/family_tools.h"
#include "data/sources/row_cells.h"
#include "data/telemetry/topic_name.h"

#include <algorithm>

namespace telltale {
namespace {

std::optional<std::size_t> columnOf(const std::vector<std::string> &header, std::string_view name)
{
    const auto found
        = std::find_if(header.begin(), header.end(),
                       [name](const std::string &column) { return loweredCell(column) == name; });
    if (found == header.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - header.begin());
}

bool isExportHeading(std::vector<std::string> header)
{
    if (header.size() == 3)
        header.emplace_back("quality");
    return header == std::vector<std::string> {"tag", "time", "value", "quality"};
}

bool isValueName(const std::string &name)
{
    return loweredCell(name) == "value" || loweredCell(name) == "v";
}

} // namespace

Result<RowSamples> RowSamples::create(const std::vector<std::string> &header,
                                      const ImportOptions &options, TagRegistry &registry)
{
    if (Outcome readable = checkHeading(header); !readable)
        return readable.error();
    Result<RowTime> time = RowTime::create(header, options.time);
    if (!time)
        return time.error();
    RowSamples rows(std::move(time).value(), registry, options.decimal);
    rows.m_header = header;
    if (Outcome found = rows.findColumns(options); !found)
        return found.error();
    return rows;
}

Outcome RowSamples::findColumns(const ImportOptions &options)
{
    const auto tag = columnOf(m_header, "tag");
    const auto value = columnOf(m_header, "value");
    const bool isLong = !options.isWide && tag && value;
    if (isLong) {
        m_tagColumn = tag;
        m_values = {*value};
        m_qualityColumn = columnOf(m_header, "quality");
        m_isExact = isExportHeading(m_header) && options.decimal == '.';
        return {};
    }
    if (!options.isWide)
        m_qualityColumn = columnOf(m_header, "quality");
    m_values = otherColumns();
    const bool isSingle
        = !options.isWide && m_values.size() == 1 && isValueName(m_header[m_values.front()]);
    if (!options.isWide && !isSingle)
        return Error {Error::Code::WrongUse,
                      "there is no column tag: with --wide every column becomes a tag"};
    return findTopic(options, isSingle);
}

Outcome RowSamples::findTopic(const ImportOptions &options, bool isSingle)
{
    std::string wanted = options.topicTemplate;
    if (wanted.empty())
        wanted = isSingle ? stemOfTable(options.file) : groupTemplate(m_header).value_or("");
    m_valueIsTopic = isSingle;
    if (wanted.empty())
        return {};
    Result<RowTopic> topic = RowTopic::create(m_header, wanted);
    if (!topic)
        return topic.error();
    m_topic = std::move(topic).value();
    m_values = otherColumns();
    if (m_values.empty())
        return Error {Error::Code::WrongUse, "no column is left that could hold values"};
    // As of a message whose only member is its value.
    m_valueIsTopic = m_values.size() == 1 && isValueName(m_header[m_values.front()]);
    return {};
}

/// Those that are not in the time, the topic or the quality.
std::vector<std::size_t> RowSamples::otherColumns() const
{
    std::vector<bool> isTaken(m_header.size());
    for (const std::size_t column : m_time.columns())
        isTaken[column] = true;
    for (const std::size_t column : m_topic ? m_topic->columns() : std::vector<std::size_t>())
        isTaken[column] = true;
    if (m_qualityColumn)
        isTaken[*m_qualityColumn] = true;
    std::vector<std::size_t> others;
    for (std::size_t i = 0; i < isTaken.size(); ++i) {
        if (!isTaken[i])
            others.push_back(i);
    }
    return others;
}

Result<std::size_t> RowSamples::take(const CsvRows &rows,
                                     const std::vector<std::string_view> &cells, SampleBatch &batch)
{
    if (Outcome whole = checkCells(cells, m_header.size()); !whole)
        return whole.error();
    const Result<Timestamp> time = m_time.read(cells);
    if (!time)
        return time.error();
    return m_tagColumn ? takeLong(rows, cells, time.value(), batch)
                       : takeWide(cells, time.value(), batch);
}

Result<std::size_t> RowSamples::takeLong(const CsvRows &rows,
                                         const std::vector<std::string_view> &cells, Timestamp time,
                                         SampleBatch &batch)
{
    const std::size_t column = m_values.front();
    // An export quotes no time: where one is quoted, all is, and quotes say nothing.
    const bool isText = rows.isQuoted(column) && !rows.isQuoted(m_time.columns().front());
    Result<CellValue> value
        = m_isExact ? m_reader.exact(cells[column], isText) : m_reader.lenient(cells[column]);
    if (!value)
        return value.error();
    if (value->isBlank)
        return std::size_t {1};
    if (m_qualityColumn) {
        if (Outcome set = setQuality(value.value(), cells[*m_qualityColumn]); !set)
            return set.error();
    }
    const Result<TagId> tag = m_finder.find(cells[*m_tagColumn]);
    if (!tag)
        return tag.error();
    appendSample(batch, tag.value(), time, std::move(value).value());
    return std::size_t {0};
}

Result<std::size_t> RowSamples::takeWide(const std::vector<std::string_view> &cells, Timestamp time,
                                         SampleBatch &batch)
{
    const std::string topic = m_topic ? m_topic->of(cells) : std::string();
    Tags &tags = tagsOf(topic);
    m_row.clear();
    m_rowTags.clear();
    for (const std::size_t column : m_values) {
        Result<CellValue> value = m_reader.lenient(cells[column]);
        if (!value)
            return Error {value.error().code, m_header[column] + ": " + value.error().detail};
        if (value->isBlank)
            continue;
        if (m_qualityColumn) {
            if (Outcome set = setQuality(value.value(), cells[*m_qualityColumn]); !set)
                return set.error();
        }
        const Result<TagId> tag = columnTag(tags, column, topic);
        if (!tag)
            return tag.error();
        m_row.push_back(std::move(value).value());
        m_rowTags.push_back(tag.value());
    }
    for (std::size_t i = 0; i < m_row.size(); ++i)
        appendSample(batch, m_rowTags[i], time, std::move(m_row[i]));
    return m_values.size() - m_row.size();
}

RowSamples::Tags &RowSamples::tagsOf(const std::string &topic)
{
    Tags &tags = m_tags[topic];
    tags.resize(m_header.size());
    return tags;
}

Result<TagId> RowSamples::columnTag(Tags &tags, std::size_t column, const std::string &topic)
{
    if (tags[column].isValid())
        return tags[column];
    const std::string &name = m_header[column];
    const std::string path = m_valueIsTopic ? topic : m_topic ? pathBelow(topic, name) : name;
    const Result<TagId> tag = m_finder.find(path);
    if (tag)
        tags[column] = tag.value();
    return tag;
}

} // namespace telltale
