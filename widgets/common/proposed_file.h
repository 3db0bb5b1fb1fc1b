#pragma once

#include <QString>

namespace telltale {

/// Where a PDF of this name might go: into the user's documents, as a file that is not there yet.
/// What file systems do not take in names is an underscore.
QString proposedFile(const QString &name);

} // namespace telltale
