#pragma once

#include "data/sources/replay_options.h"

#include <string>

namespace telltale {

/// What `telltale import` was asked to do.
struct ImportOptions
{
    std::string file; ///< .csv, .csv.gz; or the export's JSON lines, .jsonl, .jsonl.gz
    std::string dataFolder; ///< created if missing
    RowTimeOptions time;
    char delimiter = '\0'; ///< 0: by the heading
    char decimal = '.'; ///< or a comma
    bool isWide = false; ///< every column that is not in time or template is a tag
    std::string topicTemplate; ///< goes before the columns' names; empty: `{station}` or nothing
};

} // namespace telltale
