#pragma once

#include "data/payloads/value_tree.h"

#include <array>

namespace telltale {

/// Strict JSON (RFC 8259) into a ValueTree, in one pass, constant stack and O(size) time.
/// Own instead of simdjson's parsers because those give up on numbers beyond uint64 or double,
/// lose the sign of -0 and let half a surrogate pass; simdjson's UTF-8 check comes before it.
/// Thread  one. The text must be valid UTF-8 without byte order mark.
class JsonReader
{
public:
    JsonReader(std::string_view text, ValueTree &tree);
    /// Fills the tree; after a problem its content means nothing.
    ReadProblem read();

private:
    bool readValue(std::string_view name);
    bool readNext();
    bool readMember();
    bool readString(std::string_view &text);
    bool readEscape();
    bool readUnicode();
    bool readHex(unsigned &unit);
    bool readWord(std::string_view word, TreeValue::Kind kind, double number,
                  std::string_view name);
    bool readScalarNumber(std::string_view name);
    bool readText(std::string_view name);
    bool open(TreeValue::Kind kind, std::string_view name);
    bool isAtClose(char closing) const { return m_at != m_end && *m_at == closing; }
    void close();
    void skipSpace();
    bool fail(const char *words, ReadProblem::Kind kind = ReadProblem::Kind::Malformed);

    const char *const m_begin;
    const char *m_at;
    const char *const m_end;
    ValueTree &m_tree;
    std::array<std::uint32_t, kMaxTreeDepth> m_open {}; ///< indices of the open containers
    std::size_t m_depth = 0;
    bool m_isFresh = false; ///< the innermost container has just been opened
    ReadProblem m_problem;
};

/// Appends a code point in UTF-8.
void appendUtf8(std::string &text, std::uint32_t codePoint);

} // namespace telltale
