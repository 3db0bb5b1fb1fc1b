#include "data/storage/sqlite_pages.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <filesystem>
#include <utility>

namespace telltale {
namespace {

constexpr std::string_view kMagic {"SQLite format 3\0", 16};
constexpr std::size_t kFileHeader = 100;
constexpr std::uint64_t kMostPayload = std::uint64_t {1} << 30U;
constexpr std::uint64_t kMostColumns = 64; ///< no table of ours has more
constexpr std::uint64_t kLockByte = std::uint64_t {1} << 30U;
enum Kind : std::uint8_t { kIndexInner = 2, kTableInner = 5, kIndexLeaf = 10, kTableLeaf = 13 };

bool isOfTree(std::uint8_t kind)
{
    return kind == kIndexInner || kind == kTableInner || kind == kIndexLeaf || kind == kTableLeaf;
}

std::uint64_t number(std::span<const std::uint8_t> bytes, std::size_t at, std::size_t size)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
        value = (value << 8U) | bytes[at + i];
    return value;
}

/// Moves `at` behind it; none if it goes beyond the end.
std::optional<std::uint64_t> varint(std::span<const std::uint8_t> bytes, std::size_t &at)
{
    std::uint64_t value = 0;
    for (int i = 0; i < 9; ++i) {
        if (at >= bytes.size())
            return std::nullopt;
        const std::uint8_t byte = bytes[at++];
        if (i == 8)
            return (value << 8U) | byte;
        value = (value << 7U) | (byte & 0x7fU);
        if ((byte & 0x80U) == 0)
            return value;
    }
    return std::nullopt;
}

/// Bytes of a value by its serial type; none for one that does not exist.
std::optional<std::size_t> sizeOf(std::uint64_t type)
{
    constexpr std::size_t kSizes[] = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0};
    if (type < 10)
        return kSizes[type];
    if (type < 12 || type > 2 * kMostPayload)
        return std::nullopt;
    return static_cast<std::size_t>((type - 12) / 2);
}

SqlitePages::Value valueOf(std::uint64_t type, std::span<const std::uint8_t> bytes)
{
    using Type = SqlitePages::Value::Type;
    SqlitePages::Value value;
    if (type == 0)
        return value;
    if (type == 7) {
        value.type = Type::Real;
        value.real = std::bit_cast<double>(number(bytes, 0, bytes.size()));
    } else if (type < 10) {
        value.type = Type::Integer;
        if (type >= 8) {
            value.integer = static_cast<std::int64_t>(type - 8);
        } else {
            const auto unused = static_cast<unsigned>(64 - 8 * bytes.size());
            value.integer
                = static_cast<std::int64_t>(number(bytes, 0, bytes.size()) << unused) >> unused;
        }
    } else {
        value.type = type % 2 == 0 ? Type::Blob : Type::Text;
        value.content.assign(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    }
    return value;
}

/// False: it is no record.
bool readRecord(std::span<const std::uint8_t> payload, std::vector<SqlitePages::Value> &values)
{
    values.clear();
    std::size_t at = 0;
    const std::optional<std::uint64_t> header = varint(payload, at);
    if (!header || *header > payload.size())
        return false;
    std::size_t body = static_cast<std::size_t>(*header);
    while (at < *header) {
        const std::optional<std::uint64_t> type = varint(payload, at);
        const std::optional<std::size_t> size = type ? sizeOf(*type) : std::nullopt;
        if (!size || *size > payload.size() - body || values.size() == kMostColumns)
            return false;
        values.push_back(valueOf(*type, payload.subspan(body, *size)));
        body += *size;
    }
    return at == *header && body == payload.size();
}

} // namespace

std::optional<int> SqlitePages::statedPageSize(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    std::uint8_t header[kFileHeader];
    if (!file.read(reinterpret_cast<char *>(header), sizeof header)
        || std::memcmp(header, kMagic.data(), kMagic.size()) != 0)
        return std::nullopt;
    const int size = static_cast<int>(number(header, 16, 2));
    const bool isOne = size >= 512 && std::has_single_bit(static_cast<unsigned>(size));
    return isOne ? std::optional(size) : std::nullopt;
}

Result<SqlitePages> SqlitePages::open(const std::string &path, int pageSize)
{
    std::ifstream file(path, std::ios::binary);
    std::error_code failed;
    const std::uintmax_t bytes = std::filesystem::file_size(path, failed);
    if (!file || failed)
        return Error {Error::Code::DiskError, path + ": cannot be read"};
    SqlitePages pages(std::move(file), static_cast<std::uint32_t>(bytes / pageSize), pageSize);
    pages.readHeader();
    return pages;
}

SqlitePages::SqlitePages(std::ifstream file, std::uint32_t pages, int pageSize)
    : m_file(std::move(file))
    , m_pages(pages)
    , m_pageSize(static_cast<std::size_t>(pageSize))
{ }

bool SqlitePages::read(std::uint32_t page, Bytes &bytes)
{
    if (page == 0 || page > m_pages)
        return false;
    bytes.resize(m_pageSize);
    m_file.clear();
    m_file.seekg(static_cast<std::streamoff>((page - 1) * std::uint64_t {m_pageSize}));
    return static_cast<bool>(m_file.read(reinterpret_cast<char *>(bytes.data()),
                                         static_cast<std::streamsize>(bytes.size())));
}

