#pragma once

#include "data/telemetry/result.h"
#include "data/telemetry/tag.h"

#include <map>
#include <string>

namespace telltale {

/// Which id each connection name has in one data folder: stable over restarts, because journal and
/// history hold it. Kept in `sources.json` there, written durably.
/// Thread  one.
/// Errors  DiskError, DiskFull. A damaged file is set aside as `.damaged`: then names get new ids,
///         and the tags follow them as soon as they speak.
class SourceIds
{
public:
    /// New ids come after `largestUsed` in any case: what is stored may know ids of a lost file.
    static Result<SourceIds> load(const std::string &dataFolder, SourceId largestUsed = {});
    /// The names by id, for whoever only reads; none where the file is missing or damaged.
    /// Thread  any.
    static std::map<SourceId, std::string> namesIn(const std::string &dataFolder);
    /// The id of `name`; a new one is stored before it is given out.
    Result<SourceId> idOf(const std::string &name);
    const std::map<std::string, SourceId> &all() const { return m_ids; }
    /// Why the file was set aside, and where it is; empty: it was not.
    const std::string &setAside() const { return m_setAside; }

private:
    std::string m_path;
    std::map<std::string, SourceId> m_ids;
    SourceId m_largest;
    std::string m_setAside;
};

} // namespace telltale
