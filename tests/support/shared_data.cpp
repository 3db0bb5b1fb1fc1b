#include "tests/support/shared_data.h"

#include <QDir>
#include <QFileInfo>

namespace telltale::test {

QString sharedFolder()
{
    const QString given = qEnvironmentVariable("TELLTALE_SHARED");
    return given.isEmpty()
        ? QDir(QStringLiteral(TELLTALE_SOURCE_DIR)).filePath(QStringLiteral("../shared"))
        : given;
}

QString sharedPath(const QString &relative, const char *variable)
{
    QString path = variable ? qEnvironmentVariable(variable) : QString();
    if (path.isEmpty())
        path = QDir(sharedFolder()).filePath(relative);
    return QFileInfo::exists(path) ? path : QString();
}

bool mustHaveShared()
{
    return qEnvironmentVariable("CI") == QLatin1String("true");
}

} // namespace telltale::test
