#pragma once

#include <QJsonValue>
#include <QString>

namespace telltale::test {

/// Empty, or the first difference and where it is; numbers compare within 1e-6.
QString difference(const QJsonValue &expected, const QJsonValue &actual, const QString &where);

} // namespace telltale::test
