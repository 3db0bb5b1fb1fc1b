#include "data/history/side_codec.h"

#include "data/history/byte_stream.h"
#include "data/history/integer_codec.h"

#include <map>
#include <utility>

namespace telltale {
namespace {

void writeSide(ByteWriter &out, const SideValue &value)
{
    out.byte(static_cast<std::uint8_t>(value.index()));
    if (const auto *integer = std::get_if<std::int64_t>(&value))
        out.signedVarint(*integer);
    else if (const auto *natural = std::get_if<std::uint64_t>(&value))
        out.varint(*natural);
    else
        out.text(std::get<std::string>(value));
}

bool readSide(ByteReader &in, SideValue &value)
{
    const std::uint8_t kind = in.byte();
    if (kind > 2)
        return false;
    if (kind == 0)
        value = in.signedVarint();
    else if (kind == 1)
        value = in.varint();
    else
        value = std::string(in.text());
    return in.ok();
}

} // namespace

void writeSides(ByteWriter &out, const std::vector<SampleBatch::Side> &sides)
{
    out.varint(sides.size());
    std::uint32_t previous = 0;
    for (const SampleBatch::Side &side : sides) {
        out.varint(side.index - previous);
        previous = side.index;
        writeSide(out, side.value);
    }
}

bool readSides(ByteReader &in, std::size_t count, std::vector<SampleBatch::Side> &sides)
{
    const std::uint64_t entries = in.varint();
    if (entries > count)
        return false;
    sides.reserve(entries);
    std::uint64_t index = 0;
    for (std::uint64_t i = 0; i < entries; ++i) {
        index += in.varint();
        SideValue value;
        if (!in.ok() || index >= count || !readSide(in, value))
            return false;
        sides.push_back({static_cast<std::uint32_t>(index), std::move(value)});
    }
    return in.ok();
}

void writeSideTable(ByteWriter &out, const std::vector<SampleBatch::Side> &sides)
{
    std::map<SideValue, std::int64_t> numbers;
    std::vector<const SideValue *> table;
    std::vector<std::int64_t> indices;
    std::vector<std::int64_t> entries;
    for (const SampleBatch::Side &side : sides) {
        const auto [place, isNew]
            = numbers.try_emplace(side.value, static_cast<std::int64_t>(table.size()));
        if (isNew)
            table.push_back(&side.value);
        indices.push_back(side.index);
        entries.push_back(place->second);
    }
    out.varint(sides.size());
    if (sides.empty())
        return;
    out.varint(table.size());
    for (const SideValue *value : table)
        writeSide(out, *value);
    writeIntegers(out, indices);
    writeIntegers(out, entries);
}

bool readSideTable(ByteReader &in, std::size_t count, std::vector<SampleBatch::Side> &sides)
{
    const std::uint64_t size = in.varint();
    if (size == 0 || size > count)
        return in.ok() && size == 0;
    const std::uint64_t different = in.varint();
    if (!in.ok() || different == 0 || different > size)
        return false;
    std::vector<SideValue> table(different);
    for (SideValue &value : table) {
        if (!readSide(in, value))
            return false;
    }
    std::vector<std::int64_t> indices;
    std::vector<std::int64_t> entries;
    if (!readIntegers(in, size, indices) || !readIntegers(in, size, entries))
        return false;
    sides.reserve(size);
    for (std::size_t i = 0; i < size; ++i) {
        const auto index = static_cast<std::uint64_t>(indices[i]);
        const auto entry = static_cast<std::uint64_t>(entries[i]);
        const bool rises = i == 0 || indices[i] > indices[i - 1];
        if (index >= count || entry >= different || !rises)
            return false;
        sides.push_back({static_cast<std::uint32_t>(index), table[entry]});
    }
    return true;
}

} // namespace telltale
