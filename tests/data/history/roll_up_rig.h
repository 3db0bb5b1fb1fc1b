#pragma once

#include "data/history/history_check.h"
#include "tests/data/history/history_model.h"

#include <memory>
#include <string>
#include <vector>

namespace telltale::test {

/// A history in a folder whose samples grow old enough to be rolled up.
class RollUpRig
{
public:
    static constexpr TagId kDecimals {0};
    static constexpr TagId kDoubles {1};
    static constexpr TagId kTexts {2}; ///< two numbers a minute
    static constexpr TagId kRare {3};
    static constexpr std::uint32_t kTags = 4; ///< plant/0 to plant/3
    static constexpr int kHours = 4; ///< of one sample a second
    static constexpr int kRareHours = 700; ///< of one an hour

    /// Since the begin of a day in UTC.
    static Timestamp second(std::int64_t index);
    static TimeRange dense() { return {second(0), second(kHours * 3600)}; }
    static TimeRange past() { return {second(0), second(kRareHours * 3600)}; }
    static Sample sampleOf(TagId tag, std::int64_t index);
    static std::uint32_t countIn(const std::vector<TrendRange::Column> &columns);

    explicit RollUpRig(std::string folder);

    TagRegistry &registry() { return *m_registry; }
    HistoryWriter &writer() { return *m_writer; }
    const HistoryModel &model() const { return m_model; }
    /// As a program that starts anew. All of these say whether it went well.
    bool open();
    void close() { m_writer.reset(); }
    bool write(const SampleBatchPtr &batch);
    /// A file that is complete, and one sample of every tag five days after it.
    bool writePast();
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
    std::string m_folder;
    std::unique_ptr<TagRegistry> m_registry;
    std::unique_ptr<HistoryWriter> m_writer;
    HistoryModel m_model;
    std::vector<std::string> m_notes;
    std::uint64_t m_position = 0;
};

} // namespace telltale::test
