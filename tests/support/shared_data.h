#pragma once

#include <QString>

namespace telltale::test {

/// Where the shared cases and data sets lie: TELLTALE_SHARED, else `../shared` beside the project.
QString sharedFolder();

/// A folder below it, or what the environment variable `variable` names; empty if it is absent.
/// With CI=true an absent folder is a failure: then the caller must not skip (see mustHaveShared).
QString sharedPath(const QString &relative, const char *variable = nullptr);

/// CI=true: tests fail instead of skipping where shared data are absent.
bool mustHaveShared();

/// What a skipping test says; `./test` counts these words.
constexpr const char *kNoSharedData = "no shared data";

} // namespace telltale::test
