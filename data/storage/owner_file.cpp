#include "data/storage/owner_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace telltale {
namespace {

constexpr off_t kLargest = 1 << 20;

/// Of an open file, so that nobody swaps it in between.
Outcome check(const struct stat &facts)
{
    if (!S_ISREG(facts.st_mode))
        return Error {Error::Code::NotPermitted, "it is no ordinary file"};
    if (facts.st_uid != ::geteuid())
        return Error {Error::Code::NotPermitted, "it belongs to another user"};
    if ((facts.st_mode & 077U) != 0)
        return Error {Error::Code::NotPermitted,
                      "other users may read or change it; run chmod 600 on it"};
    if (facts.st_size > kLargest)
        return Error {Error::Code::LimitExceeded, "it is larger than 1 MiB"};
    return {};
}

Result<std::string> readOpen(int descriptor)
{
    struct stat facts
    { };
    if (::fstat(descriptor, &facts) != 0)
        return Error {Error::Code::DiskError, std::strerror(errno)};
    if (const Outcome fine = check(facts); !fine)
        return fine.error();
    std::string text(static_cast<std::size_t>(facts.st_size), '\0');
    const ssize_t size = ::read(descriptor, text.data(), text.size());
    if (size < 0)
        return Error {Error::Code::DiskError, std::strerror(errno)};
    text.resize(static_cast<std::size_t>(size));
    return text;
}

} // namespace

void wipe(std::string &secret)
{
    volatile char *bytes = secret.data();
    for (std::size_t index = 0; index < secret.size(); ++index)
        bytes[index] = 0;
    secret.clear();
}

Result<std::string> readOwnerFile(const std::string &path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return Error {errno == ENOENT ? Error::Code::NotFound : Error::Code::DiskError,
                      std::strerror(errno)};
    Result<std::string> text = readOpen(descriptor);
    ::close(descriptor);
    return text;
}

} // namespace telltale
