#include "models/alarm_group_model.h"

#include "tests/models/alarm_list_bench.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

/// An alarm group from its first-out on (alarms.md 4.3).
class TestAlarmGroupModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<AlarmListBench>(); }
    void membersComeByTimeFromTheFirstOut();
    void withoutAMarkTheEarliestIsTheFirst();
    void hiddenMembersAreLastAndHaveNoOffset();
    void acknowledgementNamesWhatIsOnScreen();
    void rowsSayAllThatMattersToAScreenReader();
    void nothingChangesWithoutNews();
    void whileHeldNothingMoves();
    void floodHasThePaceOfTheList();
    void offsetsAreShort_data();
    void offsetsAreShort();

private:
    static AlarmRow member(const std::string &id, int priority, std::chrono::milliseconds after,
                           AlarmState state = AlarmState::Unacked);

    std::unique_ptr<AlarmListBench> m_bench;
};

AlarmRow TestAlarmGroupModel::member(const std::string &id, int priority,
                                     std::chrono::milliseconds after, AlarmState state)
{
    AlarmRow row = makeRow(id, priority, state);
    row.since = kStart + after;
    row.group = "train";
    return row;
}

void TestAlarmGroupModel::membersComeByTimeFromTheFirstOut()
{
    AlarmRow first = member("first", 3, 0ms, AlarmState::ReturnedUnacked);
    first.firstOut = true;
    AlarmRow other = member("other", 1, 100ms);
    other.group = "other";
    m_bench->publish({member("third", 1, 2400ms), member("late", 2, -200ms),
                      member("second", 4, 400ms, AlarmState::Acked), first, other});
    AlarmGroupModel model(m_bench->plant(), "train");
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(model.refresh());
    QCOMPARE(ids(model),
             QStringList({QStringLiteral("first"), QStringLiteral("late"), QStringLiteral("second"),
                          QStringLiteral("third")}));
    QStringList offsets;
    QStringList marks;
    for (int row = 0; row < model.rowCount(); ++row) {
        offsets << model.index(row, AlarmGroupModel::OffsetColumn).data().toString();
        marks << model.index(row, AlarmGroupModel::FirstOutColumn).data().toString();
    }
    QCOMPARE(offsets,
             QStringList({QStringLiteral("0 s"), QStringLiteral("−0.2 s"), QStringLiteral("+0.4 s"),
                          QStringLiteral("+2.4 s")}));
    QCOMPARE(marks, QStringList({QStringLiteral("FIRST OUT"), {}, {}, {}}));
    QCOMPARE(model.index(2, AlarmGroupModel::StateColumn).data().toString(),
             QStringLiteral("ACKED"));
    QVERIFY(model.firstWords().startsWith(QStringLiteral("first out: first title, ")));
    QCOMPARE(model.countWords(),
             QStringLiteral("4 not normal: 2 new, 3 active, 1 returned, 0 hidden"));
}

void TestAlarmGroupModel::withoutAMarkTheEarliestIsTheFirst()
{
    m_bench->publish({member("b", 1, 1500ms), member("a", 3, 1000ms)});
    AlarmGroupModel model(m_bench->plant(), "train");
    model.refresh();
    QCOMPARE(ids(model), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(model.index(1, AlarmGroupModel::OffsetColumn).data().toString(),
             QStringLiteral("+0.5 s"));
    QVERIFY(model.firstWords().contains(QStringLiteral("no first-out is marked")));
    m_bench->publish({});
    model.refresh();
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(model.firstWords().isEmpty());
}

void TestAlarmGroupModel::hiddenMembersAreLastAndHaveNoOffset()
{
    AlarmRow shelved = member("shelved", 3, -5s, AlarmState::Shelved);
    shelved.firstOut = true; // of an occurrence that ended with the shelving
    m_bench->publish({member("a", 3, 1s), member("b", 3, 2s)}, {shelved});
    AlarmGroupModel model(m_bench->plant(), "train");
    model.refresh();
    QCOMPARE(ids(model),
             QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("shelved")}));
    QCOMPARE(model.index(1, AlarmGroupModel::OffsetColumn).data().toString(),
             QStringLiteral("+1.0 s"));
    for (const int column : {AlarmGroupModel::OffsetColumn, AlarmGroupModel::SinceColumn})
        QCOMPARE(model.index(2, column).data().toString(), QStringLiteral("–"));
    QVERIFY(!model.index(2, 0).data(AlarmGroupModel::FirstOutRole).toBool());
    QCOMPARE(model.index(2, AlarmGroupModel::StateColumn).data().toString(),
             QStringLiteral("SHELVED"));
}

