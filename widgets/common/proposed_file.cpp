#include "widgets/common/proposed_file.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

namespace telltale {

QString proposedFile(const QString &name)
{
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QDir folder = documents.exists() ? documents : QDir::home();
    static const QRegularExpression unfit(QStringLiteral("[^\\w .-]"));
    const QString fit = QString(name).replace(unfit, QStringLiteral("_"));
    QString file = folder.filePath(fit + QStringLiteral(".pdf"));
    for (int number = 2; QFileInfo::exists(file); ++number)
        file = folder.filePath(QStringLiteral("%1 %2.pdf").arg(fit).arg(number));
    return file;
}

} // namespace telltale
