#include "data/storage/disk_reserve.h"

#include "data/storage/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

namespace telltale {

DiskReserve::DiskReserve(const std::string &folder)
    : m_path(folder + "/reserve")
{
    struct stat file
    { };
    m_isKept = ::stat(m_path.c_str(), &file) == 0
        && static_cast<std::uint64_t>(file.st_blocks) * 512 >= kBytes;
}

void DiskReserve::keep()
{
    if (m_isKept)
        return;
    const std::string folder = std::filesystem::path(m_path).parent_path().string();
    const Result<std::uint64_t> free = freeBytes(folder);
    if (!free.ok() || free.value() < kBytes + kLeftFree)
        return;
    const int descriptor = ::open(m_path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return;
    m_isKept = ::posix_fallocate(descriptor, 0, static_cast<off_t>(kBytes)) == 0;
    ::close(descriptor);
    if (!m_isKept)
        ::unlink(m_path.c_str());
}

bool DiskReserve::release()
{
    m_isKept = false;
    return ::unlink(m_path.c_str()) == 0;
}

bool isDiskTrouble(const Error &error)
{
    return error.code == Error::Code::DiskFull || error.code == Error::Code::DiskError;
}

} // namespace telltale
