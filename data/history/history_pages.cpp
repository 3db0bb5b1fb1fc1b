#include "data/history/history_pages.h"

#include "data/history/chunk_codec.h"
#include "data/history/history_schema.h"
#include "data/history/log_codec.h"
#include "data/storage/sqlite_pages.h"

#include <algorithm>
#include <map>

namespace telltale {
namespace {

/// Of files that are written now, of those of before, of packed ones.
constexpr int kPageSizes[] = {kHistoryPageSize, 16'384, kPackedPageSize};
constexpr std::size_t kPackPiece = 4'056; ///< bytes of a row of `pack`, the last aside
constexpr std::size_t kRowsOfTransaction = 20'000;

using Row = SqlitePages::Row;
using Type = SqlitePages::Value::Type;

bool isInteger(const Row &row, std::size_t column)
{
    return row.values[column].type == Type::Integer;
}

bool isIntegerOrNull(const Row &row, std::size_t column)
{
    return isInteger(row, column) || row.values[column].type == Type::Null;
}

bool areIntegers(const Row &row, std::size_t from, std::size_t to)
{
    for (std::size_t column = from; column < to; ++column) {
        if (!isInteger(row, column))
            return false;
    }
    return true;
}

bool isText(const Row &row, std::size_t column)
{
    return row.values[column].type == Type::Text;
}

/// A blob that is damaged belongs to none, or its number might stand for another; of a pack it is
/// one piece, in which other chunks may be whole.
std::string_view insertForBlob(std::span<const std::uint8_t> blob, bool isPacked)
{
    if (decodeLog(blob).ok())
        return "INSERT OR IGNORE INTO log VALUES(?1,?2)";
    if (!isPacked)
        return decodeChunk(blob).ok() ? "INSERT OR IGNORE INTO block VALUES(?1,?2)" : "";
    if (blob.size() == kPackPiece)
        return "INSERT OR REPLACE INTO pack VALUES(?1,?2)";
    return blob.size() < kPackPiece ? "INSERT OR IGNORE INTO pack VALUES(?1,?2)" : "";
}

/// The insert of the table a row is of; empty: of none of ours. The number of a row is its first
/// column where a table has one.
std::string_view insertFor(const Row &row, bool isPacked)
{
    const std::size_t columns = row.values.size();
    if (row.id) {
        if (columns == 2 && row.values[1].type == Type::Blob)
            return insertForBlob(row.values[1].bytes(), isPacked);
        if (columns == 8 && isText(row, 1) && isText(row, 2) && isText(row, 3)
            && areIntegers(row, 6, 8))
            return "INSERT OR IGNORE INTO tag VALUES(?1,?2,?3,?4,?5,?6,?7,?8)";
        if (columns == 7 && areIntegers(row, 1, 3) && areIntegers(row, 4, 6) && !isInteger(row, 3))
            return "INSERT OR IGNORE INTO last VALUES(?1,?2,?3,?4,?5,?6,?7)";
        if ((columns == 7 || columns == 8) && *row.id == 1 && areIntegers(row, 1, 5)
            && isIntegerOrNull(row, 5) && isIntegerOrNull(row, 6))
            return columns == 8 ? "INSERT OR REPLACE INTO state VALUES(?1,?2,?3,?4,?5,?6,?7,?8)"
                                : "INSERT OR REPLACE INTO state VALUES(?1,?2,?3,?4,?5,?6,?7,NULL)";
        return {};
    }
    if (columns == 14 && areIntegers(row, 0, 5) && isInteger(row, 12))
        return "INSERT OR IGNORE INTO chunk VALUES"
               "(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14)";
    if (columns == 13 && areIntegers(row, 0, 5) && isInteger(row, 12))
        return "INSERT OR IGNORE INTO chunk VALUES"
               "(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,NULL)";
    if (columns == 5 && areIntegers(row, 0, 5))
        return "INSERT OR IGNORE INTO gap VALUES(?1,?2,?3,?4,?5)";
    if (columns == 2 && isText(row, 0) && isInteger(row, 1))
        return "INSERT OR IGNORE INTO counter VALUES(?1,?2)";
    return {};
}

void bindValue(Statement &to, int parameter, const SqlitePages::Value &value)
{
    switch (value.type) {
    case Type::Null:
        to.bindNull(parameter);
        break;
    case Type::Integer:
        to.bind(parameter, value.integer);
        break;
    case Type::Real:
        to.bind(parameter, value.real);
        break;
    case Type::Text:
        to.bind(parameter, std::string_view(value.content));
        break;
    case Type::Blob:
        to.bindBlob(parameter, value.bytes());
        break;
    }
}

/// Puts rows into the new file.
class Inserts
{
public:
    Inserts(Database &to, bool isPacked)
        : m_to(to)
        , m_isPacked(isPacked)
    { }

    Outcome take(const Row &row)
    {
        const std::string_view sql = insertFor(row, m_isPacked);
        if (sql.empty())
            return {};
        auto known = m_inserts.find(sql);
        if (known == m_inserts.end()) {
            Result<Statement> insert = m_to.prepare(sql);
            if (!insert.ok())
                return insert.error();
            known = m_inserts.emplace(sql, std::move(insert).value()).first;
        }
        for (std::size_t column = 0; column < row.values.size(); ++column)
            bindValue(known->second, static_cast<int>(column) + 1, row.values[column]);
        if (row.id)
            known->second.bind(1, *row.id);
        if (Outcome inserted = known->second.run(); !inserted.ok())
            return inserted;
        return ++m_rows % kRowsOfTransaction == 0 ? beginNext() : Outcome();
    }
    std::size_t rows() const { return m_rows; }

private:
    Outcome beginNext()
    {
        Outcome done = m_to.commit();
        if (done.ok())
            done = m_to.checkpoint(false);
        return done.ok() ? m_to.begin() : done;
    }

    Database &m_to;
    const bool m_isPacked;
    std::map<std::string_view, Statement> m_inserts;
    std::size_t m_rows = 0;
};

/// Where nothing says how large pages are, they are as large as most rows need them.
Result<int> pageSizeOf(const std::string &path)
{
    if (const std::optional<int> stated = SqlitePages::statedPageSize(path))
        return *stated;
    std::size_t most = 0;
    int best = 0;
    for (const int size : kPageSizes) {
        Result<SqlitePages> pages = SqlitePages::open(path, size);
        if (!pages.ok())
            return pages.error();
        std::size_t rows = 0;
        const Outcome read = pages->forEachRow([&rows, size](const Row &row) -> Outcome {
            rows += insertFor(row, size == kPackedPageSize).empty() ? 0 : 1;
            return {};
        });
        if (!read.ok())
            return read.error();
        best = rows > most ? size : best;
        most = std::max(most, rows);
    }
    if (best == 0)
        return Error {Error::Code::Damaged, path + ": nothing in it is a page of history"};
    return best;
}

} // namespace

Result<std::uint64_t> rebuildFromPages(const std::string &path, const std::string &to)
{
    const Result<int> size = pageSizeOf(path);
    if (!size.ok())
        return size.error();
    Result<SqlitePages> pages = SqlitePages::open(path, size.value());
    if (!pages.ok())
        return pages.error();
    const bool isPacked = size.value() == kPackedPageSize;
    Result<Database> database = isPacked ? createPackedHistory(to) : openHistoryForWriting(to);
    if (!database.ok())
        return database.error();
    Inserts inserts(database.value(), isPacked);
    Outcome done = database->execute("DELETE FROM state");
    if (done.ok())
        done = database->begin();
    if (done.ok())
        done = pages->forEachRow([&inserts](const Row &row) { return inserts.take(row); });
    if (done.ok())
        done = database->commit();
    if (done.ok() && inserts.rows() == 0)
        return Error {Error::Code::Damaged, path + ": nothing in it is a page of history"};
    if (done.ok())
        done = database->checkpoint(true);
    if (!done.ok())
        return done.error();
    return pages->lostPages();
}

} // namespace telltale
