#include "models/hiding.h"

#include "tests/models/alarm_list_bench.h"

#include <QTest>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

namespace {

const std::vector<std::string> kShifts {"06:00", "14:00", "22:00"};

AlarmRow shelvable(const std::string &id, double seconds)
{
    AlarmRow row = makeRow(id, 3, AlarmState::Unacked);
    row.maxShelveSeconds = seconds;
    return row;
}

QString local(std::optional<Timestamp> time, const QTimeZone &zone)
{
    return time ? QDateTime::fromMSecsSinceEpoch(toMicroseconds(*time) / 1000, zone)
                      .toString(QStringLiteral("yyyy-MM-dd HH:mm"))
                : QString();
}

} // namespace

class TestHiding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shiftEndsInTheZoneOfThePlant_data();
    void shiftEndsInTheZoneOfThePlant();
    void withoutShiftsThereIsNoEndOfShift();
    void shelfLastsNoLongerThanEachRuleAllows();
    void whatTheEngineWouldRefuseIsKnownBefore_data();
    void whatTheEngineWouldRefuseIsKnownBefore();
    void reasonIsSaidOfEachKind();
    void warningComesFiveMinutesBefore();
};

void TestHiding::shiftEndsInTheZoneOfThePlant_data()
{
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("end");
    const auto row = [](const char *name, const char *now, const char *end) {
        QTest::newRow(name) << QLatin1String(now) + QString() << QLatin1String(end) + QString();
    };
    row("morning", "2026-11-25T09:10", "2026-11-25 14:00");
    row("its first minute", "2026-11-25T14:00", "2026-11-25 22:00");
    row("before midnight", "2026-11-25T23:30", "2026-11-26 06:00");
    row("after midnight", "2026-11-26T01:30", "2026-11-26 06:00");
    row("night of 25 hours", "2026-10-24T23:00", "2026-10-25 06:00");
}

void TestHiding::shiftEndsInTheZoneOfThePlant()
{
    QFETCH(QString, now);
    QFETCH(QString, end);
    const QTimeZone zone("Europe/Berlin");
    QDateTime at = QDateTime::fromString(now, Qt::ISODate);
    at.setTimeZone(zone);
    const Timestamp present = timestampFromMicroseconds(at.toMSecsSinceEpoch() * 1000);
    QCOMPARE(local(Hiding::endOfShift(present, zone, kShifts), zone), end);
    const std::vector<Hiding::Length> lengths = Hiding::lengths(present, zone, kShifts);
    QCOMPARE(lengths.size(), std::size_t(4));
    QCOMPARE(lengths[0].time, std::chrono::seconds(15min));
    QCOMPARE(lengths[1].time, std::chrono::seconds(1h));
    QCOMPARE(lengths[2].time, std::chrono::seconds(8h));
    QCOMPARE(local(present + lengths[3].time, zone), end);
    QVERIFY(lengths[3].text.endsWith(end.right(5)));
}

void TestHiding::withoutShiftsThereIsNoEndOfShift()
{
    QVERIFY(!Hiding::endOfShift(kStart, QTimeZone::utc(), {}));
    QCOMPARE(Hiding::lengths(kStart, QTimeZone::utc(), {}).size(), std::size_t(3));
}

