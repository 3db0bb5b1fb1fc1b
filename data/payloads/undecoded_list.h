#pragma once

#include "data/payloads/batch_decoder.h"
#include "data/telemetry/status_board.h"

#include <string>
#include <vector>

namespace telltale {

/// Payloads nobody could decode, grouped by topic and shape, for the list the user sees.
/// Thread  one.
/// Shape   at most 200 groups; the one not seen for longest gives way.
class UndecodedList
{
public:
    /// Takes note of a message whose outcome is Undecodable.
    void add(const RawMessage &message, const std::string &reason);
    /// Takes note of a message that was refused before anybody looked into it: its payload was not
    /// kept, its cause ("payload too large: 300000 bytes, at most 262144") is.
    void addUnread(const RawMessage &message, const std::string &cause);
    /// Goes on with the groups of an earlier run, newest first. Their messages may come once more
    /// from the journal: those not newer than their group are counted in it.
    void adopt(const std::vector<UndecodedPayload> &payloads);
    /// The groups, newest first.
    std::vector<UndecodedPayload> all() const;

private:
    struct Group
    {
        std::string shape; ///< groups by it, within a topic
        Timestamp countedUntil = Timestamp::min(); ///< in an earlier run
        UndecodedPayload payload;
    };

    Group &groupOf(const RawMessage &message, const std::string &shape);

    std::vector<Group> m_groups;
};

/// What a payload looks like, for people: "24 bytes, binary", "JSON, broken at byte 17".
std::string looksLike(std::string_view payload);

} // namespace telltale
