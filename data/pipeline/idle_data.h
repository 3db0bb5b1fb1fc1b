#pragma once

#include "data/storage/file.h"

#include <string>

namespace telltale {

/// Takes a data folder for a command that nobody may disturb. `deed` is what to do once nobody uses
/// it: "repair".
/// Errors  Busy: somebody does, and the words say what to do about it; DiskFull, DiskError.
Result<FolderLock> takeIdleData(const std::string &folder, const std::string &deed);

} // namespace telltale
