#include "tests/support/recorded_disk.h"

#include "tests/support/power_cut.h"

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cstdarg>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <vector>

namespace telltale::test {
namespace {

namespace fs = std::filesystem;

using Call = DiskCall;

struct Recording
{
    std::mutex mutex;
    std::string folder;
    std::vector<Call> calls;
    std::map<std::string, std::size_t> names;
    std::map<int, std::size_t> open; ///< by descriptor
    std::size_t files = 0;
    int folderDescriptor = -1;
};

std::atomic<bool> isRecording = false;

Recording &recording()
{
    static Recording one;
    return one;
}

/// Its name in the folder that is recorded; empty: it is not of interest.
std::string nameOf(const char *path)
{
    const std::string &folder = recording().folder;
    const std::string whole(path);
    if (whole.size() <= folder.size() || whole.compare(0, folder.size(), folder) != 0
        || whole[folder.size()] != '/' || whole.ends_with("-shm"))
        return {};
    return whole.substr(folder.size() + 1);
}

void note(Call call)
{
    recording().calls.push_back(std::move(call));
}

void noteOpen(const char *path, int flags, int descriptor, bool existed)
{
    Recording &all = recording();
    if ((flags & O_DIRECTORY) != 0 || path == all.folder) {
        all.folderDescriptor = path == all.folder ? descriptor : all.folderDescriptor;
        return;
    }
    const std::string name = nameOf(path);
    if (name.empty())
        return;
    if (!existed) {
        all.names[name] = all.files++;
        note({Call::Kind::Link, all.names[name], 0, {}, name, {}});
    }
    const auto found = all.names.find(name);
    if (found == all.names.end())
        return;
    all.open[descriptor] = found->second;
    if ((flags & O_TRUNC) != 0)
        note({Call::Kind::Truncate, found->second, 0, {}, {}, {}});
}

int openRecorded(const char *path, int flags, mode_t mode)
{
    const auto really
        = [&] { return static_cast<int>(::syscall(SYS_openat, AT_FDCWD, path, flags, mode)); };
    if (!isRecording)
        return really();
    const std::lock_guard lock(recording().mutex);
    const bool existed = ::syscall(SYS_access, path, F_OK) == 0;
    const int descriptor = really();
    if (descriptor >= 0)
        noteOpen(path, flags, descriptor, existed);
    return descriptor;
}

/// The file behind a descriptor, if it is recorded. The caller holds the mutex.
const std::size_t *fileOf(int descriptor)
{
    const auto found = recording().open.find(descriptor);
    return found == recording().open.end() ? nullptr : &found->second;
}

void noteWrite(int descriptor, const void *bytes, ssize_t size, std::uint64_t at)
{
    const std::size_t *file = fileOf(descriptor);
    if (!file || size <= 0)
        return;
    const auto *first = static_cast<const std::uint8_t *>(bytes);
    note({Call::Kind::Write, *file, at, std::vector<std::uint8_t>(first, first + size), {}, {}});
}

ssize_t writeRecordedAt(int descriptor, const void *bytes, std::size_t size, off_t at)
{
    const auto really = [&] { return ::syscall(SYS_pwrite64, descriptor, bytes, size, at); };
    if (!isRecording)
        return really();
    const std::lock_guard lock(recording().mutex);
    const ssize_t written = really();
    noteWrite(descriptor, bytes, written, static_cast<std::uint64_t>(at));
    return written;
}

ssize_t writeRecorded(int descriptor, const void *bytes, std::size_t size)
{
    const auto really = [&] { return ::syscall(SYS_write, descriptor, bytes, size); };
    if (!isRecording)
        return really();
    const std::lock_guard lock(recording().mutex);
    const auto at = static_cast<std::uint64_t>(::lseek(descriptor, 0, SEEK_CUR));
    const ssize_t written = really();
    noteWrite(descriptor, bytes, written, at);
    return written;
}

int truncateRecorded(int descriptor, off_t size)
{
    const int status = static_cast<int>(::syscall(SYS_ftruncate, descriptor, size));
    if (!isRecording || status != 0)
        return status;
    const std::lock_guard lock(recording().mutex);
    if (const std::size_t *file = fileOf(descriptor))
        note({Call::Kind::Truncate, *file, static_cast<std::uint64_t>(size), {}, {}, {}});
    return status;
}

/// The disk of the test is not asked: what counts is what is written down.
int syncRecorded(int descriptor, long call)
{
    if (!isRecording)
        return static_cast<int>(::syscall(call, descriptor));
    const std::lock_guard lock(recording().mutex);
    if (const std::size_t *file = fileOf(descriptor))
        note({Call::Kind::Sync, *file, 0, {}, {}, {}});
    else if (descriptor == recording().folderDescriptor)
        note({Call::Kind::SyncFolder, 0, 0, {}, {}, {}});
    return 0;
}

int closeRecorded(int descriptor)
{
    if (isRecording) {
        const std::lock_guard lock(recording().mutex);
        recording().open.erase(descriptor);
        if (descriptor == recording().folderDescriptor)
            recording().folderDescriptor = -1;
    }
    return static_cast<int>(::syscall(SYS_close, descriptor));
}

int renameRecorded(const char *from, const char *to)
{
    const int status = static_cast<int>(::syscall(SYS_rename, from, to));
    if (!isRecording || status != 0)
        return status;
    const std::lock_guard lock(recording().mutex);
    Recording &all = recording();
    const auto found = all.names.find(nameOf(from));
    if (found == all.names.end())
        return status;
    const std::size_t file = found->second;
    all.names.erase(found);
    all.names[nameOf(to)] = file;
    note({Call::Kind::Rename, file, 0, {}, nameOf(from), nameOf(to)});
    return status;
}

int unlinkRecorded(const char *path)
{
    const int status = static_cast<int>(::syscall(SYS_unlink, path));
    if (!isRecording || status != 0)
        return status;
    const std::lock_guard lock(recording().mutex);
    if (recording().names.erase(nameOf(path)) > 0)
        note({Call::Kind::Unlink, 0, 0, {}, nameOf(path), {}});
    return status;
}

} // namespace

void RecordedDisk::record(const std::string &folder)
{
    stop();
    Recording &all = recording();
    all.folder = folder;
    all.calls.clear();
    all.names.clear();
    all.open.clear();
    all.files = 0;
    for (const auto &entry : fs::directory_iterator(folder)) {
        const std::string name = nameOf(entry.path().c_str());
        if (name.empty() || !entry.is_regular_file())
            continue;
        std::ifstream in(entry.path(), std::ios::binary);
        all.names[name] = all.files++;
        note({Call::Kind::Link, all.names[name], 0, {}, name, {}});
        note({Call::Kind::Write,
              all.names[name],
              0,
              std::vector<std::uint8_t>(std::istreambuf_iterator<char>(in), {}),
              {},
              {}});
        note({Call::Kind::Sync, all.names[name], 0, {}, {}, {}});
    }
    note({Call::Kind::SyncFolder, 0, 0, {}, {}, {}});
    isRecording = true;
}

void RecordedDisk::stop()
{
    isRecording = false;
}

std::size_t RecordedDisk::calls()
{
    const std::lock_guard lock(recording().mutex);
    return recording().calls.size();
}

bool RecordedDisk::cut(std::size_t at, std::mt19937_64 &random, const std::string &into)
{
    const Recording &all = recording();
    return PowerCut(std::span(all.calls).first(at), all.files, random).writeTo(into);
}

} // namespace telltale::test

