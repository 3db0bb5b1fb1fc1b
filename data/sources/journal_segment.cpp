#include "data/sources/journal_segment.h"

#include "data/storage/file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

namespace telltale {
namespace {

constexpr std::array<char, 8> kMagic {'T', 'T', 'J', 'R', 'N', 'L', '0', '1'};

/// First bytes of a segment file; the checksum covers what stands before it.
struct FileHeader
{
    std::array<char, 8> magic = kMagic;
    std::uint64_t base = 0;
    std::uint64_t size = 0;
    std::uint32_t checksum = 0;
    std::uint32_t reserved = 0;
};
static_assert(sizeof(FileHeader) <= JournalSegment::kHeaderBytes);

/// First bytes of a record; topic and payload follow. The checksum covers all after itself.
struct RecordHeader
{
    std::uint32_t checksum = 0;
    std::uint32_t size = 0; ///< header, topic and payload; without the padding to kAlignment
    std::int64_t arrival = 0; ///< µs UTC
    std::uint64_t number = 0;
    std::uint16_t topicSize = 0;
    std::uint16_t source = 0;
    std::uint8_t kind = 0;
    std::uint8_t flags = 0;
    std::uint16_t packet = 0;
};
static_assert(sizeof(RecordHeader) == 32);

constexpr std::size_t kUncoveredBytes = sizeof(std::uint32_t);

std::uint64_t aligned(std::uint64_t bytes)
{
    return (bytes + JournalSegment::kAlignment - 1) & ~(JournalSegment::kAlignment - 1);
}

std::uint32_t headerChecksum(const FileHeader &header)
{
    return crc32c(&header, offsetof(FileHeader, checksum));
}

bool isPlausible(const RecordHeader &header, std::uint64_t room)
{
    return header.size >= sizeof(RecordHeader) && header.size <= room
        && header.topicSize <= header.size - sizeof(RecordHeader) && header.kind >= 1
        && header.kind <= static_cast<std::uint8_t>(JournalRecord::Kind::SourceOff);
}

Error diskError(const std::string &path, const char *what, int number)
{
    const bool isFull = number == ENOSPC || number == EDQUOT;
    return {isFull ? Error::Code::DiskFull : Error::Code::DiskError,
            path + ": cannot " + what + ": " + std::strerror(number)};
}

Error damaged(const std::string &path, const char *what)
{
    return {Error::Code::Damaged, path + ": " + what};
}

int allocate(const RawJournal::Options &options, int descriptor, std::uint64_t bytes)
{
    if (options.allocate)
        return options.allocate(descriptor, bytes);
    return ::posix_fallocate(descriptor, 0, static_cast<off_t>(bytes));
}

void syncFolder(const std::string &folder)
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

} // namespace

std::string JournalSegment::pathOf(const std::string &folder, std::uint64_t base)
{
    std::array<char, 32> name {};
    std::snprintf(name.data(), name.size(), "/%016llx.journal",
                  static_cast<unsigned long long>(base));
    return folder + name.data();
}

std::uint64_t JournalSegment::bytesFor(const JournalRecord &record)
{
    return aligned(sizeof(RecordHeader) + record.topic.size() + record.payload.size());
}

Result<std::shared_ptr<JournalSegment>>
JournalSegment::create(const RawJournal::Options &options, std::uint64_t base, std::uint64_t bytes)
{
    const std::string path = pathOf(options.folder, base);
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return diskError(path, "create", errno);
    std::shared_ptr<JournalSegment> segment(new JournalSegment(path, descriptor));
    const int failed = allocate(options, descriptor, bytes);
    if (failed != 0 || !segment->map(bytes)) {
        const Error error = diskError(path, "allocate", failed != 0 ? failed : errno);
        ::unlink(path.c_str());
        return error;
    }
    segment->m_base = base;
    FileHeader header;
    header.base = base;
    header.size = bytes;
    header.checksum = headerChecksum(header);
    std::memcpy(segment->m_bytes, &header, sizeof header);
    syncFolder(options.folder);
    return segment;
}

Result<std::shared_ptr<JournalSegment>> JournalSegment::openExisting(const std::string &path)
{
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
    if (descriptor < 0)
        return diskError(path, "open", errno);
    std::shared_ptr<JournalSegment> segment(new JournalSegment(path, descriptor));
    struct stat file
    { };
    if (::fstat(descriptor, &file) != 0)
        return diskError(path, "examine", errno);
    FileHeader header;
    const ssize_t got = ::pread(descriptor, &header, sizeof header, 0);
    if (got < static_cast<ssize_t>(sizeof header) || header.magic == std::array<char, 8> {})
        return Error {Error::Code::NotFound, path + ": was never finished"};
    if (header.magic != kMagic || header.checksum != headerChecksum(header))
        return damaged(path, "the header is damaged");
    const std::string folder = std::filesystem::path(path).parent_path().string();
    if (pathOf(folder, header.base) != path)
        return damaged(path, "the name does not fit the content");
    if (header.size <= kHeaderBytes || static_cast<std::uint64_t>(file.st_size) < header.size)
        return damaged(path, "the file was cut short");
    if (!segment->map(header.size))
        return diskError(path, "map", errno);
    segment->m_base = header.base;
    return segment;
}

JournalSegment::~JournalSegment()
{
    if (m_bytes)
        ::munmap(m_bytes, m_size);
    ::close(m_descriptor);
}

bool JournalSegment::map(std::uint64_t size)
{
    void *bytes = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, m_descriptor, 0);
    if (bytes == MAP_FAILED)
        return false;
    m_bytes = static_cast<char *>(bytes);
    m_size = size;
    return true;
}

