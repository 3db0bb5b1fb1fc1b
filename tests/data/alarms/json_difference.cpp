#include "tests/data/alarms/json_difference.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace telltale::test {
namespace {

constexpr double kTolerance = 1e-6;

QString show(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact));
}

QString differenceOfLists(const QJsonArray &expected, const QJsonArray &actual,
                          const QString &where)
{
    for (qsizetype i = 0; i < std::max(expected.size(), actual.size()); ++i) {
        const QString place = QStringLiteral("%1[%2]").arg(where).arg(i);
        if (const QString found = difference(expected.at(i), actual.at(i), place); !found.isEmpty())
            return found;
    }
    return {};
}

QString differenceOfObjects(const QJsonObject &expected, const QJsonObject &actual,
                            const QString &where)
{
    const QString place = where + QLatin1Char('.');
    for (auto it = actual.begin(); it != actual.end(); ++it) {
        if (!expected.contains(it.key()))
            return QStringLiteral("%1%2: not expected: %3 in %4")
                .arg(place, it.key(), show(it.value()), show(actual));
    }
    for (auto it = expected.begin(); it != expected.end(); ++it) {
        if (const QString found = difference(it.value(), actual.value(it.key()), place + it.key());
            !found.isEmpty())
            return found + QStringLiteral(" in ") + show(actual);
    }
    return {};
}

} // namespace

QString difference(const QJsonValue &expected, const QJsonValue &actual, const QString &where)
{
    if (expected.isArray() && actual.isArray())
        return differenceOfLists(expected.toArray(), actual.toArray(), where);
    if (expected.isObject() && actual.isObject())
        return differenceOfObjects(expected.toObject(), actual.toObject(), where);
    const bool areNumbers = expected.isDouble() && actual.isDouble();
    const bool areSame = areNumbers
        ? std::abs(expected.toDouble() - actual.toDouble()) <= kTolerance
        : expected == actual;
    return areSame
        ? QString()
        : QStringLiteral("%1: expected %2, got %3").arg(where, show(expected), show(actual));
}

} // namespace telltale::test
