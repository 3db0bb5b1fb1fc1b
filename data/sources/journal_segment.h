#pragma once

#include "data/sources/raw_journal.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace telltale {

/// One mapped file of the raw journal: a header of kHeaderBytes, then records, then zeros.
/// Shape   every offset is in bytes from the start of the file, a multiple of kAlignment.
/// Thread  write(), seal(): one at a time (the journal's append lock); reading: any. A reader that
///         saw used() sees every record before it whole.
class JournalSegment
{
public:
    static constexpr std::uint64_t kHeaderBytes = 64;
    static constexpr std::uint64_t kAlignment = 8;
    /// No record in flight reaches further beyond the end than this.
    static constexpr std::uint64_t kTearWindow = 2U << 20U;

    struct Found
    {
        JournalRecord record;
        std::uint64_t offset = 0;
        std::uint64_t next = 0;
    };

    /// Makes the file with all its blocks, so that a full disk shows here and not as a signal.
    static Result<std::shared_ptr<JournalSegment>> create(const RawJournal::Options &options,
                                                          std::uint64_t base, std::uint64_t bytes);
    /// Errors  Damaged: header, name or length do not hold; NotFound: a file never finished.
    static Result<std::shared_ptr<JournalSegment>> openExisting(const std::string &path);
    ~JournalSegment();
    JournalSegment(const JournalSegment &) = delete;
    JournalSegment &operator=(const JournalSegment &) = delete;

    /// `<folder>/<base, 16 hex digits>.journal`.
    static std::string pathOf(const std::string &folder, std::uint64_t base);
    static std::uint64_t bytesFor(const JournalRecord &record);

    const std::string &path() const { return m_path; }
    int descriptor() const { return m_descriptor; }
    std::uint64_t base() const { return m_base; }
    std::uint64_t size() const { return m_size; }
    std::uint64_t end() const { return m_base + m_size; }
    std::uint64_t used() const { return m_used.load(std::memory_order_acquire); }
    bool isSealed() const { return m_sealed.load(std::memory_order_acquire); }
    bool isEmpty() const { return used() == kHeaderBytes; }
    bool fits(std::uint64_t bytes) const { return bytes <= m_size - used(); }

    /// The record at `offset` if one lies there whole, its number not below `number`.
    std::optional<Found> at(std::uint64_t offset, std::uint64_t number) const;
    /// Nothing was ever written at `offset`.
    bool isBlank(std::uint64_t offset) const;
    /// The first whole record in [from, to) with a number not below `number`.
    std::optional<Found> search(std::uint64_t from, std::uint64_t to, std::uint64_t number) const;

    void write(const JournalRecord &record, std::uint64_t number);
    void setUsed(std::uint64_t used) { m_used.store(used, std::memory_order_release); }
    /// False once any sync of this file failed. From one thread at a time.
    bool noteSync(bool ok) { return m_isTrusted = m_isTrusted && ok; }
    void seal() { m_sealed.store(true, std::memory_order_release); }
    /// Makes the bytes in [from, to) zero again; false if they were already.
    bool clear(std::uint64_t from, std::uint64_t to);

private:
    JournalSegment(std::string path, int descriptor)
        : m_path(std::move(path))
        , m_descriptor(descriptor)
    { }
    bool map(std::uint64_t size);

    std::string m_path;
    int m_descriptor = -1;
    char *m_bytes = nullptr;
    std::uint64_t m_base = 0;
    std::uint64_t m_size = 0;
    std::atomic<std::uint64_t> m_used {kHeaderBytes};
    std::atomic<bool> m_sealed {false};
    bool m_isTrusted = true;
};

} // namespace telltale
