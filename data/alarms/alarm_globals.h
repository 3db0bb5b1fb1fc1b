#pragma once

#include "data/alarms/flood_watch.h"

#include <string>

namespace telltale {

/// What a flood began with, as it was then.
struct FloodFirst
{
    std::string alarm; ///< id; empty: not known
    std::string title;
    std::string tag;
    AlarmTime eventTime = kNoTime;

    template <typename Codec> void visit(Codec &codec)
    {
        codec(alarm), codec(title), codec(tag), codec(eventTime);
    }
};

/// What of the engine is stored that belongs to no single alarm.
struct AlarmGlobals
{
    FloodWatch flood;
    AlarmTime digestDue = kNever;
    std::uint64_t digestCount = 0; ///< raised in a flood, not told yet
    std::uint64_t digests = 0;
    bool hornIsOn = false;
    std::vector<std::string> marks; ///< groups that have their first-out mark
    FloodFirst floodFirst; ///< of the newest flood

    template <typename Codec> void visit(Codec &codec)
    {
        std::uint64_t version = 2;
        codec(version);
        flood.visit(codec);
        codec(digestDue), codec(digestCount), codec(digests), codec(hornIsOn), codec(marks);
        if (version >= 2)
            floodFirst.visit(codec);
    }
};

} // namespace telltale
