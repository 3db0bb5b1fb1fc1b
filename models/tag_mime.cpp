#include "models/tag_mime.h"

#include <QMimeData>

namespace telltale {
namespace {

constexpr QChar kEnd {u'\0'}; ///< behind a path, which may hold any other character

} // namespace

QStringList TagMime::types()
{
    return {kType, QStringLiteral("text/plain")};
}

std::unique_ptr<QMimeData> TagMime::of(const QStringList &paths)
{
    auto data = std::make_unique<QMimeData>();
    data->setData(kType, paths.join(kEnd).toUtf8());
    data->setText(paths.join(QLatin1Char('\n')));
    return data;
}

bool TagMime::holdsTags(const QMimeData &data)
{
    return data.hasFormat(kType) || data.hasText();
}

QStringList TagMime::paths(const QMimeData &data)
{
    if (data.hasFormat(kType))
        return QString::fromUtf8(data.data(kType)).split(kEnd, Qt::SkipEmptyParts);
    QStringList paths;
    for (const QString &line : data.text().split(QLatin1Char('\n'))) {
        if (const QString path = line.trimmed(); !path.isEmpty())
            paths << path;
    }
    return paths;
}

} // namespace telltale