/// Without a header page 2 shows whether there are pages of pointers.
void SqlitePages::readHeader()
{
    m_isKnown.assign(std::size_t {m_pages} + 1, false);
    Bytes page;
    if (read(1, page) && std::memcmp(page.data(), kMagic.data(), kMagic.size()) == 0) {
        m_stated = static_cast<std::uint32_t>(number(page, 28, 4));
        m_hasPointers = number(page, 52, 4) != 0;
        listFreePages(static_cast<std::uint32_t>(number(page, 32, 4)));
    } else if (read(2, page)) {
        m_hasPointers = !isOfTree(page[0]);
    }
}

/// A chain of pages that name others.
void SqlitePages::listFreePages(std::uint32_t trunk)
{
    Bytes page;
    while (trunk != 0 && !m_free.contains(trunk) && read(trunk, page)) {
        m_free.insert(trunk);
        const std::uint64_t leaves = number(page, 4, 4);
        for (std::size_t i = 0; i < leaves && 12 + 4 * i <= page.size(); ++i)
            m_free.insert(static_cast<std::uint32_t>(number(page, 8 + 4 * i, 4)));
        trunk = static_cast<std::uint32_t>(number(page, 0, 4));
    }
}

/// Each stands before the pages it tells of.
bool SqlitePages::isOfPointers(std::uint32_t page) const
{
    const std::size_t told = m_pageSize / 5 + 1;
    return m_hasPointers && page >= 2 && (page - 2) % told == 0;
}

std::uint64_t SqlitePages::lostPages() const
{
    const auto locked = static_cast<std::uint32_t>(kLockByte / m_pageSize + 1); // never used
    std::uint64_t lost = m_stated > m_pages ? m_stated - m_pages : 0;
    for (std::uint32_t page = 2; page <= m_pages; ++page) { // the first has no rows of ours
        const bool isExplained
            = m_isKnown[page] || m_free.contains(page) || isOfPointers(page) || page == locked;
        lost += isExplained ? 0 : 1;
    }
    return lost;
}

Outcome SqlitePages::forEachRow(const std::function<Outcome(const Row &)> &take)
{
    for (std::uint32_t page = 1; page <= m_pages; ++page) {
        if (m_free.contains(page) || !read(page, m_page))
            continue;
        if (Outcome taken = readPage(page, take); !taken.ok())
            return taken;
    }
    return {};
}

Outcome SqlitePages::readPage(std::uint32_t page, const std::function<Outcome(const Row &)> &take)
{
    const std::size_t begin = page == 1 ? kFileHeader : 0;
    const std::uint8_t kind = m_page[begin];
    m_isKnown[page] = m_isKnown[page] || isOfTree(kind);
    if (!isOfTree(kind) || kind == kTableInner)
        return {};
    const std::size_t cells = begin + (kind == kIndexInner ? 12 : 8);
    const std::uint64_t count = number(m_page, begin + 3, 2);
    Row row;
    for (std::size_t i = 0; i < count && cells + 2 * i + 2 <= m_page.size(); ++i) {
        if (!readCell(static_cast<std::size_t>(number(m_page, cells + 2 * i, 2)), kind, row))
            continue;
        if (Outcome taken = take(row); !taken.ok())
            return taken;
    }
    return {};
}

bool SqlitePages::readCell(std::size_t at, std::uint8_t kind, Row &row)
{
    at += kind == kIndexInner ? 4 : 0; // the page of what comes before
    const std::optional<std::uint64_t> size = varint(m_page, at);
    row.id.reset();
    if (size && kind == kTableLeaf) {
        const std::optional<std::uint64_t> id = varint(m_page, at);
        if (!id)
            return false;
        row.id = static_cast<std::int64_t>(*id);
    }
    return size && gather(*size, at, kind == kTableLeaf) && readRecord(m_payload, row.values);
}

/// What does not fit beside the other rows follows on pages of its own.
bool SqlitePages::gather(std::uint64_t size, std::size_t at, bool isTable)
{
    const std::uint64_t usable = m_pageSize;
    const std::uint64_t most = isTable ? usable - 35 : (usable - 12) * 64 / 255 - 23;
    const std::uint64_t least = (usable - 12) * 32 / 255 - 23;
    if (size > kMostPayload || size > std::uint64_t {m_pages} * usable)
        return false;
    std::uint64_t here = size;
    if (size > most) {
        here = least + (size - least) % (usable - 4);
        here = here > most ? least : here;
    }
    if (at + here + (here < size ? 4 : 0) > m_page.size())
        return false;
    const auto begin = m_page.begin() + static_cast<std::ptrdiff_t>(at);
    m_payload.assign(begin, begin + static_cast<std::ptrdiff_t>(here));
    std::uint32_t next = here < size ? static_cast<std::uint32_t>(number(m_page, at + here, 4)) : 0;
    while (m_payload.size() < size) {
        if (!read(next, m_overflow))
            return false;
        m_isKnown[next] = true;
        const std::uint64_t part = std::min<std::uint64_t>(size - m_payload.size(), usable - 4);
        m_payload.insert(m_payload.end(), m_overflow.begin() + 4,
                         m_overflow.begin() + 4 + static_cast<std::ptrdiff_t>(part));
        next = static_cast<std::uint32_t>(number(m_overflow, 0, 4));
    }
    return true;
}

} // namespace telltale
