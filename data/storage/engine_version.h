#pragma once

#include <string>

namespace telltale {

/// Version of the database library that runs, e.g. "3.40.1".
std::string databaseEngineVersion();

} // namespace telltale
