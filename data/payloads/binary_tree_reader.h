#pragma once

#include "data/payloads/value_tree.h"

#include <array>

namespace telltale {

/// What binary forms of JSON have in common: items of stated counts within each other, big-endian
/// numbers, one map or array from the first byte to the last.
/// Thread  one. Constant stack, O(size) time.
class BinaryTreeReader
{
public:
    BinaryTreeReader(std::string_view payload, ValueTree &tree)
        : m_payload(payload)
        , m_tree(tree)
    { }
    virtual ~BinaryTreeReader() = default;
    BinaryTreeReader(const BinaryTreeReader &) = delete;
    BinaryTreeReader &operator=(const BinaryTreeReader &) = delete;

    /// Fills the tree; after a problem its content means nothing.
    ReadProblem read();

protected:
    static constexpr std::uint64_t kUntilBreak = ~0ULL;

    /// Reads one scalar with add(), or the head of a container with open().
    virtual bool readItem(std::string_view name) = 0;
    virtual bool readKey(std::string_view &key) = 0;
    /// Takes the mark that ends a container of unstated count, if it is next.
    virtual bool takeBreak() { return false; }

    bool open(TreeValue::Kind kind, std::string_view name, std::uint64_t count,
              bool isHidden = false);
    TreeValue &add(TreeValue::Kind kind, std::string_view name) { return m_tree.add(kind, name); }
    TreeValue &last() { return m_tree.values.back(); }
    void addInteger(std::string_view name, bool isNegative, std::uint64_t magnitude);
    void addNumber(std::string_view name, double number);
    bool addText(std::string_view name, std::string_view text);
    /// A key of this number, in decimal.
    std::string_view decimalKey(bool isNegative, std::uint64_t magnitude);

    std::size_t left() const { return m_payload.size() - m_at; }
    unsigned peek() const { return static_cast<unsigned char>(m_payload[m_at]); }
    bool takeByte(unsigned &byte);
    bool takeNumber(std::size_t bytes, std::uint64_t &number);
    bool takeBytes(std::uint64_t count, std::string_view &bytes);
    /// A string for which valid UTF-8 is promised.
    bool takeText(std::uint64_t count, std::string_view &text);
    std::string &storage() { return m_tree.unescaped; }
    bool fail(const char *words, ReadProblem::Kind kind = ReadProblem::Kind::Malformed);

private:
    struct Container
    {
        std::uint32_t index = 0;
        std::uint64_t left = 0; ///< items or members that are still to come, or kUntilBreak
        bool isHidden = false; ///< read, but no sample
    };

    bool readNext();
    void close();

    const std::string_view m_payload;
    std::size_t m_at = 0;
    ValueTree &m_tree;
    std::array<Container, kMaxTreeDepth> m_open {};
    std::size_t m_depth = 0;
    ReadProblem m_problem;
};

} // namespace telltale
