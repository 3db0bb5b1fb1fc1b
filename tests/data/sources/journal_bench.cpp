#include "tests/data/sources/journal_bench.h"

#include "data/sources/journal_segment.h"

#include <QTest>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace telltale::test {

JournalBench::JournalBench()
{
    options.folder = folder.filePath(QStringLiteral("journal")).toStdString();
    options.segmentBytes = kSmallSegment;
    options.limitBytes = 64U << 20U;
    options.freeSpaceReserve = 0;
}

std::unique_ptr<RawJournal> JournalBench::open() const
{
    auto journal = RawJournal::open(options);
    if (!journal)
        qFatal("%s", journal.error().detail.c_str());
    return std::move(journal).value();
}

std::vector<std::string> JournalBench::files() const
{
    std::vector<std::string> names;
    for (const auto &entry : std::filesystem::directory_iterator(options.folder))
        names.push_back(entry.path().string());
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<std::string> JournalBench::usedFiles() const
{
    std::vector<std::string> names;
    for (const std::string &name : files()) {
        const auto segment = JournalSegment::openExisting(name);
        if (segment && segment.value()->at(JournalSegment::kHeaderBytes, 0))
            names.push_back(name);
    }
    return names;
}

JournalRecord message(std::string_view payload, std::string_view topic)
{
    JournalRecord record;
    record.arrival = timestampFromMicroseconds(1'790'000'000'000'000);
    record.topic = topic;
    record.payload = payload;
    return record;
}

std::string numbered(std::uint64_t number, std::size_t size)
{
    std::string text = std::to_string(number) + ":";
    text.resize(std::max(size, text.size()), 'x');
    return text;
}

void appendNumbered(RawJournal &journal, std::uint64_t from, std::uint64_t to, std::size_t size)
{
    for (std::uint64_t number = from; number <= to; ++number)
        QVERIFY(journal.append(message(numbered(number, size))).ok());
}

std::vector<std::uint64_t> readAll(JournalReader &reader)
{
    std::vector<std::uint64_t> numbers;
    JournalRecord record;
    while (reader.next(record)) {
        if (record.kind == JournalRecord::Kind::Message)
            numbers.push_back(std::stoull(std::string(record.payload)));
    }
    return numbers;
}

std::uint64_t firstNumber(RawJournal &journal)
{
    JournalRecord record;
    return journal.read({})->next(record) ? record.number : 0;
}

std::vector<std::uint64_t> oneTo(std::uint64_t last)
{
    std::vector<std::uint64_t> numbers(last);
    for (std::uint64_t i = 0; i < last; ++i)
        numbers[i] = i + 1;
    return numbers;
}

std::optional<Error::Code> codeOf(const Outcome &outcome)
{
    return outcome.ok() ? std::nullopt : std::optional(outcome.error().code);
}

void flipByte(const std::string &path, std::uint64_t offset)
{
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekg(static_cast<std::streamoff>(offset));
    const char byte = static_cast<char>(file.get() ^ 0x5A);
    file.seekp(static_cast<std::streamoff>(offset));
    file.put(byte);
}

std::uint64_t offsetOf(const std::string &path, std::uint64_t number)
{
    const auto segment = JournalSegment::openExisting(path);
    const auto found
        = segment.value()->search(JournalSegment::kHeaderBytes, segment.value()->size(), number);
    return found ? found->offset : 0;
}

} // namespace telltale::test
