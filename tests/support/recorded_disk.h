#pragma once

#include <cstddef>
#include <random>
#include <string>

namespace telltale::test {

/// Writes down what this process does to the files of a folder, and makes of it what the disk may
/// hold after a power cut (see PowerCut). A program that links this has its calls to open(),
/// write() and so on here; SQLite's too. Files that are mapped, and -shm files, are left out.
/// Thread  any; the other calls one at a time.
class RecordedDisk
{
public:
    /// Begins with what `folder` has, as calls that made it.
    static void record(const std::string &folder);
    static void stop();
    /// Calls written down so far.
    static std::size_t calls();
    /// Fills the empty folder `into` with what may be left if the power goes before call `at`.
    static bool cut(std::size_t at, std::mt19937_64 &random, const std::string &into);
};

} // namespace telltale::test
