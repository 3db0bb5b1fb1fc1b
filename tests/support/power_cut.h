#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <random>
#include <span>
#include <string>
#include <vector>

namespace telltale::test {

/// A change of a folder or of a file in it.
struct DiskCall
{
    enum class Kind { Write, Truncate, Sync, Link, Rename, Unlink, SyncFolder };
    Kind kind = Kind::Write;
    std::size_t file = 0; ///< counted as they were made; a name may lead to several in turn
    std::uint64_t at = 0; ///< or the new size
    std::vector<std::uint8_t> bytes;
    std::string name; ///< without the folder
    std::string newName;
};

/// What the disk may hold when the power goes after some calls. What was synced is there. Of the
/// rest each write may be there, may be missing, or may be there in some of its sectors of 512
/// bytes, later ones without earlier ones; names that were made, moved or removed since the folder
/// was synced keep their order.
class PowerCut
{
public:
    PowerCut(std::span<const DiskCall> calls, std::size_t files, std::mt19937_64 &random);
    /// False: the folder takes no files.
    bool writeTo(const std::string &folder);

private:
    void findSyncs();
    bool isKept();
    void applyName(std::size_t index);
    void applyContent(std::size_t index);
    void writeSectors(const DiskCall &call);
    void write(const DiskCall &call, std::size_t from, std::size_t to);

    std::span<const DiskCall> m_calls;
    std::mt19937_64 &m_random;
    std::vector<std::vector<std::uint8_t>> m_contents;
    std::map<std::string, std::size_t> m_names;
    std::vector<std::size_t> m_sure; ///< calls before it are on the disk, of each file
    std::size_t m_sureNames = 0;
    std::uint64_t m_keptNames = 0; ///< changes of names after those
    std::uint64_t m_chance; ///< of a write that was not synced, in percent
};

} // namespace telltale::test