void TestHiding::shelfLastsNoLongerThanEachRuleAllows()
{
    AlarmRow shelved = shelvable("shelved", 28'800);
    QCOMPARE(Hiding::longestShelf({shelved, shelvable("short", 600)}, kStart),
             std::chrono::seconds(600));
    QCOMPARE(Hiding::longestShelf({shelved, shelvable("none", 0)}, kStart),
             std::chrono::seconds(0));
    shelved.shelfLimit = kStart + 20min; // of all its shelves together
    QCOMPARE(Hiding::longestShelf({shelved}, kStart), std::chrono::seconds(20min));
    QCOMPARE(Hiding::longestShelf({shelved}, kStart + 1h), std::chrono::seconds(0));
    QCOMPARE(Hiding::longestShelf({}, kStart), std::chrono::seconds(0));
}

void TestHiding::whatTheEngineWouldRefuseIsKnownBefore_data()
{
    using Kind = AlarmAction::Kind;
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("state");
    QTest::addColumn<double>("longest");
    QTest::addColumn<QString>("refusal");
    const auto row
        = [](const char *name, Kind kind, AlarmState state, double longest, const char *refusal) {
              QTest::newRow(name) << static_cast<int>(kind) << static_cast<int>(state) << longest
                                  << QLatin1String(refusal) + QString();
          };
    row("shelve", Kind::Shelve, AlarmState::Unacked, 60, "");
    row("shelve what may not be", Kind::Shelve, AlarmState::Unacked, 0, "not_shelvable");
    row("shelve longer", Kind::Shelve, AlarmState::Shelved, 60, "");
    row("shelve what is suppressed", Kind::Shelve, AlarmState::Suppressed, 60, "");
    row("shelve what is away", Kind::Shelve, AlarmState::OutOfService, 60, "out_of_service");
    row("unshelve", Kind::Unshelve, AlarmState::Shelved, 60, "");
    row("unshelve what is not", Kind::Unshelve, AlarmState::Acked, 60, "not_shelved");
    row("out", Kind::OutOfService, AlarmState::Shelved, 60, "");
    row("out twice", Kind::OutOfService, AlarmState::OutOfService, 0, "already_out_of_service");
    row("return", Kind::ReturnToService, AlarmState::OutOfService, 0, "");
    row("reset", Kind::Reset, AlarmState::LatchedAcked, 0, "");
    row("reset what is new", Kind::Reset, AlarmState::LatchedUnacked, 0, "ack_first");
    row("reset what is on", Kind::Reset, AlarmState::Acked, 0, "condition_active");
    row("reset what returned", Kind::Reset, AlarmState::ReturnedUnacked, 0, "nothing_to_reset");
    row("reset what is hidden", Kind::Reset, AlarmState::Shelved, 60, "suppressed");
    row("return what is there", Kind::ReturnToService, AlarmState::Unacked, 0,
        "not_out_of_service");
}

void TestHiding::whatTheEngineWouldRefuseIsKnownBefore()
{
    QFETCH(int, kind);
    QFETCH(int, state);
    QFETCH(double, longest);
    QFETCH(QString, refusal);
    AlarmRow row = shelvable("a", longest);
    row.state = static_cast<AlarmState>(state);
    if (row.state == AlarmState::Shelved)
        row.until = kStart + 1h;
    QCOMPARE(QString::fromStdString(Hiding::refusal(static_cast<AlarmAction::Kind>(kind), {row})),
             refusal);
}

void TestHiding::reasonIsSaidOfEachKind()
{
    AlarmRow row = makeRow("a", 3, AlarmState::Shelved);
    row.hiddenSince = kStart - 1h;
    row.hiddenBy = "ada";
    row.hiddenReason = "sensor is\nexchanged";
    row.until = kStart + 24min;
    QVERIFY(Hiding::why(row).startsWith(QStringLiteral("sensor is")));
    const QString sentence = Hiding::sentence(row, kStart, QTimeZone::utc());
    for (const char *part : {"in 24 min", "since", "ada", "sensor is"})
        QVERIFY2(sentence.contains(QLatin1String(part)), qPrintable(sentence));
    row.until.reset();
    row.state = AlarmState::Suppressed;
    row.hiddenBy = "hihi";
    QCOMPARE(Hiding::why(row), QStringLiteral("alarm hihi is on"));
    row.hiddenBy.clear();
    row.hiddenReason = "works/pump/running == 0";
    QCOMPARE(Hiding::why(row), QStringLiteral("works/pump/running == 0"));
    QVERIFY(Hiding::end(row, kStart, QTimeZone::utc()).isEmpty());
}

void TestHiding::warningComesFiveMinutesBefore()
{
    AlarmRow later = makeRow("later", 3, AlarmState::Shelved);
    later.until = kStart + 6min;
    AlarmRow sooner = makeRow("sooner", 3, AlarmState::Shelved);
    sooner.until = kStart + 5min + 1s;
    const std::vector<AlarmRow> hidden {later, makeRow("away", 3, AlarmState::OutOfService),
                                        sooner};
    QVERIFY(!Hiding::endsSoon(hidden, kStart));
    QVERIFY(Hiding::endsSoon(hidden, kStart + 1s));
    QCOMPARE(Hiding::endsSoon(hidden, kStart + 2min)->id, std::string("sooner"));
}

QTEST_GUILESS_MAIN(TestHiding)
#include "tst_hiding.moc"
