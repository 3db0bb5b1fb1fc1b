#include "models/shifts.h"

#include <QDateTime>
#include <QTest>

using namespace telltale;
using namespace std::chrono_literals;

namespace {

const std::vector<std::string> kUsual {"06:00", "14:00", "22:00"};

Timestamp at(const char *utc)
{
    return timestampFromMicroseconds(
        QDateTime::fromString(QString::fromLatin1(utc), Qt::ISODate).toMSecsSinceEpoch() * 1000);
}

QString text(TimeRange range, const QTimeZone &zone)
{
    const auto one = [&zone](Timestamp time) {
        return QDateTime::fromMSecsSinceEpoch(toMicroseconds(time) / 1000, zone)
            .toString(QStringLiteral("dd HH:mm"));
    };
    return one(range.from) + QStringLiteral(" - ") + one(range.to);
}

} // namespace

class TestShifts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shiftHoldsItsTime_data();
    void shiftHoldsItsTime();
    void shiftsFollowTheClockOfTheirZone();
    void withoutShiftsThereAreDays();
};

void TestShifts::shiftHoldsItsTime_data()
{
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<QString>("shift");
    QTest::newRow("morning") << QByteArray("2026-11-25T09:00:00Z")
                             << QStringLiteral("25 06:00 - 25 14:00");
    QTest::newRow("its beginning")
        << QByteArray("2026-11-25T14:00:00Z") << QStringLiteral("25 14:00 - 25 22:00");
    QTest::newRow("before midnight")
        << QByteArray("2026-11-25T23:00:00Z") << QStringLiteral("25 22:00 - 26 06:00");
    QTest::newRow("after midnight")
        << QByteArray("2026-11-26T05:59:59Z") << QStringLiteral("25 22:00 - 26 06:00");
}

void TestShifts::shiftHoldsItsTime()
{
    QFETCH(QByteArray, time);
    QFETCH(QString, shift);
    const QTimeZone utc = QTimeZone::utc();
    QCOMPARE(text(shiftAt(at(time.constData()), utc, kUsual).value(), utc), shift);
    const std::vector<std::string> mixed {"22:00", "06:00", "14:00"};
    QCOMPARE(text(shiftAt(at(time.constData()), utc, mixed).value(), utc), shift);
}

void TestShifts::shiftsFollowTheClockOfTheirZone()
{
    const QTimeZone oslo("Europe/Oslo");
    // the night in which the clock goes back is an hour longer
    const TimeRange night = shiftAt(at("2026-10-25T00:30:00Z"), oslo, kUsual).value();
    QCOMPARE(text(night, oslo), QStringLiteral("24 22:00 - 25 06:00"));
    QCOMPARE(night.to - night.from, std::chrono::microseconds(9h));
}

void TestShifts::withoutShiftsThereAreDays()
{
    const QTimeZone utc = QTimeZone::utc();
    QVERIFY(!shiftAt(at("2026-11-25T09:00:00Z"), utc, {}));
    QCOMPARE(text(shiftOrDay(at("2026-11-25T09:00:00Z"), utc, {}), utc),
             QStringLiteral("25 00:00 - 26 00:00"));
    QCOMPARE(text(shiftOrDay(at("2026-11-25T09:00:00Z"), utc, {"12:00"}), utc),
             QStringLiteral("24 12:00 - 25 12:00"));
}

QTEST_GUILESS_MAIN(TestShifts)
#include "tst_shifts.moc"
