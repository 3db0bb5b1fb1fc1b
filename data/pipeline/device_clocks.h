#pragma once

#include "data/telemetry/tag.h"
#include "data/telemetry/timestamp.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace telltale {

class SampleBatch;
class TagRegistry;

/// Whose times cannot be right: tags whose times were replaced or lie ahead of their arrival, until
/// they have come with right ones for a while.
/// Thread  one. Holds at most 1 000 tags, what comes beyond is not named.
class DeviceClocks
{
public:
    static constexpr std::chrono::minutes kRightFor {5};

    /// Looks at the samples of a message, from `first` on; `stated` is the time it gave if it was
    /// replaced.
    void look(const SampleBatch &batch, std::size_t first, bool isReplaced, Timestamp stated,
              Timestamp arrival);
    /// Forgets those that are right again; true: there were some.
    bool settle(Timestamp now);
    bool areRight() const { return m_wrong.empty(); }
    std::size_t size() const { return m_wrong.size(); }
    /// Messages with a wrong time.
    std::uint64_t noted() const { return m_noted; }
    /// "plant/a is 47 s ahead, plant/b says 1970-01-01T00:00:00.000000Z": a few of them.
    std::string words(const TagRegistry &registry) const;

private:
    struct Wrong
    {
        Timestamp stated;
        Timestamp arrival;
        std::optional<Timestamp> rightSince;
        std::string words() const;
    };
    void noteReplaced(const SampleBatch &batch, std::size_t first, Timestamp stated,
                      Timestamp arrival);
    bool noteAhead(const SampleBatch &batch, std::size_t first, Timestamp arrival);
    void noteWrong(TagId tag, Timestamp stated, Timestamp arrival);
    void noteRight(const SampleBatch &batch, std::size_t first, Timestamp arrival);

    std::map<TagId, Wrong> m_wrong;
    std::uint64_t m_noted = 0;
};

} // namespace telltale
