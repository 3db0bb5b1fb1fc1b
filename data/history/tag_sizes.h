#pragma once

#include "data/storage/database.h"
#include "data/telemetry/tag.h"

#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace telltale {

/// How many bytes groups of tags take in a packed file, which has the chunks of one tag behind
/// those of another, or only roll-ups of it. Counted in bounded steps.
/// Thread  one.
class TagSizes
{
public:
    struct Group
    {
        std::uint64_t bytes = 0;
        std::int64_t oldest = std::numeric_limits<std::int64_t>::max(); ///< event time, us
    };
    /// Which group a tag is of; none: it is not counted.
    using GroupOf = std::function<std::optional<std::size_t>(TagId)>;

    static Result<std::unique_ptr<TagSizes>> begin(const std::string &path, std::size_t groups,
                                                   GroupOf groupOf);

    const std::string &path() const { return m_path; }
    /// False: all is counted.
    Result<bool> step();
    const std::vector<Group> &groups() const { return m_groups; }

private:
    TagSizes(std::string path, std::size_t groups, GroupOf groupOf);
    void endTag(std::uint64_t place);
    Result<std::uint64_t> rolledUp();

    std::string m_path;
    std::vector<Group> m_groups;
    GroupOf m_groupOf;
    std::unique_ptr<Database> m_database;
    Statement m_next;
    Statement m_rolledUp;
    std::int64_t m_tag = -1; ///< looked at last
    std::int64_t m_packed = -1; ///< the last one that has samples ...
    std::uint64_t m_begin = 0; ///< ... and where they begin
    std::uint64_t m_all = 0; ///< bytes of the chunks of all
};

} // namespace telltale
