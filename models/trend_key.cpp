#include "models/trend_key.h"

#include <QDateTime>

namespace telltale {
namespace {

constexpr QLatin1Char kEscape {'\\'};
constexpr QLatin1Char kSeparator {','};
constexpr QLatin1Char kPart {'#'};
constexpr QLatin1Char kUpTo {'/'};

bool isSpecial(QChar c)
{
    return c == kEscape || c == kSeparator || c == kPart;
}

bool isEscaped(const QString &text, qsizetype at)
{
    return text[at] == kEscape && at + 1 < text.size() && isSpecial(text[at + 1]);
}

} // namespace

QString TrendKey::of(const QStringList &paths)
{
    QStringList written;
    for (const QString &path : paths) {
        QString escaped;
        for (const QChar c : path) {
            if (isSpecial(c))
                escaped += kEscape;
            escaped += c;
        }
        written << escaped;
    }
    return kPrefix + written.join(kSeparator);
}

QStringList TrendKey::paths(const QString &key)
{
    QStringList paths;
    QString path;
    const auto end = [&] {
        if (const QString trimmed = path.trimmed(); !trimmed.isEmpty())
            paths << trimmed;
        path.clear();
    };
    for (qsizetype at = kPrefix.size(); at < key.size(); ++at) {
        if (key[at] == kSeparator)
            end();
        else
            path += isEscaped(key, at) ? key[++at] : key[at];
    }
    end();
    return paths;
}

qsizetype TrendKey::end(const QString &place)
{
    for (qsizetype at = 0; at < place.size(); ++at) {
        if (place[at] == kPart)
            return at;
        if (isOne(place) && isEscaped(place, at))
            ++at;
    }
    return place.size();
}

QString TrendKey::partOf(TimeRange range)
{
    const auto text = [](Timestamp time) {
        return QDateTime::fromMSecsSinceEpoch(toMicroseconds(time) / 1000, Qt::UTC)
            .toString(Qt::ISODateWithMs);
    };
    return text(range.from) + kUpTo + text(range.to);
}

std::optional<TimeRange> TrendKey::rangeOf(const QString &part)
{
    const auto time = [&part](int section) {
        return QDateTime::fromString(part.section(kUpTo, section, section), Qt::ISODateWithMs);
    };
    const QDateTime from = time(0);
    const QDateTime to = time(1);
    if (!from.isValid() || !to.isValid() || from >= to)
        return std::nullopt;
    return TimeRange {timestampFromMicroseconds(from.toMSecsSinceEpoch() * 1000),
                      timestampFromMicroseconds(to.toMSecsSinceEpoch() * 1000)};
}

} // namespace telltale
