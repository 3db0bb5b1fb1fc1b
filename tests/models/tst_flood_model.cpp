#include "models/flood_model.h"

#include "models/alarm_filter_model.h"
#include "models/flood_words.h"
#include "models/value_text.h"
#include "tests/models/alarm_list_bench.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

/// The alarm list in a flood (alarms.md section 6).
class TestFloodModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void highPrioritiesAreOnTopAndTheRestByUnit();
    void unitsOpenAndClose();
    void alarmThatIsAloneInItsUnitHasNoHeading();
    void heldUnitsKeepTheirForm();
    void headingsTellTheirWorstAlarmAndCounts();
    void rowsChangeFourTimesASecondAtMost();
    void newUrgentAlarmIsThereAtOnce_data();
    void newUrgentAlarmIsThereAtOnce();
    void urgentAlarmThatComesAgainIsThereAtOnce();
    void nothingIsArrangedWithoutNews();
    void heldRowsKeepTheirPlaces();
    void temporarySortIsFlat();
    void filteredAlarmsAreNotCounted();
    void nextFloodBeginsClosed();
    void wordsNameTheFirst();

private:
    AlarmRow inUnit(const std::string &id, int priority, const std::string &unit,
                    AlarmState state = AlarmState::Unacked, int secondsAgo = 0) const;
    void publish(std::vector<AlarmRow> rows);
    /// The same `later`, with a frame that may move rows.
    void frame(std::vector<AlarmRow> rows, std::chrono::milliseconds later);
    /// Alarms by id, headings as "+unit" or "-unit" where they are open.
    QStringList shown() const;
    int rowOf(const QString &shown) const { return int(this->shown().indexOf(shown)); }

    std::unique_ptr<AlarmListBench> m_bench;
    std::unique_ptr<AlarmListModel> m_list;
    std::unique_ptr<AlarmFilterModel> m_filter;
    std::unique_ptr<FloodModel> m_flood;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestFloodModel::init()
{
    m_tester.reset();
    m_flood.reset();
    m_bench = std::make_unique<AlarmListBench>();
    m_bench->setFlood(true);
    m_list = std::make_unique<AlarmListModel>(m_bench->plant());
    m_filter = std::make_unique<AlarmFilterModel>();
    m_filter->setSourceModel(m_list.get());
    m_flood = std::make_unique<FloodModel>(*m_list, *m_filter);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_flood.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

AlarmRow TestFloodModel::inUnit(const std::string &id, int priority, const std::string &unit,
                                AlarmState state, int secondsAgo) const
{
    AlarmRow row = makeRow(id, priority, state, secondsAgo);
    row.asset = "plant/" + unit + "/" + id;
    return row;
}

void TestFloodModel::publish(std::vector<AlarmRow> rows)
{
    m_bench->publish(std::move(rows));
    m_list->refresh();
}

void TestFloodModel::frame(std::vector<AlarmRow> rows, std::chrono::milliseconds later)
{
    m_bench->clock().advance(later);
    publish(std::move(rows));
    m_flood->update(false);
}

QStringList TestFloodModel::shown() const
{
    QStringList shown;
    for (int row = 0; row < m_flood->rowCount(); ++row) {
        if (const AlarmRow *alarm = m_flood->alarm(row)) {
            shown << QString::fromStdString(alarm->id);
            continue;
        }
        const QModelIndex name = m_flood->index(row, AlarmListModel::AssetColumn);
        shown << (m_flood->isOpen(row) ? QStringLiteral("-") : QStringLiteral("+"))
                + name.data().toString();
    }
    return shown;
}

void TestFloodModel::highPrioritiesAreOnTopAndTheRestByUnit()
{
    publish({inUnit("low", 4, "b"), inUnit("high", 2, "b"), inUnit("critical", 1, "a"),
             inUnit("seen", 1, "a", AlarmState::Acked), inUnit("medium", 3, "a"),
             inUnit("other", 3, "b", AlarmState::Acked)});
    m_flood->update(false);
    QCOMPARE(shown(),
             QStringList({QStringLiteral("critical"), QStringLiteral("high"),
                          QStringLiteral("seen"), QStringLiteral("medium"), QStringLiteral("+b")}));
}

/// Its value and limit are in sight, and a heading would save no row.
void TestFloodModel::alarmThatIsAloneInItsUnitHasNoHeading()
{
    std::vector<AlarmRow> rows {inUnit("a1", 3, "a"), inUnit("b1", 3, "b")};
    publish(rows);
    m_flood->update(false);
    QCOMPARE(shown(), QStringList({QStringLiteral("a1"), QStringLiteral("b1")}));
    QCOMPARE(m_flood->index(0, AlarmListModel::TitleColumn).data().toString(),
             QStringLiteral("a1 title"));
    QCOMPARE(m_flood->headingOf(0), -1);
    rows.push_back(inUnit("a2", 3, "a"));
    frame(rows, 1s);
    QCOMPARE(shown(), QStringList({QStringLiteral("+a"), QStringLiteral("b1")}));
    QCOMPARE(m_flood->headingOf(rows[0]), 0);
    rows.erase(rows.begin());
    frame(rows, 1s);
    QCOMPARE(shown(), QStringList({QStringLiteral("a2"), QStringLiteral("b1")}));
}

void TestFloodModel::heldUnitsKeepTheirForm()
{
    publish({inUnit("a1", 3, "a"), inUnit("b1", 3, "b"), inUnit("b2", 3, "b")});
    m_flood->update(false);
    QCOMPARE(shown(), QStringList({QStringLiteral("a1"), QStringLiteral("+b")}));
    m_list->setHeld(true);
    m_bench->clock().advance(1s);
    publish({inUnit("a1", 3, "a"), inUnit("a2", 3, "a"), inUnit("b1", 3, "b")});
    m_flood->update(true);
    QCOMPARE(shown(),
             QStringList({QStringLiteral("a1"), QStringLiteral("+b"), QStringLiteral("a2")}));
    QCOMPARE(m_flood->index(0, AlarmListModel::StateColumn).data().toString(),
             QStringLiteral("NEW"));
    m_list->setHeld(false);
    m_flood->update(false);
    QCOMPARE(shown(), QStringList({QStringLiteral("+a"), QStringLiteral("b1")}));
}

void TestFloodModel::unitsOpenAndClose()
{
    publish({inUnit("a1", 3, "a"), inUnit("a2", 3, "a"), inUnit("b1", 4, "b"), inUnit("b2", 3, "b"),
             inUnit("c1", 3, "c"), inUnit("c2", 3, "c"), inUnit("top", 2, "b")});
    m_flood->update(false);
    QVERIFY(!m_flood->setOpen(0, true)); // an alarm
    QVERIFY(m_flood->setOpen(2, true));
    QVERIFY(!m_flood->setOpen(2, true)); // it is
    const QStringList open {QStringLiteral("top"), QStringLiteral("+a"), QStringLiteral("-b"),
                            QStringLiteral("b2"),  QStringLiteral("b1"), QStringLiteral("+c")};
    QCOMPARE(shown(), open);
    QCOMPARE(m_flood->headingOf(4), 2);
    QCOMPARE(m_flood->headingOf(0), -1);
    m_flood->update(false);
    QCOMPARE(shown(), open);
    QVERIFY(m_flood->setOpen(2, false));
    QCOMPARE(m_flood->rowCount(), 4);
}

void TestFloodModel::headingsTellTheirWorstAlarmAndCounts()
{
    publish({inUnit("n", 4, "a"), inUnit("m", 3, "a", AlarmState::Acked),
             inUnit("r", 4, "a", AlarmState::ReturnedUnacked),
             inUnit("l", 4, "a", AlarmState::LatchedAcked)});
    m_flood->update(false);
    QCOMPARE(m_flood->rowCount(), 1);
    const auto cell = [this](int column, int role = Qt::DisplayRole) {
        return m_flood->index(0, column).data(role);
    };
    QCOMPARE(cell(AlarmListModel::TitleColumn).toString(),
             QStringLiteral("4 alarm(s) · 1 new, 2 active, 1 returned"));
    QCOMPARE(cell(AlarmListModel::PriorityColumn).toString(), QStringLiteral("3 MED"));
    QCOMPARE(cell(0, AlarmListModel::PriorityRole).toInt(), 3);
    QVERIFY(cell(0, FloodModel::HeadingRole).toBool());
    QVERIFY(cell(AlarmListModel::ValueColumn).toString().isEmpty());
    const QString said = cell(0, Qt::AccessibleTextRole).toString();
    for (const char *part : {"Unit a", "closed", "4 alarm(s)", "1 new", "3 MED", "ACKED"})
        QVERIFY2(said.contains(QLatin1String(part)), qPrintable(said));
}

/// With the list, at its pace: not once more by themselves.
void TestFloodModel::rowsChangeFourTimesASecondAtMost()
{
    int updates = 0;
    const auto count = [&updates] { ++updates; };
    connect(m_flood.get(), &QAbstractItemModel::rowsInserted, this, count);
    std::vector<AlarmRow> rows;
    for (int i = 0; i < 100; ++i) { // of 2 s, with a new unit in each
        const std::string id = std::to_string(1000 + i);
        rows.push_back(inUnit(id, 3, "u" + id));
        frame(rows, 20ms);
        QCOMPARE(m_flood->rowCount(), m_list->rowCount());
    }
    QVERIFY2(updates >= 7 && updates <= 8, qPrintable(QString::number(updates)));
    frame(rows, 250ms);
    QCOMPARE(m_flood->rowCount(), 100);
}

/// The beginning of a flood, and the next high alarm, come without a wait that adds up.
void TestFloodModel::newUrgentAlarmIsThereAtOnce_data()
{
    QTest::addColumn<int>("priority");
    QTest::newRow("critical") << 1;
    QTest::newRow("high") << 2;
}

void TestFloodModel::newUrgentAlarmIsThereAtOnce()
{
    QFETCH(const int, priority);
    std::vector<AlarmRow> rows {inUnit("old", 1, "a", AlarmState::Unacked, 60)};
    frame(rows, 0ms);
    rows.push_back(inUnit("medium", 3, "a"));
    frame(rows, 20ms);
    QCOMPARE(shown(), QStringList {QStringLiteral("old")});
    rows[0].state = AlarmState::Acked; // as many are new as before
    rows.push_back(inUnit("urgent", priority, "a"));
    frame(rows, 20ms);
    QCOMPARE(
        shown(),
        QStringList({QStringLiteral("urgent"), QStringLiteral("old"), QStringLiteral("medium")}));
}

void TestFloodModel::urgentAlarmThatComesAgainIsThereAtOnce()
{
    AlarmRow again = inUnit("again", 1, "a", AlarmState::Unacked, 60);
    const AlarmRow other = inUnit("other", 1, "a", AlarmState::Unacked, 30);
    frame({other, again}, 0ms);
    again.occurrence = 2;
    again.since = kStart;
    frame({other, again}, 20ms);
    QCOMPARE(shown(), QStringList({QStringLiteral("again"), QStringLiteral("other")}));
    QCOMPARE(m_flood->alarm(0)->occurrence, std::uint64_t {2});
}

void TestFloodModel::nothingIsArrangedWithoutNews()
{
    publish({inUnit("pump", 3, "a"), inUnit("fan", 3, "b")});
    QVERIFY(m_flood->update(false));
    m_bench->clock().advance(1s);
    QVERIFY(!m_flood->update(false));
    QVERIFY(m_flood->update(true)); // held
    QVERIFY(!m_flood->update(true));
    QVERIFY(m_flood->update(false));
    m_filter->setText(QStringLiteral("pump"));
    QVERIFY(m_flood->update(false));
    QCOMPARE(shown(), QStringList {QStringLiteral("pump")});
    QVERIFY(!m_flood->update(false));
}

void TestFloodModel::heldRowsKeepTheirPlaces()
{
    publish(
        {inUnit("p", 2, "a"), inUnit("a1", 3, "a"), inUnit("a3", 4, "a"), inUnit("b1", 3, "b")});
    m_flood->update(false);
    m_flood->setOpen(1, true);
    const QStringList before {QStringLiteral("p"), QStringLiteral("-a"), QStringLiteral("a1"),
                              QStringLiteral("a3"), QStringLiteral("b1")};
    QCOMPARE(shown(), before);
    m_list->setHeld(true);
    publish({inUnit("p", 2, "a"), inUnit("a2", 3, "a"), inUnit("a3", 4, "a"), inUnit("b1", 3, "b"),
             inUnit("top", 1, "a")});
    m_flood->update(true);
    QCOMPARE(shown().mid(0, 5), before); // a1 is gone, and stays where it was
    QCOMPARE(m_flood->index(2, AlarmListModel::StateColumn).data().toString(),
             QStringLiteral("NORMAL"));
    QCOMPARE(shown().size(), 7);
    m_list->setHeld(false);
    m_flood->update(false);
    QCOMPARE(shown(),
             QStringList({QStringLiteral("top"), QStringLiteral("p"), QStringLiteral("-a"),
                          QStringLiteral("a2"), QStringLiteral("a3"), QStringLiteral("b1")}));
}

void TestFloodModel::temporarySortIsFlat()
{
    publish({inUnit("c", 3, "b"), inUnit("b", 1, "a"), inUnit("a", 4, "a")});
    m_flood->update(false);
    m_filter->sort(AlarmListModel::TitleColumn);
    m_flood->arrange();
    QCOMPARE(shown(), QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
    m_filter->sort(-1);
    m_flood->arrange();
    QCOMPARE(shown(), QStringList({QStringLiteral("b"), QStringLiteral("a"), QStringLiteral("c")}));
}

void TestFloodModel::filteredAlarmsAreNotCounted()
{
    publish({inUnit("pump", 3, "a"), inUnit("pump 2", 3, "a"), inUnit("valve", 3, "a"),
             inUnit("fan", 3, "b")});
    m_filter->setText(QStringLiteral("pump"));
    m_flood->update(false);
    QCOMPARE(shown(), QStringList({QStringLiteral("+a")}));
    QVERIFY(m_flood->index(0, AlarmListModel::TitleColumn)
                .data()
                .toString()
                .startsWith(QStringLiteral("2 alarm(s)")));
}

void TestFloodModel::nextFloodBeginsClosed()
{
    publish({inUnit("a1", 3, "a"), inUnit("a2", 3, "a")});
    m_flood->update(false);
    m_flood->setOpen(0, true);
    QCOMPARE(m_flood->rowCount(), 3);
    m_flood->clear();
    QCOMPARE(m_flood->rowCount(), 0);
    QVERIFY(m_flood->update(false));
    QCOMPARE(m_flood->rowCount(), 1);
}

void TestFloodModel::wordsNameTheFirst()
{
    AlarmSnapshot snapshot;
    snapshot.recent = 37;
    QCOMPARE(FloodWords::rate(snapshot), QStringLiteral("37 alarm(s) in 10 min"));
    snapshot.recent = 5000; // the burst of alarms.md section 6
    QCOMPARE(FloodWords::rate(snapshot), countText(5000) + QStringLiteral(" alarm(s) in 10 min"));
    QVERIFY(FloodWords::first(snapshot, kStart, m_bench->plant()).isEmpty());
    snapshot.floodFirst
        = FloodOrigin {"hot", "Bearing hot", "plant/PS 2/P-203/Temperature", kStart - 8s + 120ms};
    const QString said = FloodWords::first(snapshot, kStart, m_bench->plant());
    QVERIFY2(said.startsWith(QStringLiteral("first out: Bearing hot, P-203 · PS 2, ")),
             qPrintable(said));
    QVERIFY2(said.endsWith(QStringLiteral(".120")), qPrintable(said));
}

QTEST_GUILESS_MAIN(TestFloodModel)
#include "tst_flood_model.moc"
