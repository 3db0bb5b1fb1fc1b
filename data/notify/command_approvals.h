#pragma once

#include "data/telemetry/result.h"

#include <set>
#include <string>
#include <vector>

namespace telltale {

struct ChannelConfig;

/// Which channels may start programs on this computer: those somebody here has agreed to, word for
/// word. A workspace comes along with files of others, so the answers are in the data folder:
/// `commands.json`, {"version": 1, "allowed": ["SHA-256 of the channel", ...]}.
class CommandApprovals
{
public:
    /// A file that is not there, or cannot be read, allows nothing.
    static CommandApprovals load(const std::string &dataFolder);
    /// From now on those of `channels`, as they are, and no others. Waits for the disk.
    static Outcome allow(const std::string &dataFolder, const std::vector<ChannelConfig> &channels);

    /// It starts no program, or an allowed one.
    bool cover(const ChannelConfig &channel) const;

private:
    std::set<std::string> m_allowed; ///< fingerprints
};

} // namespace telltale
