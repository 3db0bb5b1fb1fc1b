#pragma once

#include "data/alarms/flood_watch.h"

#include <string>

namespace telltale {

/// What of the engine is stored that belongs to no single alarm.
struct AlarmGlobals
{
    FloodWatch flood;
    AlarmTime digestDue = kNever;
    std::uint64_t digestCount = 0; ///< raised in a flood, not told yet
    std::uint64_t digests = 0;
    bool hornIsOn = false;
    std::vector<std::string> marks; ///< groups that have their first-out mark

    template <typename Codec> void visit(Codec &codec)
    {
        std::uint64_t version = 1;
        codec(version);
        flood.visit(codec);
        codec(digestDue), codec(digestCount), codec(digests), codec(hornIsOn), codec(marks);
    }
};

} // namespace telltale
