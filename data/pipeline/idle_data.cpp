#include "data/pipeline/idle_data.h"

namespace telltale {

Result<FolderLock> takeIdleData(const std::string &folder, const std::string &deed)
{
    Result<FolderLock> lock = FolderLock::take(folder);
    if (lock.ok() || lock.error().code != Error::Code::Busy)
        return lock;
    return Error {Error::Code::Busy,
                  "the data in " + folder + " belongs to " + lock.error().detail
                      + "; end that one, " + deed
                      + ", and start it again: brokers keep what comes meanwhile"};
}

} // namespace telltale
