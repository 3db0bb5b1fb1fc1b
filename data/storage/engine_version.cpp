#include "data/storage/engine_version.h"

#include <sqlite3.h>

namespace telltale {

std::string databaseEngineVersion()
{
    return sqlite3_libversion();
}

} // namespace telltale
