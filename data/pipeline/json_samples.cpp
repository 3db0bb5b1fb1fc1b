#include "data/pipeline/json_samples.h"

#include "data/payloads/json_reader.h"
#include "data/pipeline/cell_value.h"
#include "data/pipeline/tag_finder.h"
#include "data/sources/row_time.h"
#include "data/sources/text_lines.h"
#include "data/telemetry/timestamp_text.h"
#include "data/telemetry/topic_name.h"

namespace telltale {
namespace {

/// The members of a line, null where there is none.
struct Members
{
    const TreeValue *tag = nullptr;
    const TreeValue *time = nullptr;
    const TreeValue *value = nullptr;
    const TreeValue *quality = nullptr;
};

Members membersOf(const ValueTree &tree)
{
    Members members;
    for (std::uint32_t i = 1; i < tree.values.front().end; i = tree.values[i].end) {
        const TreeValue &member = tree.values[i];
        for (const auto &[name, target] :
             {std::pair {"tag", &members.tag}, std::pair {"time", &members.time},
              std::pair {"value", &members.value}, std::pair {"quality", &members.quality}}) {
            if (member.name == name)
                *target = &member;
        }
    }
    return members;
}

bool isText(const TreeValue *value)
{
    return value && value->kind == TreeValue::Kind::Text;
}

class JsonRows final : public ImportRows
{
public:
    JsonRows(std::unique_ptr<TextLines> lines, RowTime time, TagRegistry &registry)
        : m_lines(std::move(lines))
        , m_time(std::move(time))
        , m_finder(registry)
    { }

    Result<std::optional<Taken>> next(SampleBatch &batch) override
    {
        std::string_view line;
        const Result<bool> more = m_lines->next(line);
        if (!more)
            return more.error();
        if (!more.value())
            return std::optional<Taken>();
        const Result<std::size_t> blank = take(line, batch);
        return std::optional(blank ? Taken {blank.value(), {}} : Taken {0, blank.error()});
    }
    std::uint64_t line() const override { return m_lines->line(); }
    double progress() const override { return m_lines->progress(); }

private:
    Result<std::size_t> take(std::string_view line, SampleBatch &batch);
    Result<Timestamp> timeOf(const TreeValue &time);

    std::unique_ptr<TextLines> m_lines;
    RowTime m_time;
    TagFinder m_finder;
    ValueTree m_tree;
};

Result<std::size_t> JsonRows::take(std::string_view line, SampleBatch &batch)
{
    if (!isUtf8(line))
        return Error {Error::Code::Malformed, "is not UTF-8"};
    if (const ReadProblem problem = JsonReader(line, m_tree).read())
        return Error {Error::Code::Malformed,
                      "is no JSON: " + std::string(problem.words) + " at byte "
                          + std::to_string(problem.at)};
    if (m_tree.values.front().kind != TreeValue::Kind::Object)
        return Error {Error::Code::Malformed, "is no JSON object"};
    const Members members = membersOf(m_tree);
    const bool isWhole = isText(members.tag) && members.time && members.value
        && (!members.quality || isText(members.quality));
    if (!isWhole)
        return Error {Error::Code::Malformed,
                      "has not the members tag (a text), time and value of an export"};
    Result<CellValue> value = jsonValue(*members.value);
    if (!value)
        return value.error();
    const std::string_view quality = members.quality ? members.quality->text : std::string_view();
    if (Outcome set = setQuality(value.value(), quality); !set)
        return set.error();
    const bool isNull = members.value->kind == TreeValue::Kind::Null;
    if (isNull && (quality.empty() || quality == "good"))
        return std::size_t {1};
    const Result<Timestamp> time = timeOf(*members.time);
    if (!time)
        return time.error();
    const Result<TagId> tag = m_finder.find(members.tag->text);
    if (!tag)
        return tag.error();
    appendSample(batch, tag.value(), time.value(), std::move(value).value());
    return std::size_t {0};
}

Result<Timestamp> JsonRows::timeOf(const TreeValue &time)
{
    if (time.kind == TreeValue::Kind::Text)
        return m_time.read({time.text});
    if (time.kind == TreeValue::Kind::Number)
        return timestampFromEpoch(time.number);
    return Error {Error::Code::Malformed, "\"time\" is no time"};
}

} // namespace

Result<std::unique_ptr<ImportRows>> openJsonLines(const ImportOptions &options,
                                                  TagRegistry &registry)
{
    const bool isOfTables = options.isWide || options.delimiter != '\0' || options.decimal != '.'
        || !options.topicTemplate.empty() || !options.time.columns.empty();
    if (isOfTables)
        return Error {Error::Code::WrongUse,
                      "JSON lines have the form of an export: --wide, --delimiter, --decimal, "
                      "--time-columns and --topic-template are for tables"};
    Result<RowTime> time = RowTime::create({"time"}, options.time);
    if (!time)
        return time.error();
    Result<std::unique_ptr<TextLines>> lines = TextLines::open(options.file);
    if (!lines)
        return lines.error();
    return std::unique_ptr<ImportRows>(
        std::make_unique<JsonRows>(std::move(lines).value(), std::move(time).value(), registry));
}

} // namespace telltale
