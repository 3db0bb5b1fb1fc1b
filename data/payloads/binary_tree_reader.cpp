#include "data/payloads/binary_tree_reader.h"

#include "data/telemetry/payload_remedy.h"

#include <simdjson.h>

namespace telltale {

ReadProblem BinaryTreeReader::read()
{
    m_tree.clear(m_payload.size() * 2 + 32); // the longest decimal keys take twice their bytes
    if (!readItem({}))
        return m_problem;
    if (m_depth == 0) {
        fail("it is neither a map nor an array");
        return m_problem;
    }
    while (m_depth > 0) {
        if (!readNext())
            return m_problem;
    }
    if (left() > 0)
        fail("something follows the end");
    return m_problem;
}

bool BinaryTreeReader::readNext()
{
    Container &container = m_open[m_depth - 1];
    if (container.left == 0 || (container.left == kUntilBreak && takeBreak())) {
        close();
        return true;
    }
    if (m_tree.values.size() > kMaxTreeValues)
        return fail(PayloadFault::kTooManyMembers, ReadProblem::Kind::Limit);
    if (container.left != kUntilBreak)
        --container.left;
    std::string_view key;
    if (m_tree.values[container.index].kind == TreeValue::Kind::Object && !readKey(key))
        return false;
    return readItem(key);
}

bool BinaryTreeReader::open(TreeValue::Kind kind, std::string_view name, std::uint64_t count,
                            bool isHidden)
{
    if (m_depth == kMaxTreeDepth)
        return fail(PayloadFault::kTooDeep, ReadProblem::Kind::Limit);
    if (count != kUntilBreak && count > left())
        return fail("it ends before what it announces");
    m_open[m_depth++] = {static_cast<std::uint32_t>(m_tree.values.size()), count, isHidden};
    m_tree.add(kind, name);
    return true;
}

void BinaryTreeReader::close()
{
    const Container &container = m_open[--m_depth];
    m_tree.close(container.index);
    if (container.isHidden)
        m_tree.values[container.index].kind = TreeValue::Kind::Nothing;
}

void BinaryTreeReader::addInteger(std::string_view name, bool isNegative, std::uint64_t magnitude)
{
    add(TreeValue::Kind::Number, name).setInteger(isNegative, magnitude);
}

void BinaryTreeReader::addNumber(std::string_view name, double number)
{
    add(TreeValue::Kind::Number, name).number = number;
}

bool BinaryTreeReader::addText(std::string_view name, std::string_view text)
{
    if (text.size() > kMaxTextBytes)
        return fail(PayloadFault::kTextTooLong, ReadProblem::Kind::Limit);
    add(TreeValue::Kind::Text, name).text = text;
    return true;
}

std::string_view BinaryTreeReader::decimalKey(bool isNegative, std::uint64_t magnitude)
{
    const std::size_t start = storage().size();
    storage().append(isNegative ? "-" : "").append(std::to_string(magnitude));
    return std::string_view(storage()).substr(start);
}

bool BinaryTreeReader::takeByte(unsigned &byte)
{
    if (left() == 0)
        return fail("it ends too early");
    byte = peek();
    ++m_at;
    return true;
}

bool BinaryTreeReader::takeNumber(std::size_t bytes, std::uint64_t &number)
{
    number = 0;
    for (std::size_t i = 0; i < bytes; ++i) {
        unsigned byte = 0;
        if (!takeByte(byte))
            return false;
        number = (number << 8U) | byte;
    }
    return true;
}

bool BinaryTreeReader::takeBytes(std::uint64_t count, std::string_view &bytes)
{
    if (count > left())
        return fail("it ends too early");
    bytes = m_payload.substr(m_at, count);
    m_at += count;
    return true;
}

bool BinaryTreeReader::takeText(std::uint64_t count, std::string_view &text)
{
    if (!takeBytes(count, text))
        return false;
    if (!simdjson::validate_utf8(text.data(), text.size()))
        return fail("a text is not valid UTF-8");
    if (text.size() > kMaxStringBytes)
        return fail(PayloadFault::kStringTooLong, ReadProblem::Kind::Limit);
    return true;
}

bool BinaryTreeReader::fail(const char *words, ReadProblem::Kind kind)
{
    m_problem = {kind, m_at, words};
    return false;
}

} // namespace telltale
