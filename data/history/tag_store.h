#pragma once

#include "data/storage/database.h"
#include "data/telemetry/tag_registry.h"

#include <vector>

namespace telltale {

/// Table `tag`: what the registry knows, beside the samples.
/// Thread  that of the database. The caller holds the transaction.
class TagStore
{
public:
    static Result<TagStore> open(Database &database);

    /// Stores the tags the registry has since `m_stored`; note() once that is committed.
    Outcome writeNew(const TagRegistry &registry);
    void noteCommitted();
    /// Whether descriptions changed that are not stored.
    bool hasChanges(const TagRegistry &registry) const;
    /// Looks at a bounded number of tags for changed descriptions, and stores those.
    Outcome writeChanges(const TagRegistry &registry);

private:
    TagStore() = default;
    Outcome write(TagId tag, const TagInfo &info);

    Statement m_write;
    std::vector<std::size_t> m_hashes; ///< of the stored descriptions, by tag
    std::size_t m_stored = 0; ///< tags committed
    std::uint64_t m_revision = 0; ///< of the registry as far as it is looked through
    std::uint64_t m_lookingFor = 0;
    std::size_t m_next = 0; ///< the next tag to look at
};

/// Puts the stored tags into the registry, from the first it does not have.
/// Errors  WrongUse: the registry has other tags under these ids.
Outcome loadStoredTags(Database &database, TagRegistry &registry);

} // namespace telltale
