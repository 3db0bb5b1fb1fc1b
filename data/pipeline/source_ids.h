#pragma once

#include "data/telemetry/result.h"
#include "data/telemetry/tag.h"

#include <map>
#include <string>

namespace telltale {

/// Which id each connection name has in one data folder: stable over restarts, because journal and
/// history hold it. Kept in `sources.json` there, written durably.
/// Thread  one.
class SourceIds
{
public:
    static Result<SourceIds> load(const std::string &dataFolder);
    /// The id of `name`; a new one is stored before it is given out.
    Result<SourceId> idOf(const std::string &name);

private:
    std::string m_path;
    std::map<std::string, SourceId> m_ids;
};

} // namespace telltale
