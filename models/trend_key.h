#pragma once

#include "data/telemetry/timestamp.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <string>

namespace telltale {

/// The key of a page of tags in one trend, `trend:TAG[,TAG…]`, wherever one is made or read: by the
/// window, its file, the command line. `\` stands before a `,` or `#` that belongs to a path, and
/// before a `\` that could be read as such.
class TrendKey
{
public:
    static constexpr QLatin1String kPrefix {"trend:"};

    static bool isOne(const QString &key) { return key.startsWith(kPrefix); }
    static QString of(const QStringList &paths);
    static QString of(const std::string &path)
    {
        return of(QStringList(QString::fromStdString(path)));
    }
    /// Blanks around a path are none of it, and nothing is no path.
    static QStringList paths(const QString &key);
    /// Where the key of a place `KEY#PART` ends, whatever page it is.
    static qsizetype end(const QString &place);
    /// The part of a place `KEY#PART` that asks for a stretch of time:
    /// `2026-11-25T20:00:00.000Z/…`.
    static QString partOf(TimeRange range);
    static std::optional<TimeRange> rangeOf(const QString &part);
};

} // namespace telltale
