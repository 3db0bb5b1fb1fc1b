#pragma once

#include "data/sources/raw_journal.h"

#include <QTemporaryDir>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace telltale::test {

constexpr std::uint64_t kSmallSegment = 64U << 10U;

/// A folder of its own with small segments.
struct JournalBench
{
    QTemporaryDir folder;
    RawJournal::Options options;

    JournalBench();
    std::unique_ptr<RawJournal> open() const;
    std::vector<std::string> files() const;
    /// Segment files that hold records, oldest first; the one made ahead is left out.
    std::vector<std::string> usedFiles() const;
};

JournalRecord message(std::string_view payload, std::string_view topic = "plant/pump/flow");
/// A payload that begins with its number.
std::string numbered(std::uint64_t number, std::size_t size = 100);
void appendNumbered(RawJournal &journal, std::uint64_t from, std::uint64_t to,
                    std::size_t size = 100);
/// Numbers as told by the payloads, in order.
std::vector<std::uint64_t> readAll(JournalReader &reader);
/// Of the oldest message still there; 0: none is.
std::uint64_t firstNumber(RawJournal &journal);
std::vector<std::uint64_t> oneTo(std::uint64_t last);
std::optional<Error::Code> codeOf(const Outcome &outcome);
void flipByte(const std::string &path, std::uint64_t offset);
/// Where the record of this number begins in a segment file; 0: it is not there.
std::uint64_t offsetOf(const std::string &path, std::uint64_t number);

} // namespace telltale::test
