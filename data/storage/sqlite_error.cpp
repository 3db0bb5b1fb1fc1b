#include "data/storage/sqlite_error.h"

#include <sqlite3.h>

namespace telltale {
namespace {

Error::Code codeOf(int sqlite)
{
    switch (sqlite & 0xFF) {
    case SQLITE_FULL:
        return Error::Code::DiskFull;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
        return Error::Code::DiskError;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return Error::Code::Damaged;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Error::Code::Busy;
    case SQLITE_INTERRUPT:
        return Error::Code::Cancelled;
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return Error::Code::NotPermitted;
    case SQLITE_TOOBIG:
    case SQLITE_NOMEM: // the bytes are right, there is no room for them
        return Error::Code::LimitExceeded;
    default:
        return Error::Code::Internal;
    }
}

} // namespace

Error sqliteError(sqlite3 *handle)
{
    return {codeOf(sqlite3_extended_errcode(handle)), sqlite3_errmsg(handle)};
}

} // namespace telltale
