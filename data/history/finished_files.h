#pragma once

#include "data/history/file_rewrite.h"
#include "data/history/history_writer.h"
#include "data/history/retention_rules.h"
#include "data/history/tag_sizes.h"

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace telltale {

/// The history files nobody adds to any more, all but the newest: packs them, and removes what need
/// not be kept, whole files, tags out of files and the samples of tags that are to be rolled up. In
/// bounded steps; what cannot be done is noted and left as it is, so that nothing here keeps anyone
/// from recording. Thread  that of the writer.
class FinishedFiles
{
public:
    FinishedFiles(std::string folder, const TagRegistry &registry);

    /// Looks which files there are beside `newest`.
    void list(const std::string &newest);
    /// From now on. `now`: what ages are counted from.
    void retain(const RetentionPolicy &policy, Timestamp now);
    /// A bounded step; false: there is nothing to do for now.
    bool step();
    /// Oldest and newest event time in them; from > to if there is none.
    std::pair<std::int64_t, std::int64_t> extent() const;
    /// Counts up with every file that was replaced or deleted.
    std::uint64_t changes() const { return m_changes; }
    /// What was done and what could not be, since it was asked last.
    std::vector<HistoryNote> takeNotes() { return std::exchange(m_notes, {}); }
    /// What became of a file otherwise.
    void note(HistoryNote note) { m_notes.push_back(std::move(note)); }
    /// Something of the file at `path` cannot be read, in words that follow its name.
    void noteDamage(const std::string &path, const std::string &words);

private:
    struct File
    {
        std::string path;
        std::int64_t oldest = 0;
        std::int64_t newest = -1;
        bool isPacked = false;
        bool isLeft = false; ///< nothing can be done with it now ...
        bool isDamaged = false; ///< ... nor later
        /// How many limits it was older than when it had nothing that need not be kept.
        std::optional<std::size_t> clearAt;
        std::optional<std::vector<TagSizes::Group>> sizes; ///< by rule, once they are counted
        bool isCut = false; ///< it lost some samples for their size since retain()
    };
    /// What a file loses for its size.
    struct Cut
    {
        RetentionPolicy::Rule rule;
        std::int64_t keptFrom = 0; ///< of the rule's tags
    };
    static File look(const std::string &path);
    void noteUnread(const std::vector<std::size_t> &places, const File &newest);
    File *find(const std::string &path);
    bool rewriteOn();
    void ended(const std::string &path, const Outcome &how);
    bool begin(File &file, std::optional<Cut> cut = std::nullopt);
    bool hasRoomFor(const File &file);
    bool packNext();
    bool retainNext();
    bool removeOld();
    bool countSizes();
    bool cutOverLimit();
    bool cutOldest(std::size_t rule, std::uint64_t excess);
    bool removeOverLimit();
    bool isOut(const File &file, std::optional<int> days) const;
    Result<bool> isOut(const File &file, TagId tag, RollUpWidths &widths);
    bool isWhollyOut(const File &file) const;
    /// How many of the policy's limits it is older than.
    std::size_t limitsPassed(const File &file) const;
    bool mayHaveOut(const File &file) const;
    /// Whether an older file with samples of the same time has to be looked at first: which of
    /// these count is not to be seen any more once they are rolled up here.
    bool waitsForOlder(const File &file) const;
    /// Looks at some tags of a file; true: one need not be kept as it is.
    Result<bool> findOut(File &file);
    const RetentionPolicy &policy() const { return m_rules.policy(); }
    bool remove(File &file, const std::string &why);
    void noteDone(const std::string &path, const std::string &words);

    std::string m_folder;
    std::vector<File> m_files; ///< from old to new
    std::unique_ptr<FileRewrite> m_rewrite;
    std::optional<Cut> m_cut; ///< that it makes
    std::optional<std::size_t> m_passed; ///< limits, when it began; none: not all it was to do
    bool m_hasRolledUp = false; ///< it did, in the end
    std::unique_ptr<TagSizes> m_counting;
    RetentionRules m_rules;
    std::int64_t m_now = 0;
    bool m_isDue = false; ///< files are to be compared with the policy
    std::int64_t m_looked = -1; ///< tag of the file being looked through
    std::set<std::string> m_noted;
    std::vector<HistoryNote> m_notes;
    std::uint64_t m_changes = 0;
};

} // namespace telltale
