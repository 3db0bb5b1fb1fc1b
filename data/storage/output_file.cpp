#include "data/storage/output_file.h"

#include "data/storage/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>
#include <utility>

namespace telltale {
namespace {

constexpr int kMostLinks = 40; ///< as the kernel follows

std::string folderOf(const std::string &path)
{
    const std::string folder = std::filesystem::path(path).parent_path().string();
    return folder.empty() ? "." : folder;
}

/// Where a chain of symbolic links ends, whether something is there or not; nothing: it is a ring.
std::optional<std::string> endOfLinks(std::filesystem::path path)
{
    std::error_code failed;
    for (int links = 0; links < kMostLinks; ++links) {
        if (!std::filesystem::is_symlink(path, failed))
            return path.string();
        const std::filesystem::path next = std::filesystem::read_symlink(path, failed);
        path = next.is_absolute() ? next : path.parent_path() / next;
    }
    return std::nullopt;
}

/// What to do about a number of errno.
const char *remedyFor(int number)
{
    switch (number) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return "make room there, or write to another disk";
    case EACCES:
    case EPERM:
    case EROFS:
        return "write to a folder that is yours";
    case ENOENT:
    case ENOTDIR:
        return "the folder must be there: make it, or correct the path";
    case EISDIR:
        return "give the name of a file in it";
    case EPIPE:
        return "whoever reads it ended before all was written";
    default:
        return "check the disk, or write to another one";
    }
}

Error::Code codeFor(int number)
{
    switch (number) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return Error::Code::DiskFull;
    case EACCES:
    case EPERM:
    case EROFS:
        return Error::Code::NotPermitted;
    case ENOENT:
    case ENOTDIR:
        return Error::Code::NotFound;
    default:
        return Error::Code::DiskError;
    }
}

Error errorOf(const std::string &path, int number, const char *consequence)
{
    return {codeFor(number),
            path + ": cannot be written (" + std::strerror(number) + "): " + remedyFor(number)
                + consequence};
}

} // namespace

OutputFile::OutputFile(std::string path, int descriptor)
    : m_path(std::move(path))
    , m_descriptor(descriptor)
{ }

OutputFile::OutputFile(OutputFile &&other) noexcept
    : m_path(std::move(other.m_path))
    , m_target(std::move(other.m_target))
    , m_temporary(std::exchange(other.m_temporary, {}))
    , m_descriptor(std::exchange(other.m_descriptor, -1))
{ }

OutputFile::~OutputFile()
{
    if (!m_temporary.empty())
        ::unlink(m_temporary.c_str());
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<OutputFile> OutputFile::open(const std::string &path)
{
    if (path == "-")
        return OutputFile("standard output", ::dup(STDOUT_FILENO));
    struct stat there = {};
    const bool exists = ::stat(path.c_str(), &there) == 0;
    if (exists && !S_ISREG(there.st_mode)) {
        OutputFile stream(path, ::open(path.c_str(), O_WRONLY | O_CLOEXEC));
        if (stream.m_descriptor < 0)
            return errorOf(path, errno, "");
        return stream;
    }
    const std::optional<std::string> target = endOfLinks(path);
    if (!target)
        return errorOf(path, ELOOP, "");
    OutputFile file(path, -1);
    const unsigned mode = exists ? there.st_mode & 0777U : 0666U;
    if (const Outcome begun = file.beginFile(*target, mode); !begun.ok())
        return begun.error();
    if (exists && ::fchmod(file.m_descriptor, mode) != 0)
        return errorOf(path, errno, "");
    return file;
}

/// Without a name where the disk can do that: then nothing is left even after a kill.
Outcome OutputFile::beginFile(const std::string &target, unsigned mode)
{
    m_target = target;
    m_descriptor = ::open(folderOf(target).c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, mode);
    if (m_descriptor >= 0)
        return {};
    if (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL)
        return errorOf(m_path, errno, "");
    std::string name = folderOf(target) + "/.telltale-XXXXXX";
    m_descriptor = ::mkostemp(name.data(), O_CLOEXEC);
    if (m_descriptor < 0)
        return errorOf(m_path, errno, "");
    m_temporary = std::move(name);
    return {};
}

Outcome OutputFile::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(m_descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return failure();
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Outcome OutputFile::finish()
{
    if (isStream())
        return {};
    if (::fsync(m_descriptor) != 0)
        return failure();
    if (m_temporary.empty()) {
        if (const Outcome named = takeName(); !named.ok())
            return named;
    }
    const Outcome renamed = renameDurably(m_temporary, m_target);
    if (renamed.ok())
        m_temporary.clear();
    return renamed;
}

/// A name in the folder, to be renamed: linking alone cannot replace what is there.
Outcome OutputFile::takeName()
{
    const std::string handle = "/proc/self/fd/" + std::to_string(m_descriptor);
    const std::string name = folderOf(m_target) + "/.telltale-" + std::to_string(::getpid()) + "-"
        + std::to_string(m_descriptor);
    ::unlink(name.c_str()); // of an earlier process with this number
    if (::linkat(AT_FDCWD, handle.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) != 0)
        return failure();
    m_temporary = name;
    return {};
}

Error OutputFile::failure() const
{
    const int number = errno;
    return errorOf(m_path, number,
                   isStream() ? "; what was written so far is not complete"
                              : "; nothing was written there");
}

} // namespace telltale
