#include "data/storage/file.h"

#include <fcntl.h>
#include <pwd.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#if defined(__x86_64__)
#include <nmmintrin.h>
#endif

namespace telltale {
namespace {

Error systemError(const std::string &path, const char *what)
{
    const int number = errno;
    Error::Code code = Error::Code::DiskError;
    if (number == ENOENT)
        code = Error::Code::NotFound;
    else if (number == ENOSPC || number == EDQUOT)
        code = Error::Code::DiskFull;
    else if (number == EACCES || number == EPERM)
        code = Error::Code::NotPermitted;
    return {code, path + ": cannot " + what + ": " + std::strerror(number)};
}

class Descriptor
{
public:
    explicit Descriptor(int value)
        : m_value(value)
    { }
    ~Descriptor()
    {
        if (m_value >= 0)
            ::close(m_value);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    int get() const { return m_value; }

private:
    int m_value;
};

bool writeAll(int descriptor, std::string_view content)
{
    while (!content.empty()) {
        const ssize_t written = ::write(descriptor, content.data(), content.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

constexpr std::array<std::uint32_t, 256> makeCrcTable()
{
    std::array<std::uint32_t, 256> table {};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t crc = i;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0x82F63B78U : 0U);
        table[i] = crc;
    }
    return table;
}

std::uint32_t crcPortable(const unsigned char *bytes, std::size_t size, std::uint32_t crc)
{
    static constexpr std::array<std::uint32_t, 256> kTable = makeCrcTable();
    for (std::size_t i = 0; i < size; ++i)
        crc = kTable[(crc ^ bytes[i]) & 0xFFU] ^ (crc >> 8U);
    return crc;
}

#if defined(__x86_64__)
__attribute__((target("sse4.2"))) std::uint32_t crcHardware(const unsigned char *bytes,
                                                            std::size_t size, std::uint32_t crc)
{
    std::uint64_t wide = crc;
    while (size >= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes, 8);
        wide = _mm_crc32_u64(wide, word);
        bytes += 8;
        size -= 8;
    }
    crc = static_cast<std::uint32_t>(wide);
    while (size-- > 0)
        crc = _mm_crc32_u8(crc, *bytes++);
    return crc;
}
#endif

/// A lock of an open file, which other processes can ask for without taking it.
struct flock wholeFile()
{
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    return lock;
}

std::string ownerWords()
{
    std::array<char, 256> host {};
    ::gethostname(host.data(), host.size() - 1);
    const passwd *user = ::getpwuid(::getuid());
    return std::string(user ? user->pw_name : "?") + "@" + host.data() + ", process "
        + std::to_string(::getpid());
}

} // namespace

Outcome makeFolder(const std::string &path)
{
    std::error_code failed;
    const std::filesystem::path folder(path);
    if (std::filesystem::is_directory(folder, failed))
        return {};
    if (folder.has_parent_path() && folder.parent_path() != folder) {
        if (Outcome parent = makeFolder(folder.parent_path().string()); !parent.ok())
            return parent;
    }
    if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST)
        return systemError(path, "create the folder");
    if (!std::filesystem::is_directory(folder, failed))
        return Error {Error::Code::NotPermitted,
                      path + ": is a file, not a folder: name another one, or move it away"};
    return {};
}

Outcome writeFileDurably(const std::string &path, std::string_view content)
{
    const std::string temporary = path + ".new";
    {
        const Descriptor file(
            ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
        if (file.get() < 0)
            return systemError(temporary, "create");
        if (!writeAll(file.get(), content) || ::fsync(file.get()) != 0) {
            const Error error = systemError(temporary, "write");
            ::unlink(temporary.c_str());
            return error;
        }
    }
    return renameDurably(temporary, path);
}

Outcome renameDurably(const std::string &from, const std::string &to)
{
    if (::rename(from.c_str(), to.c_str()) != 0)
        return systemError(to, "replace");
    const std::string folder = std::filesystem::path(to).parent_path().string();
    const Descriptor directory(
        ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (directory.get() < 0 || ::fsync(directory.get()) != 0)
        return systemError(folder, "sync");
    return {};
}

Result<std::string> readFile(const std::string &path, std::size_t limit)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0)
        return systemError(path, "open");
    std::string content;
    std::array<char, 65536> piece {};
    for (;;) {
        const ssize_t got = ::read(file.get(), piece.data(), piece.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemError(path, "read");
        if (got == 0)
            return content;
        content.append(piece.data(), static_cast<std::size_t>(got));
        if (content.size() > limit)
            return Error {Error::Code::LimitExceeded,
                          path + ": larger than " + std::to_string(limit) + " bytes"};
    }
}

Result<std::uint64_t> freeBytes(const std::string &path)
{
    struct statvfs disk
    { };
    if (::statvfs(path.c_str(), &disk) != 0)
        return systemError(path, "ask for free space");
    return static_cast<std::uint64_t>(disk.f_bavail) * disk.f_frsize;
}

std::uint32_t crc32c(const void *bytes, std::size_t size, std::uint32_t crc)
{
    const auto *data = static_cast<const unsigned char *>(bytes);
#if defined(__x86_64__)
    static const bool hasInstruction = __builtin_cpu_supports("sse4.2") != 0;
    if (hasInstruction)
        return ~crcHardware(data, size, ~crc);
#endif
    return ~crcPortable(data, size, ~crc);
}

std::optional<std::string> FolderLock::ownerOf(const std::string &folder)
{
    const std::string path = folder + "/owner.lock";
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return std::nullopt;
    struct flock held = wholeFile();
    const bool isHeld
        = ::fcntl(descriptor, F_OFD_GETLK, &held) == 0 && held.l_type != F_UNLCK; // takes nothing
    ::close(descriptor);
    if (!isHeld)
        return std::nullopt;
    const Result<std::string> owner = readFile(path);
    return owner.ok() && !owner.value().empty() ? owner.value() : "another process";
}

Result<FolderLock> FolderLock::take(const std::string &folder)
{
    const std::string path = folder + "/owner.lock";
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return systemError(path, "open");
    FolderLock lock(descriptor);
    struct flock wanted = wholeFile();
    if (::fcntl(descriptor, F_OFD_SETLK, &wanted) != 0)
        return Error {Error::Code::Busy, ownerOf(folder).value_or("another process")};
    // A full disk must not keep anybody from starting: then the lock holds without a name.
    if (::ftruncate(descriptor, 0) == 0)
        writeAll(descriptor, ownerWords());
    return lock;
}

FolderLock::FolderLock(FolderLock &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{ }

FolderLock &FolderLock::operator=(FolderLock &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

FolderLock::~FolderLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace telltale
