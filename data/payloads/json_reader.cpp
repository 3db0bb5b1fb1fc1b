#include "data/payloads/json_reader.h"

#include "data/payloads/number_text.h"
#include "data/telemetry/payload_remedy.h"

namespace telltale {
namespace {

constexpr bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

constexpr int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

constexpr char simpleEscape(char c)
{
    switch (c) {
    case '"':
    case '\\':
    case '/':
        return c;
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    default:
        return '\0';
    }
}

} // namespace

void appendUtf8(std::string &text, std::uint32_t codePoint)
{
    const auto byte = [&text](std::uint32_t bits) { text.push_back(static_cast<char>(bits)); };
    if (codePoint < 0x80U)
        return byte(codePoint);
    if (codePoint < 0x800U) {
        byte(0xC0U | (codePoint >> 6U));
    } else if (codePoint < 0x10000U) {
        byte(0xE0U | (codePoint >> 12U));
        byte(0x80U | ((codePoint >> 6U) & 0x3FU));
    } else {
        byte(0xF0U | (codePoint >> 18U));
        byte(0x80U | ((codePoint >> 12U) & 0x3FU));
        byte(0x80U | ((codePoint >> 6U) & 0x3FU));
    }
    byte(0x80U | (codePoint & 0x3FU));
}

JsonReader::JsonReader(std::string_view text, ValueTree &tree)
    : m_begin(text.data())
    , m_at(text.data())
    , m_end(text.data() + text.size())
    , m_tree(tree)
{ }

ReadProblem JsonReader::read()
{
    m_tree.clear(static_cast<std::size_t>(m_end - m_begin));
    skipSpace();
    if (!readValue({}))
        return m_problem;
    while (m_depth > 0) {
        if (!readNext())
            return m_problem;
    }
    skipSpace();
    if (m_at != m_end)
        fail("something follows the end of the document");
    return m_problem;
}

bool JsonReader::readValue(std::string_view name)
{
    if (m_at == m_end)
        return fail("it ends where a value should be");
    if (m_tree.values.size() > kMaxTreeValues)
        return fail(PayloadFault::kTooManyMembers, ReadProblem::Kind::Limit);
    switch (*m_at) {
    case '{':
        return open(TreeValue::Kind::Object, name);
    case '[':
        return open(TreeValue::Kind::Array, name);
    case '"':
        return readText(name);
    case 't':
        return readWord("true", TreeValue::Kind::Boolean, 1.0, name);
    case 'f':
        return readWord("false", TreeValue::Kind::Boolean, 0.0, name);
    case 'n':
        return readWord("null", TreeValue::Kind::Null, 0.0, name);
    default:
        return readScalarNumber(name);
    }
}

bool JsonReader::readNext()
{
    const bool isObject = m_tree.values[m_open[m_depth - 1]].kind == TreeValue::Kind::Object;
    skipSpace();
    if (isAtClose(isObject ? '}' : ']')) {
        close();
        return true;
    }
    if (!m_isFresh) {
        if (m_at == m_end || *m_at != ',')
            return fail("a comma or the end of the object or array should be here");
        ++m_at;
        skipSpace();
    }
    m_isFresh = false;
    return isObject ? readMember() : readValue({});
}

bool JsonReader::readMember()
{
    std::string_view name;
    if (m_at == m_end || *m_at != '"')
        return fail("a member name should be here");
    if (!readString(name))
        return false;
    skipSpace();
    if (m_at == m_end || *m_at != ':')
        return fail("a colon should be here");
    ++m_at;
    skipSpace();
    return readValue(name);
}

bool JsonReader::open(TreeValue::Kind kind, std::string_view name)
{
    if (m_depth == kMaxTreeDepth)
        return fail(PayloadFault::kTooDeep, ReadProblem::Kind::Limit);
    ++m_at;
    m_open[m_depth++] = static_cast<std::uint32_t>(m_tree.values.size());
    m_tree.add(kind, name);
    m_isFresh = true;
    return true;
}

void JsonReader::close()
{
    ++m_at;
    m_tree.close(m_open[--m_depth]);
    m_isFresh = false;
}

bool JsonReader::readWord(std::string_view word, TreeValue::Kind kind, double number,
                          std::string_view name)
{
    if (std::string_view(m_at, static_cast<std::size_t>(m_end - m_at)).substr(0, word.size())
        != word)
        return fail("a value should be here");
    m_at += word.size();
    m_tree.add(kind, name).number = number;
    return true;
}

bool JsonReader::readScalarNumber(std::string_view name)
{
    TreeValue &value = m_tree.add(TreeValue::Kind::Number, name);
    const char *const after = readNumber(m_at, m_end, value);
    if (!after)
        return fail("a value should be here");
    value.text = {m_at, static_cast<std::size_t>(after - m_at)};
    m_at = after;
    return true;
}

bool JsonReader::readText(std::string_view name)
{
    std::string_view text;
    if (!readString(text))
        return false;
    if (text.size() > kMaxTextBytes)
        return fail(PayloadFault::kTextTooLong, ReadProblem::Kind::Limit);
    m_tree.add(TreeValue::Kind::Text, name).text = text;
    return true;
}

bool JsonReader::readString(std::string_view &text)
{
    const char *const first = ++m_at;
    const std::size_t start = m_tree.unescaped.size();
    const char *copied = nullptr; ///< what is before it is in `unescaped`; null: nothing is
    for (;;) {
        while (m_at != m_end && *m_at != '"' && *m_at != '\\'
               && static_cast<unsigned char>(*m_at) >= 0x20U)
            ++m_at;
        if (m_at == m_end)
            return fail("it ends within a text");
        if (static_cast<unsigned char>(*m_at) < 0x20U)
            return fail("a control character stands in a text");
        if (static_cast<std::size_t>(m_at - first) > kMaxStringBytes)
            return fail(PayloadFault::kStringTooLong, ReadProblem::Kind::Limit);
        const bool isEnd = *m_at == '"';
        if (copied || !isEnd)
            m_tree.unescaped.append(copied ? copied : first, m_at);
        ++m_at;
        if (isEnd)
            break;
        if (!readEscape())
            return false;
        copied = m_at;
    }
    text = copied ? std::string_view(m_tree.unescaped).substr(start)
                  : std::string_view(first, static_cast<std::size_t>(m_at - 1 - first));
    return true;
}

bool JsonReader::readEscape()
{
    if (m_at == m_end)
        return fail("it ends within a text");
    if (*m_at == 'u')
        return readUnicode();
    const char plain = simpleEscape(*m_at);
    if (plain == '\0')
        return fail("an escape that does not exist");
    m_tree.unescaped.push_back(plain);
    ++m_at;
    return true;
}

bool JsonReader::readUnicode()
{
    unsigned unit = 0;
    if (!readHex(unit))
        return false;
    if (unit < 0xD800U || unit > 0xDFFFU) {
        appendUtf8(m_tree.unescaped, unit);
        return true;
    }
    unsigned low = 0;
    if (unit > 0xDBFFU || m_end - m_at < 2 || *m_at != '\\' || m_at[1] != 'u')
        return fail("half a surrogate pair");
    ++m_at;
    if (!readHex(low))
        return false;
    if (low < 0xDC00U || low > 0xDFFFU)
        return fail("half a surrogate pair");
    appendUtf8(m_tree.unescaped, 0x10000U + ((unit - 0xD800U) << 10U) + (low - 0xDC00U));
    return true;
}

bool JsonReader::readHex(unsigned &unit)
{
    ++m_at; // the u
    for (int i = 0; i < 4; ++i, ++m_at) {
        const int digit = m_at == m_end ? -1 : hexDigit(*m_at);
        if (digit < 0)
            return fail("four hexadecimal digits should be here");
        unit = (unit << 4U) | static_cast<unsigned>(digit);
    }
    return true;
}

void JsonReader::skipSpace()
{
    while (m_at != m_end && isSpace(*m_at))
        ++m_at;
}

bool JsonReader::fail(const char *words, ReadProblem::Kind kind)
{
    m_problem = {kind, static_cast<std::size_t>(m_at - m_begin), words};
    return false;
}

} // namespace telltale
