#include "data/history/last_store.h"

#include "data/storage/rows.h"

#include <cmath>
#include <cstring>

namespace telltale {
namespace {

constexpr const char *kColumns = "SELECT tag, sealed, time, value, quality, flags, side FROM last";

template <typename T> std::span<const std::uint8_t> bytesOf(const T &value)
{
    return {reinterpret_cast<const std::uint8_t *>(&value), sizeof value};
}

template <typename T> T fromBytes(std::span<const std::uint8_t> bytes)
{
    T value {};
    if (bytes.size() == sizeof value)
        std::memcpy(&value, bytes.data(), sizeof value);
    return value;
}

SideValue sideOf(const Statement &row, int column)
{
    switch (row.type(column)) {
    case Statement::Type::Integer:
        return row.integer(column);
    case Statement::Type::Blob:
        return fromBytes<std::uint64_t>(row.blob(column));
    default:
        return row.text(column);
    }
}

/// Bound bytes must live as long as the statement runs: `value` is the caller's.
void bindSide(Statement &statement, int parameter, const SideValue &value)
{
    if (const auto *integer = std::get_if<std::int64_t>(&value))
        statement.bind(parameter, *integer);
    else if (const auto *natural = std::get_if<std::uint64_t>(&value))
        statement.bindBlob(parameter, bytesOf(*natural));
    else
        statement.bind(parameter, std::string_view(std::get<std::string>(value)));
}

} // namespace

Result<LastStore> LastStore::openForWriting(Database &database)
{
    Result<LastStore> store = openForReading(database);
    if (!store.ok())
        return store;
    const Outcome prepared = database.prepareAll({
        {&store->m_write, "INSERT OR REPLACE INTO last VALUES(?1,?2,?3,?4,?5,?6,?7)"},
        {&store->m_writeSealed, "UPDATE last SET sealed=?2 WHERE tag=?1"},
    });
    if (!prepared.ok())
        return prepared.error();
    return store;
}

Result<LastStore> LastStore::openForReading(Database &database)
{
    LastStore store;
    const std::string columns = kColumns;
    const Outcome prepared = database.prepareAll({
        {&store.m_read, columns + " WHERE tag=?1"},
        {&store.m_readAll, columns},
    });
    if (!prepared.ok())
        return prepared.error();
    return store;
}

Outcome LastStore::write(const Row &row)
{
    const Sample &sample = row.sample;
    m_write.bind(1, std::int64_t {sample.tag.value}).bind(2, row.sealed);
    m_write.bind(3, toMicroseconds(sample.time));
    // SQLite makes NULL of NaN.
    if (std::isnan(sample.value))
        m_write.bindBlob(4, bytesOf(sample.value));
    else
        m_write.bind(4, sample.value);
    m_write.bind(5, std::int64_t {sample.quality.bits}).bind(6, std::int64_t {sample.flags.bits});
    if (sample.flags.hasSide())
        bindSide(m_write, 7, sample.side);
    return m_write.run();
}

Outcome LastStore::writeSealed(TagId tag, std::int64_t sealed)
{
    return m_writeSealed.bind(1, std::int64_t {tag.value}).bind(2, sealed).run();
}

Result<std::optional<LastStore::Row>> LastStore::read(TagId tag)
{
    StatementUse use(m_read);
    const Result<bool> row = use->bind(1, std::int64_t {tag.value}).step();
    if (!row.ok())
        return row.error();
    return row.value() ? std::optional(current(m_read)) : std::nullopt;
}

Outcome LastStore::readAll(const std::function<void(const Row &)> &take)
{
    StatementUse use(m_readAll);
    return forEachRow(m_readAll, [&](const Statement &row) { take(current(row)); });
}

LastStore::Row LastStore::current(const Statement &row) const
{
    Row found;
    found.sample.tag = {static_cast<std::uint32_t>(row.integer(0))};
    found.sealed = row.integer(1);
    found.sample.time = timestampFromMicroseconds(row.integer(2));
    found.sample.value
        = row.type(3) == Statement::Type::Blob ? fromBytes<double>(row.blob(3)) : row.real(3);
    found.sample.quality = {static_cast<std::uint8_t>(row.integer(4))};
    found.sample.flags = {static_cast<std::uint8_t>(row.integer(5))};
    if (found.sample.flags.hasSide())
        found.sample.side = sideOf(row, 6);
    return found;
}

} // namespace telltale