std::optional<JournalSegment::Found> JournalSegment::at(std::uint64_t offset,
                                                        std::uint64_t number) const
{
    if (offset + sizeof(RecordHeader) > m_size)
        return std::nullopt;
    const char *bytes = m_bytes + offset;
    RecordHeader header;
    std::memcpy(&header, bytes, sizeof header);
    if (!isPlausible(header, m_size - offset) || header.number < number)
        return std::nullopt;
    if (crc32c(bytes + kUncoveredBytes, header.size - kUncoveredBytes) != header.checksum)
        return std::nullopt;

    Found found;
    found.offset = offset;
    found.next = offset + aligned(header.size);
    JournalRecord &record = found.record;
    record.kind = static_cast<JournalRecord::Kind>(header.kind);
    record.flags = header.flags;
    record.source = SourceId {header.source};
    record.packet = header.packet;
    record.arrival = timestampFromMicroseconds(header.arrival);
    record.topic = {bytes + sizeof header, header.topicSize};
    record.payload = {bytes + sizeof header + header.topicSize,
                      header.size - sizeof header - header.topicSize};
    record.begin = JournalPosition {m_base + offset};
    record.end = JournalPosition {m_base + found.next};
    record.number = header.number;
    return found;
}

bool JournalSegment::isBlank(std::uint64_t offset) const
{
    const char *bytes = m_bytes + offset;
    const std::uint64_t room = std::min<std::uint64_t>(m_size - offset, sizeof(RecordHeader));
    return std::all_of(bytes, bytes + room, [](char byte) { return byte == 0; });
}

std::optional<JournalSegment::Found> JournalSegment::search(std::uint64_t from, std::uint64_t to,
                                                            std::uint64_t number) const
{
    for (std::uint64_t offset = from; offset < to; offset += kAlignment) {
        if (auto found = at(offset, number))
            return found;
    }
    return std::nullopt;
}

void JournalSegment::write(const JournalRecord &record, std::uint64_t number)
{
    const std::uint64_t offset = m_used.load(std::memory_order_relaxed);
    char *bytes = m_bytes + offset;
    RecordHeader header;
    header.size
        = static_cast<std::uint32_t>(sizeof header + record.topic.size() + record.payload.size());
    header.arrival = toMicroseconds(record.arrival);
    header.number = number;
    header.topicSize = static_cast<std::uint16_t>(record.topic.size());
    header.source = record.source.value;
    header.kind = static_cast<std::uint8_t>(record.kind);
    header.flags = record.flags;
    header.packet = record.packet;
    std::memcpy(bytes, &header, sizeof header);
    if (!record.topic.empty())
        std::memcpy(bytes + sizeof header, record.topic.data(), record.topic.size());
    if (!record.payload.empty())
        std::memcpy(bytes + sizeof header + record.topic.size(), record.payload.data(),
                    record.payload.size());
    header.checksum = crc32c(bytes + kUncoveredBytes, header.size - kUncoveredBytes);
    std::memcpy(bytes, &header.checksum, sizeof header.checksum);
    m_used.store(offset + aligned(header.size), std::memory_order_release);
}

bool JournalSegment::clear(std::uint64_t from, std::uint64_t to)
{
    bool wasDirty = false;
    for (std::uint64_t offset = from; offset < to; ++offset) {
        if (m_bytes[offset] == 0)
            continue;
        m_bytes[offset] = 0;
        wasDirty = true;
    }
    return wasDirty;
}

} // namespace telltale