// Ours stand before those of the C library.
extern "C" {

int open(const char *path, int flags, ...)
{
    std::va_list rest;
    va_start(rest, flags);
    const mode_t mode = (flags & (O_CREAT | __O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return telltale::test::openRecorded(path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    std::va_list rest;
    va_start(rest, flags);
    const mode_t mode = (flags & (O_CREAT | __O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return telltale::test::openRecorded(path, flags, mode);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t size, off_t at)
{
    return telltale::test::writeRecordedAt(descriptor, bytes, size, at);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off64_t at)
{
    return telltale::test::writeRecordedAt(descriptor, bytes, size, at);
}

ssize_t write(int descriptor, const void *bytes, size_t size)
{
    return telltale::test::writeRecorded(descriptor, bytes, size);
}

int ftruncate(int descriptor, off_t size) noexcept
{
    return telltale::test::truncateRecorded(descriptor, size);
}

int ftruncate64(int descriptor, off64_t size) noexcept
{
    return telltale::test::truncateRecorded(descriptor, size);
}

int fsync(int descriptor)
{
    return telltale::test::syncRecorded(descriptor, SYS_fsync);
}

int fdatasync(int descriptor)
{
    return telltale::test::syncRecorded(descriptor, SYS_fdatasync);
}

int close(int descriptor)
{
    return telltale::test::closeRecorded(descriptor);
}

int rename(const char *from, const char *to) noexcept
{
    return telltale::test::renameRecorded(from, to);
}

int unlink(const char *path) noexcept
{
    return telltale::test::unlinkRecorded(path);
}

int remove(const char *path) noexcept
{
    const int status = telltale::test::unlinkRecorded(path);
    return status == 0 ? status : static_cast<int>(::syscall(SYS_rmdir, path));
}
}
