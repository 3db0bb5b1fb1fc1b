#pragma once

#include "data/telemetry/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace telltale {

/// Creates `path` and its parents, mode 0700. An existing folder is fine.
Outcome makeFolder(const std::string &path);

/// Replaces a file durably: temporary file, sync, rename, sync of the folder. Mode 0600.
Outcome writeFileDurably(const std::string &path, std::string_view content);

/// Renames a file that is synced itself, and syncs the folder.
Outcome renameDurably(const std::string &from, const std::string &to);

/// The whole file. Errors NotFound, DiskError, LimitExceeded (larger than `limit`).
Result<std::string> readFile(const std::string &path, std::size_t limit = 64U << 20U);

/// Free bytes a plain user may use on the disk of `path`.
Result<std::uint64_t> freeBytes(const std::string &path);

/// CRC-32C (Castagnoli) of `size` bytes, continuing from `crc` (0 to begin). Uses the processor's
/// instruction where there is one.
std::uint32_t crc32c(const void *bytes, std::size_t size, std::uint32_t crc = 0);

/// Holds a folder for one process: an advisory lock on `folder/owner.lock`, freed by the kernel
/// when the process ends in whatever way. The file tells who holds it ("user@host, process 123").
class FolderLock
{
public:
    /// Errors  Busy, with the owner's words as detail; DiskFull, DiskError: no lock file can be
    ///         made.
    static Result<FolderLock> take(const std::string &folder);
    /// Who holds it now; nobody: nothing. Disturbs no one.
    static std::optional<std::string> ownerOf(const std::string &folder);
    FolderLock(FolderLock &&other) noexcept;
    FolderLock &operator=(FolderLock &&other) noexcept;
    ~FolderLock();

private:
    explicit FolderLock(int descriptor)
        : m_descriptor(descriptor)
    { }
    int m_descriptor = -1;
};

} // namespace telltale
