#pragma once

#include "data/telemetry/result.h"

#include <cstdint>
#include <fstream>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

namespace telltale {

/// Rows of an SQLite file page by page, whatever leads to them: for a file that is damaged. Of each
/// page of a b-tree all rows that hold together come, in no order; pages that the header lists as
/// free are left out.
/// Thread  one.
/// Source  https://www.sqlite.org/fileformat2.html
class SqlitePages
{
public:
    struct Value
    {
        enum class Type { Null, Integer, Real, Text, Blob };
        Type type = Type::Null;
        std::int64_t integer = 0;
        double real = 0.0;
        std::string content; ///< of a text or blob
        std::span<const std::uint8_t> bytes() const
        {
            return {reinterpret_cast<const std::uint8_t *>(content.data()), content.size()};
        }
    };
    struct Row
    {
        std::optional<std::int64_t> id; ///< of a table with numbered rows
        std::vector<Value> values; ///< column of the number: null
    };

    /// What the header says, if there is one.
    static std::optional<int> statedPageSize(const std::string &path);
    static Result<SqlitePages> open(const std::string &path, int pageSize);

    /// A failure of `take` ends it.
    Outcome forEachRow(const std::function<Outcome(const Row &)> &take);
    /// Pages that hold nothing known, or are not there, so that rows may be lost of which nobody
    /// knows: once forEachRow() went through.
    std::uint64_t lostPages() const;

private:
    using Bytes = std::vector<std::uint8_t>;
    SqlitePages(std::ifstream file, std::uint32_t pages, int pageSize);
    bool read(std::uint32_t page, Bytes &bytes);
    void readHeader();
    void listFreePages(std::uint32_t trunk);
    bool isOfPointers(std::uint32_t page) const;
    Outcome readPage(std::uint32_t page, const std::function<Outcome(const Row &)> &take);
    bool readCell(std::size_t at, std::uint8_t kind, Row &row);
    bool gather(std::uint64_t size, std::size_t at, bool isTable);

    std::ifstream m_file;
    std::uint32_t m_pages = 0;
    std::size_t m_pageSize = 0;
    std::uint32_t m_stated = 0; ///< pages as the header says
    bool m_hasPointers = false; ///< pages that say who needs which
    std::unordered_set<std::uint32_t> m_free;
    std::vector<bool> m_isKnown; ///< pages by number
    Bytes m_page; ///< at hand
    Bytes m_overflow;
    Bytes m_payload; ///< of a row
};

} // namespace telltale
