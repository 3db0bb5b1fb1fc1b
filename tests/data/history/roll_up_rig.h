#pragma once

#include "data/history/history_check.h"
#include "tests/data/history/history_model.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace telltale::test {

constexpr TagId kDecimals {0};
constexpr TagId kDoubles {1};
constexpr TagId kTexts {2}; ///< two numbers a minute
constexpr TagId kRare {3};
constexpr std::uint32_t kTags = 4; ///< plant/0 to plant/3
constexpr int kHours = 4; ///< of one sample a second
constexpr int kRareHours = 700; ///< of one an hour
constexpr std::int64_t kNow = 10 * 24 * 3600; ///< the second at which what is dense is old
/// Of one tag, or more: what is written then is a file of its own once it is maintained. Fewer wait
/// for more, and share the file of what comes after them.
constexpr std::int64_t kFileSamples = 400;

/// Since the begin of a day in UTC.
Timestamp second(std::int64_t index);
Sample sampleOf(TagId tag, std::int64_t index);
std::uint32_t countIn(const std::vector<TrendRange::Column> &columns);

/// Samples of one tag.
struct Series
{
    TagId tag;
    std::int64_t from = 0; ///< second
    std::int64_t count = 0;
    std::int64_t apart = 1; ///< seconds
};
/// Each as `change` makes it.
SampleBatchPtr batchOf(
    const Series &series, const std::function<void(Sample &)> &change = [](Sample &) {});

/// A history in a folder of its own whose samples grow old enough to be rolled up.
class RollUpRig
{
public:
    static TimeRange dense() { return {second(0), second(kHours * 3600)}; }
    static TimeRange past() { return {second(0), second(kRareHours * 3600)}; }

    std::string folder() const { return m_folder.path().toStdString(); }
    /// From old to new; the last one is being written.
    std::vector<std::string> files() const;
    TagRegistry &registry() { return *m_registry; }
    HistoryWriter &writer() { return *m_writer; }
    const HistoryModel &model() const { return m_model; }
    /// As a program that starts anew. All of these say whether it went well.
    bool open();
    void close() { m_writer.reset(); }
    bool write(const SampleBatchPtr &batch);
    /// A file that is complete, and one sample of every tag five days after it.
    bool writePast();
    /// One sample, of kNow: it waits in the newest file.
    bool writeNow(TagId tag);
    bool maintain();
    bool retain(const RetentionPolicy &policy, Timestamp now = Timestamp::max());
    /// All that is three days old.
    bool rollUp();

    std::unique_ptr<HistoryReader> reader() const;
    std::vector<TrendRange::Column> columns(TagId tag, TimeRange range, int pixels) const;
    /// The first that is not what the model says; -1: none.
    int wrongColumn(TagId tag, TimeRange range, int pixels) const;
    std::vector<Sample> scanned(TagId tag, TimeRange range) const;
    /// What a check of all files finds.
    std::vector<std::string> damages(HistoryCheck::Counts &counts) const;
    /// Whether the writer has said something of a file that has these words in it.
    bool hasNoted(const std::string &words) const;
    void forgetNotes() { m_notes.clear(); }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<TagRegistry> m_registry;
    std::unique_ptr<HistoryWriter> m_writer;
    HistoryModel m_model;
    std::vector<std::string> m_notes;
    std::uint64_t m_position = 0;
};

} // namespace telltale::test
