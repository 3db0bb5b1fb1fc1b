#include "data/storage/database_copy.h"

#include <sqlite3.h>

#include <filesystem>

namespace telltale {
namespace {

constexpr int kPagesAtOnce = 256;

Outcome copyPages(Database &from, Database &target,
                  const std::function<bool(std::uint64_t, std::uint64_t)> &onProgress)
{
    Result<Statement> size = from.prepare("PRAGMA page_size");
    if (!size.ok() || !size->step().ok())
        return Error {Error::Code::Damaged, "cannot be read"};
    const auto pageBytes = static_cast<std::uint64_t>(size->integer(0));
    sqlite3_backup *const copy
        = sqlite3_backup_init(target.handle(), "main", from.handle(), "main");
    if (!copy)
        return target.lastError();
    int status = SQLITE_OK;
    bool goesOn = true;
    while (status == SQLITE_OK && goesOn) {
        status = sqlite3_backup_step(copy, kPagesAtOnce);
        const auto total = static_cast<std::uint64_t>(sqlite3_backup_pagecount(copy));
        const auto left = static_cast<std::uint64_t>(sqlite3_backup_remaining(copy));
        goesOn = onProgress((total - left) * pageBytes, total * pageBytes);
    }
    const int finished = sqlite3_backup_finish(copy);
    if (!goesOn && status != SQLITE_DONE)
        return Error {Error::Code::Cancelled, "stopped"};
    return finished == SQLITE_OK && status == SQLITE_DONE ? Outcome() : target.lastError();
}

} // namespace

Outcome copyDatabase(Database &from, const std::string &to,
                     const std::function<bool(std::uint64_t, std::uint64_t)> &onProgress)
{
    if (std::filesystem::exists(to))
        return Error {Error::Code::Busy, to + ": is there already"};
    Outcome done;
    {
        Result<Database> target = Database::open(to, Database::Mode::Copy);
        done = target.ok() ? copyPages(from, target.value(), onProgress) : target.error();
    }
    if (done.ok())
        return done;
    std::error_code failed;
    std::filesystem::remove(to, failed);
    return Error {done.error().code, to + ": " + done.error().detail};
}

} // namespace telltale
