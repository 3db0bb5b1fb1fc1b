#pragma once

#include "data/pipeline/redecode.h"
#include "data/sources/source.h"

#include <atomic>
#include <functional>
#include <string>
#include <vector>

namespace telltale {

/// Decodes the raw journal of a data folder that no program uses once more, into its history.
struct RedecodeRequest
{
    std::string dataFolder;
    std::vector<ConnectionConfig> connections; ///< how their messages are decoded
    TimeRange arrived {Timestamp::min(), Timestamp::max()};
};

/// Errors  Busy: another process owns the data; NotFound: nothing was recorded there; Cancelled:
///         `stop` was set, what `counts` tells is in; DiskFull, DiskError.
Outcome redecodeStored(const RedecodeRequest &request,
                       const std::function<void(const Redecode::Counts &)> &onProgress,
                       const std::atomic<bool> &stop, Redecode::Counts &counts);

} // namespace telltale