void TestAlarmGroupModel::acknowledgementNamesWhatIsOnScreen()
{
    AlarmRow again = member("again", 2, 3s);
    again.occurrence = 7;
    m_bench->publish({member("critical", 1, 0s), again, member("seen", 3, 1s, AlarmState::Acked),
                      member("back", 4, 2s, AlarmState::ReturnedUnacked)});
    AlarmGroupModel model(m_bench->plant(), "train");
    model.refresh();
    const AlarmAction action = model.acknowledgement();
    QCOMPARE(action.kind, AlarmAction::Kind::AcknowledgeGroup);
    QCOMPARE(action.group, std::string("train"));
    const std::vector<std::pair<std::string, std::uint64_t>> wanted {{"back", 1}, {"again", 7}};
    QCOMPARE(action.alarms, wanted);
    QCOMPARE(model.criticalToAcknowledge(), 1);
}

void TestAlarmGroupModel::rowsSayAllThatMattersToAScreenReader()
{
    AlarmRow first = member("first", 1, 0s);
    first.firstOut = true;
    m_bench->publish({first, member("second", 2, 1234ms)});
    AlarmGroupModel model(m_bench->plant(), "train");
    model.refresh();
    const auto said
        = [&model](int row) { return model.index(row, 0).data(Qt::AccessibleTextRole).toString(); };
    QCOMPARE(said(0),
             QStringLiteral("Priority 1 CRIT, NEW, FIRST OUT, 0 s, first · area, first title"));
    QCOMPARE(said(1),
             QStringLiteral("Priority 2 HIGH, NEW, +1.234 s, second · area, second title"));
}

void TestAlarmGroupModel::nothingChangesWithoutNews()
{
    m_bench->publish({member("a", 3, 0s)});
    AlarmGroupModel model(m_bench->plant(), "train");
    QVERIFY(model.refresh());
    QVERIFY(!model.refresh());
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    m_bench->publish({member("a", 3, 0s)});
    QVERIFY(model.refresh());
    QCOMPARE(changed.count(), 0);
    m_bench->publish({member("a", 3, 0s, AlarmState::Acked)});
    model.refresh();
    QCOMPARE(changed.count(), 1);
}

void TestAlarmGroupModel::whileHeldNothingMoves()
{
    m_bench->publish({member("a", 3, 0s), member("b", 3, 1s)});
    AlarmGroupModel model(m_bench->plant(), "train");
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.refresh();
    QVERIFY(!model.setHeld(true));
    AlarmRow first = member("first", 1, -1s);
    first.firstOut = true;
    m_bench->publish({member("b", 3, 1s, AlarmState::Acked), first});
    QVERIFY(model.refresh());
    QCOMPARE(ids(model),
             QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("first")}));
    QCOMPARE(model.index(0, AlarmGroupModel::StateColumn).data().toString(),
             QStringLiteral("NORMAL"));
    QCOMPARE(model.index(1, AlarmGroupModel::StateColumn).data().toString(),
             QStringLiteral("ACKED"));
    QVERIFY(model.acknowledgement().alarms.empty());
    QCOMPARE(model.criticalToAcknowledge(), 1);
    QVERIFY(model.firstWords().startsWith(QStringLiteral("first out: first title, ")));
    QVERIFY(model.countWords().startsWith(QStringLiteral("2 not normal")));
    QVERIFY(model.setHeld(false));
    QCOMPARE(ids(model), QStringList({QStringLiteral("first"), QStringLiteral("b")}));
}

void TestAlarmGroupModel::floodHasThePaceOfTheList()
{
    m_bench->setFlood(true);
    m_bench->publish({member("a", 3, 0s)});
    AlarmGroupModel model(m_bench->plant(), "train");
    QVERIFY(model.refresh());
    m_bench->publish({member("a", 3, 0s), member("b", 3, 1s)});
    m_bench->clock().advance(100ms);
    QVERIFY(!model.refresh());
    m_bench->clock().advance(150ms);
    QVERIFY(model.refresh());
    QCOMPARE(model.rowCount(), 2);
}

void TestAlarmGroupModel::offsetsAreShort_data()
{
    QTest::addColumn<qint64>("microseconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << qint64 {0} << QStringLiteral("0 s");
    QTest::newRow("less than a millisecond") << qint64 {400} << QStringLiteral("0 s");
    QTest::newRow("tenths") << qint64 {400'000} << QStringLiteral("+0.4 s");
    QTest::newRow("hundredths") << qint64 {1'250'000} << QStringLiteral("+1.25 s");
    QTest::newRow("whole seconds") << qint64 {3'000'000} << QStringLiteral("+3.0 s");
    QTest::newRow("before") << qint64 {-1'005'000} << QStringLiteral("−1.005 s");
    QTest::newRow("minutes") << qint64 {65'400'000} << QStringLiteral("+1 min 5 s");
}

void TestAlarmGroupModel::offsetsAreShort()
{
    QFETCH(qint64, microseconds);
    QFETCH(QString, text);
    QCOMPARE(offsetText(std::chrono::microseconds(microseconds), QLocale::c()), text);
}

QTEST_GUILESS_MAIN(TestAlarmGroupModel)
#include "tst_alarm_group_model.moc"
