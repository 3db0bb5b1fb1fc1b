#include "tests/support/faulty_vfs.h"

#include <sqlite3.h>

#include <atomic>
#include <new>

namespace telltale::test {
namespace {

std::atomic<bool> isPlanned = false;
std::atomic<std::int64_t> callsLeft = 0; ///< before the first failure; then below 0
std::atomic<std::int64_t> failingCalls = 0;
std::atomic<std::int64_t> failures = 0;
FaultyVfs::Fault planned = FaultyVfs::Fault::DiskFull;

sqlite3_vfs *realVfs = nullptr;

struct File
{
    sqlite3_file base;
    sqlite3_file *real;
};

sqlite3_file *realOf(sqlite3_file *file)
{
    return reinterpret_cast<File *>(file)->real;
}

enum class Call { Write, Sync, Other };

bool isHit(Call call)
{
    switch (planned) {
    case FaultyVfs::Fault::DiskFull:
    case FaultyVfs::Fault::WriteError:
        return call == Call::Write;
    case FaultyVfs::Fault::SyncError:
        return call == Call::Sync;
    case FaultyVfs::Fault::AnyCall:
        return true;
    }
    return false;
}

bool mustFail(Call call)
{
    if (!isPlanned || !isHit(call))
        return false;
    const std::int64_t left = callsLeft--;
    const bool fails = left <= 0 && left > -failingCalls;
    failures += fails ? 1 : 0;
    return fails;
}

int closeFile(sqlite3_file *file)
{
    return realOf(file)->pMethods->xClose(realOf(file));
}
int readFile(sqlite3_file *file, void *into, int bytes, sqlite3_int64 at)
{
    if (mustFail(Call::Other))
        return SQLITE_IOERR_READ;
    return realOf(file)->pMethods->xRead(realOf(file), into, bytes, at);
}
int writeFile(sqlite3_file *file, const void *from, int bytes, sqlite3_int64 at)
{
    if (mustFail(Call::Write)) {
        // A disk that fills up takes the first half.
        realOf(file)->pMethods->xWrite(realOf(file), from, bytes / 2, at);
        return planned == FaultyVfs::Fault::DiskFull ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    }
    return realOf(file)->pMethods->xWrite(realOf(file), from, bytes, at);
}
int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    if (mustFail(Call::Other))
        return SQLITE_IOERR_TRUNCATE;
    return realOf(file)->pMethods->xTruncate(realOf(file), size);
}
int syncFile(sqlite3_file *file, int flags)
{
    if (mustFail(Call::Sync))
        return SQLITE_IOERR_FSYNC;
    return realOf(file)->pMethods->xSync(realOf(file), flags);
}
int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    if (mustFail(Call::Other))
        return SQLITE_IOERR_FSTAT;
    return realOf(file)->pMethods->xFileSize(realOf(file), size);
}
int lockFile(sqlite3_file *file, int level)
{
    return realOf(file)->pMethods->xLock(realOf(file), level);
}
int unlockFile(sqlite3_file *file, int level)
{
    return realOf(file)->pMethods->xUnlock(realOf(file), level);
}
int checkReserved(sqlite3_file *file, int *answer)
{
    return realOf(file)->pMethods->xCheckReservedLock(realOf(file), answer);
}
int fileControl(sqlite3_file *file, int what, void *argument)
{
    return realOf(file)->pMethods->xFileControl(realOf(file), what, argument);
}
int sectorSize(sqlite3_file *file)
{
    return realOf(file)->pMethods->xSectorSize(realOf(file));
}
int deviceTraits(sqlite3_file *file)
{
    return realOf(file)->pMethods->xDeviceCharacteristics(realOf(file));
}
int mapShared(sqlite3_file *file, int region, int size, int extend, void volatile **memory)
{
    return realOf(file)->pMethods->xShmMap(realOf(file), region, size, extend, memory);
}
int lockShared(sqlite3_file *file, int offset, int count, int flags)
{
    return realOf(file)->pMethods->xShmLock(realOf(file), offset, count, flags);
}
void barrierShared(sqlite3_file *file)
{
    realOf(file)->pMethods->xShmBarrier(realOf(file));
}
int unmapShared(sqlite3_file *file, int remove)
{
    return realOf(file)->pMethods->xShmUnmap(realOf(file), remove);
}

const sqlite3_io_methods kMethods {
    2,          closeFile,     readFile,      writeFile,   truncateFile, syncFile,     fileSize,
    lockFile,   unlockFile,    checkReserved, fileControl, sectorSize,   deviceTraits, mapShared,
    lockShared, barrierShared, unmapShared,   nullptr,     nullptr};

int openFile(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *shim = new (file) File {};
    shim->real = reinterpret_cast<sqlite3_file *>(shim + 1);
    const int status = realVfs->xOpen(realVfs, name, shim->real, flags, outFlags);
    shim->base.pMethods = shim->real->pMethods ? &kMethods : nullptr;
    return status;
}

} // namespace

void FaultyVfs::install()
{
    static sqlite3_vfs shim;
    if (realVfs)
        return;
    realVfs = sqlite3_vfs_find(nullptr);
    shim = *realVfs;
    shim.zName = "faulty";
    shim.pNext = nullptr;
    shim.szOsFile = static_cast<int>(sizeof(File)) + realVfs->szOsFile;
    shim.xOpen = openFile;
    sqlite3_vfs_register(&shim, 1);
}

void FaultyVfs::plan(Fault fault, std::int64_t after, std::int64_t times)
{
    planned = fault;
    callsLeft = after;
    failingCalls = times;
    failures = 0;
    isPlanned = true;
}

void FaultyVfs::heal()
{
    isPlanned = false;
}

std::int64_t FaultyVfs::failed()
{
    return failures;
}

} // namespace telltale::test
