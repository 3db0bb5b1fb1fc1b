#include "data/storage/statement.h"

#include "data/storage/sqlite_error.h"

#include <sqlite3.h>

#include <utility>

namespace telltale {

Statement::~Statement()
{
    sqlite3_finalize(m_handle);
}

Statement::Statement(Statement &&other) noexcept
    : m_handle(std::exchange(other.m_handle, nullptr))
{ }

Statement &Statement::operator=(Statement &&other) noexcept
{
    std::swap(m_handle, other.m_handle);
    return *this;
}

Statement &Statement::bind(int parameter, std::int64_t value)
{
    sqlite3_bind_int64(m_handle, parameter, value);
    return *this;
}

Statement &Statement::bind(int parameter, double value)
{
    sqlite3_bind_double(m_handle, parameter, value);
    return *this;
}

Statement &Statement::bind(int parameter, std::string_view text)
{
    sqlite3_bind_text64(m_handle, parameter, text.data() ? text.data() : "", text.size(),
                        SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

Statement &Statement::bindBlob(int parameter, std::span<const std::uint8_t> bytes)
{
    if (bytes.empty())
        sqlite3_bind_zeroblob(m_handle, parameter, 0);
    else
        sqlite3_bind_blob64(m_handle, parameter, bytes.data(), bytes.size(), SQLITE_STATIC);
    return *this;
}

Statement &Statement::bindNull(int parameter)
{
    sqlite3_bind_null(m_handle, parameter);
    return *this;
}

Result<bool> Statement::step()
{
    const int status = sqlite3_step(m_handle);
    if (status == SQLITE_ROW)
        return true;
    if (status == SQLITE_DONE)
        return false;
    return sqliteError(sqlite3_db_handle(m_handle));
}

Outcome Statement::run()
{
    Result<bool> row = step();
    while (row.ok() && row.value())
        row = step();
    const Outcome done = row.ok() ? Outcome() : Outcome(row.error());
    reset();
    return done;
}

void Statement::reset()
{
    sqlite3_reset(m_handle);
    sqlite3_clear_bindings(m_handle);
}

Statement::Type Statement::type(int column) const
{
    switch (sqlite3_column_type(m_handle, column)) {
    case SQLITE_INTEGER:
        return Type::Integer;
    case SQLITE_FLOAT:
        return Type::Real;
    case SQLITE_TEXT:
        return Type::Text;
    case SQLITE_BLOB:
        return Type::Blob;
    default:
        return Type::Null;
    }
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_handle, column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_handle, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_handle, column);
}

std::string_view Statement::view(int column) const
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_handle, column));
    return text
        ? std::string_view(text, static_cast<std::size_t>(sqlite3_column_bytes(m_handle, column)))
        : std::string_view();
}

std::string Statement::text(int column) const
{
    return std::string(view(column));
}

std::span<const std::uint8_t> Statement::blob(int column) const
{
    const auto *bytes = static_cast<const std::uint8_t *>(sqlite3_column_blob(m_handle, column));
    return {bytes, bytes ? static_cast<std::size_t>(sqlite3_column_bytes(m_handle, column)) : 0U};
}

} // namespace telltale
