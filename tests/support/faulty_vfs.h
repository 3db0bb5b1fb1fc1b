#pragma once

#include <cstdint>

namespace telltale::test {

/// Stands between SQLite and the disk of this process and makes calls fail on demand: full disks
/// and broken ones without touching a file mode.
/// Thread  install() before the first database is opened; plans are set while no call runs.
class FaultyVfs
{
public:
    /// AnyCall: reads, writes, syncs and all else that may fail on a file.
    enum class Fault { DiskFull, WriteError, SyncError, AnyCall };

    /// Becomes the default VFS of the process.
    static void install();
    static constexpr std::int64_t kForEver = INT64_MAX / 2;
    /// Of the calls that the fault can hit, `times` fail, the first of them number `after` (from
    /// 0).
    static void plan(Fault fault, std::int64_t after, std::int64_t times);
    static void heal();
    /// Calls that failed since plan().
    static std::int64_t failed();
};

} // namespace telltale::test
