#pragma once

#include "data/pipeline/import_rows.h"

namespace telltale {

/// The samples of a file of JSON lines as an export writes them: members `tag`, `time`, `value` and
/// perhaps `quality`. Null is a number that is not finite if the quality is bad, else no sample.
/// Errors  NotFound, DiskError; WrongUse: options of tables.
Result<std::unique_ptr<ImportRows>> openJsonLines(const ImportOptions &options,
                                                  TagRegistry &registry);

} // namespace telltale
