#include "models/alarm_list_model.h"
#include "models/alarm_words.h"
#include "tests/models/alarm_list_bench.h"

#include "data/alarms/system_rules.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace telltale;
using namespace telltale::test;

class TestAlarmListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void rowsStandInTheOrderOfTheList();
    void equalStateAndPriorityPutsTheNewestFirst();
    void anAcknowledgementMovesTheRowAndKeepsItsIndex();
    void newRowsArriveInBlocks();
    void whileHeldNothingMoves();
    void agesAreAnnouncedForTheAskedRowsOnly();
    void valuesOfNowComeFromLiveValues();
    void chatteringIsSaidInTheRow();
    void timeLeftCountsDownForNewAlarmsOnly();
    void worstUnacknowledgedMayHaveReturned();
    void assetIsNamedShortForNarrowColumns();
    void assetsOfOneNameAreToldApart();
    void assetIsToldFromThoseWithoutAlarm();
    void silenceHasAShortForm();
    void acknowledgedAlarmHasComeOnce();
    void stoppedRecordingIsNoLink();
    void timeOfAnotherDayHasAShortForm();
    void hiddenAlarmsHaveListsOfTheirOwn();
    void hiddenAlarmSaysSinceWhenUntilWhenAndWhy();

private:
    std::unique_ptr<AlarmListBench> m_bench;
};

void TestAlarmListModel::init()
{
    m_bench = std::make_unique<AlarmListBench>();
}

void TestAlarmListModel::rowsStandInTheOrderOfTheList()
{
    AlarmListModel model(m_bench->plant());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_bench->publish(
        {makeRow("latched-acked-1", 1, AlarmState::LatchedAcked),
         makeRow("acked-1", 1, AlarmState::Acked), makeRow("acked-4", 4, AlarmState::Acked),
         makeRow("returned-2", 2, AlarmState::ReturnedUnacked),
         makeRow("latched-1", 1, AlarmState::LatchedUnacked),
         makeRow("new-4", 4, AlarmState::Unacked), makeRow("new-2", 2, AlarmState::Unacked)});
    QVERIFY(model.refresh());
    const QStringList expected {QStringLiteral("new-2"),          QStringLiteral("new-4"),
                                QStringLiteral("latched-1"),      QStringLiteral("returned-2"),
                                QStringLiteral("acked-1"),        QStringLiteral("acked-4"),
                                QStringLiteral("latched-acked-1")};
    QCOMPARE(ids(model), expected);
    QVERIFY(!model.refresh());
}

void TestAlarmListModel::acknowledgedAlarmHasComeOnce()
{
    AlarmListModel model(m_bench->plant());
    AlarmRow twice = makeRow("new", 1, AlarmState::Unacked);
    twice.timesSinceAck = 2;
    m_bench->publish({twice, makeRow("acked", 1, AlarmState::Acked)});
    QVERIFY(model.refresh());
    QCOMPARE(model.index(0, AlarmListModel::TimesColumn).data().toString(), QStringLiteral("2"));
    QCOMPARE(model.index(1, AlarmListModel::TimesColumn).data().toString(), QStringLiteral("1"));
}

void TestAlarmListModel::equalStateAndPriorityPutsTheNewestFirst()
{
    AlarmListModel model(m_bench->plant());
    AlarmRow older = makeRow("older", 3, AlarmState::Unacked, 60);
    AlarmRow sameTimeLow = makeRow("second", 3, AlarmState::Unacked, 10);
    AlarmRow sameTimeHigh = makeRow("first", 3, AlarmState::Unacked, 10);
    sameTimeHigh.occurrence = 7;
    m_bench->publish({older, sameTimeLow, sameTimeHigh});
    model.refresh();
    QCOMPARE(
        ids(model),
        QStringList({QStringLiteral("first"), QStringLiteral("second"), QStringLiteral("older")}));
}

void TestAlarmListModel::anAcknowledgementMovesTheRowAndKeepsItsIndex()
{
    AlarmListModel model(m_bench->plant());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_bench->publish({makeRow("a", 1, AlarmState::Unacked), makeRow("b", 2, AlarmState::Unacked),
                      makeRow("c", 3, AlarmState::Unacked)});
    model.refresh();
    const QPersistentModelIndex selected = model.index(0, 0);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    m_bench->publish({makeRow("a", 1, AlarmState::Acked), makeRow("b", 2, AlarmState::Unacked),
                      makeRow("c", 3, AlarmState::Unacked)});
    model.refresh();
    QCOMPARE(selected.row(), 2);
    QCOMPARE(selected.data(AlarmListModel::IdRole).toString(), QStringLiteral("a"));
    QCOMPARE(resets.count(), 0);
}

void TestAlarmListModel::newRowsArriveInBlocks()
{
    AlarmListModel model(m_bench->plant());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_bench->publish({makeRow("old", 2, AlarmState::Acked)});
    model.refresh();
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    std::vector<AlarmRow> rows {makeRow("old", 2, AlarmState::Acked)};
    for (int i = 0; i < 50; ++i)
        rows.push_back(makeRow("new-" + std::to_string(i), 3, AlarmState::Unacked, i));
    m_bench->publish(rows);
    model.refresh();
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(model.rowCount(), 51);
    m_bench->publish({makeRow("old", 2, AlarmState::Acked)});
    model.refresh();
    QCOMPARE(removed.count(), 1);
    QCOMPARE(model.rowCount(), 1);
}

void TestAlarmListModel::whileHeldNothingMoves()
{
    AlarmListModel model(m_bench->plant());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_bench->publish({makeRow("a", 3, AlarmState::Unacked), makeRow("b", 4, AlarmState::Unacked)});
    model.refresh();
    model.setHeld(true);
    m_bench->publish(
        {makeRow("b", 4, AlarmState::Unacked), makeRow("worst", 1, AlarmState::Unacked)});
    model.refresh();
    QCOMPARE(ids(model),
             QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("worst")}));
    QCOMPARE(model.index(0, 0).data(AlarmListModel::StateRole).toInt(),
             static_cast<int>(AlarmState::Normal));
    model.setHeld(false);
    QCOMPARE(ids(model), QStringList({QStringLiteral("worst"), QStringLiteral("b")}));
}

void TestAlarmListModel::agesAreAnnouncedForTheAskedRowsOnly()
{
    AlarmListModel model(m_bench->plant());
    m_bench->publish({makeRow("a", 3, AlarmState::Unacked, 5),
                      makeRow("b", 3, AlarmState::Unacked, 6),
                      makeRow("c", 3, AlarmState::Unacked, 7)});
    model.refresh();
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.refreshAges(kStart + std::chrono::seconds(9), 1, 1);
    QVERIFY(changed.count() > 0);
    for (const QList<QVariant> &one : changed) {
        QCOMPARE(one[0].toModelIndex().row(), 1);
        QCOMPARE(one[1].toModelIndex().row(), 1);
    }
    QCOMPARE(model.index(1, AlarmListModel::AgeColumn).data().toString(), QStringLiteral("15 s"));
}

void TestAlarmListModel::valuesOfNowComeFromLiveValues()
{
    AlarmListModel model(m_bench->plant());
    AlarmRow row = makeRow("a", 3, AlarmState::Unacked, 5);
    row.value = 86.44;
    row.limit = 85.0;
    row.unit = "°C";
    row.condition = "≥ 85";
    const TagId tag = m_bench->tags().intern(row.tag);
    TagInfo info = m_bench->tags().info(tag);
    info.decimals = 1;
    m_bench->tags().describe(tag, info);
    m_bench->publish({row});
    model.refresh();
    const auto text = [&](int column) { return model.index(0, column).data().toString(); };
    QCOMPARE(text(AlarmListModel::NowColumn), QStringLiteral("–"));
    const Sample sample {tag, kStart, 87.0, Quality::good(), {}, {}};
    m_bench->live().restore(std::span(&sample, 1));
    QVERIFY(text(AlarmListModel::NowColumn).startsWith(QStringLiteral("87.0")));
    QCOMPARE(model.index(0, AlarmListModel::NowColumn).data(AlarmListModel::ShortRole).toString(),
             QStringLiteral("STALE"));
    m_bench->live().setSourceDown({&tag, 1}, true);
    QVERIFY(text(AlarmListModel::NowColumn).endsWith(QStringLiteral(" HELD")));
    QCOMPARE(model.index(0, AlarmListModel::NowColumn).data(AlarmListModel::ShortRole).toString(),
             QStringLiteral("HELD"));
    QCOMPARE(text(AlarmListModel::ValueColumn), QStringLiteral("86.4 °C"));
    QCOMPARE(text(AlarmListModel::LimitColumn), QStringLiteral("≥ 85.0"));
}

void TestAlarmListModel::chatteringIsSaidInTheRow()
{
    AlarmListModel model(m_bench->plant());
    AlarmRow row = makeRow("a", 3, AlarmState::Unacked, 5);
    row.timesSinceAck = 7;
    m_bench->publish({row});
    model.refresh();
    const QModelIndex title = model.index(0, AlarmListModel::TitleColumn);
    QCOMPARE(title.data().toString(), QStringLiteral("a title"));
    QVERIFY(!title.data(AlarmListModel::ShortRole).isValid());
    row.chattering = true;
    m_bench->publish({row});
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.refresh();
    QVERIFY(changed.count() > 0);
    QCOMPARE(title.data().toString(), QStringLiteral("a title · chattering × 7"));
    QCOMPARE(title.data(AlarmListModel::ShortRole).toString(),
             QStringLiteral("chattering × 7 · a title"));
    QVERIFY(title.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("chattering")));
    row.timesSinceAck = 0; // just acknowledged
    m_bench->publish({row});
    model.refresh();
    QCOMPARE(title.data().toString(), QStringLiteral("a title · chattering"));
}

void TestAlarmListModel::timeLeftCountsDownForNewAlarmsOnly()
{
    AlarmListModel model(m_bench->plant());
    AlarmRow fresh = makeRow("fresh", 1, AlarmState::Unacked, 14);
    fresh.respondWithinSeconds = 600;
    AlarmRow over = makeRow("over", 2, AlarmState::Unacked, 700);
    over.respondWithinSeconds = 600;
    AlarmRow acked = makeRow("acked", 2, AlarmState::Acked, 14);
    acked.respondWithinSeconds = 600;
    AlarmRow returned = makeRow("returned", 1, AlarmState::ReturnedUnacked, 14);
    returned.respondWithinSeconds = 600;
    m_bench->publish({fresh, over, returned, acked});
    model.refresh();
    const auto left = [&](int row) {
        return model.index(row, AlarmListModel::TimeLeftColumn).data().toString();
    };
    QCOMPARE(left(0), QStringLiteral("9 min 46 s"));
    QCOMPARE(left(1), QStringLiteral("overdue 1 min 40 s"));
    const QModelIndex brief = model.index(1, AlarmListModel::TimeLeftColumn);
    QCOMPARE(brief.data(AlarmListModel::ShortRole).toString(), QStringLiteral("−1 min 40 s"));
    QVERIFY(!brief.siblingAtRow(0).data(AlarmListModel::ShortRole).isValid());
    QCOMPARE(left(2), QStringLiteral("–"));
    QCOMPARE(left(3), QStringLiteral("–"));
}

void TestAlarmListModel::worstUnacknowledgedMayHaveReturned()
{
    const AlarmRow newLow = makeRow("new-3", 3, AlarmState::Unacked, 5);
    const AlarmRow returned = makeRow("returned-1", 1, AlarmState::ReturnedUnacked, 60);
    const AlarmRow latched = makeRow("latched-1", 1, AlarmState::LatchedUnacked, 30);
    const AlarmRow acked = makeRow("acked-1", 1, AlarmState::Acked, 1);
    const AlarmRow fresh = makeRow("new-1", 1, AlarmState::Unacked, 90);
    const auto worst = [](const std::vector<AlarmRow> &rows) {
        const AlarmRow *row = worstUnacknowledged(rows);
        return row ? row->id : std::string("none");
    };
    QCOMPARE(worst({acked, newLow, returned}), std::string("returned-1"));
    QCOMPARE(worst({newLow, returned, latched}), std::string("latched-1")); // newer
    QCOMPARE(worst({returned, latched, fresh, newLow}), std::string("new-1"));
    QCOMPARE(worst({acked}), std::string("none"));
}

void TestAlarmListModel::assetIsNamedShortForNarrowColumns()
{
    AlarmListModel model(m_bench->plant());
    m_bench->publish({makeRow("P-203", 1, AlarmState::Unacked)});
    model.refresh();
    const QModelIndex asset = model.index(0, AlarmListModel::AssetColumn);
    QCOMPARE(asset.data().toString(), QStringLiteral("P-203 · area"));
    QCOMPARE(asset.data(AlarmListModel::ShortRole).toString(), QStringLiteral("P-203"));
    QVERIFY(!asset.siblingAtColumn(AlarmListModel::TitleColumn)
                 .data(AlarmListModel::ShortRole)
                 .isValid());
}

void TestAlarmListModel::assetsOfOneNameAreToldApart()
{
    AlarmListModel model(m_bench->plant());
    const auto alarm = [this](const std::string &asset) {
        AlarmRow row = makeRow("high@" + asset, 1, AlarmState::Unacked);
        row.asset = asset;
        m_bench->tags().intern(asset + "/heat");
        return row;
    };
    const auto said = [&model](int role) {
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row)
            all << model.index(row, AlarmListModel::AssetColumn).data(role).toString();
        all.sort();
        return all.join(QStringLiteral(", "));
    };
    m_bench->publish({alarm("works/line 1/oven")});
    model.refresh();
    QCOMPARE(said(AlarmListModel::ShortRole), QStringLiteral("oven"));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    m_bench->publish(
        {alarm("works/line 1/oven"), alarm("works/line 2/oven"), alarm("works/press")});
    model.refresh();
    QVERIFY(changed.count() > 0);
    QCOMPARE(said(AlarmListModel::ShortRole),
             QStringLiteral("line 1 › oven, line 2 › oven, press"));
    QCOMPARE(said(Qt::DisplayRole), QStringLiteral("line 1 › oven, line 2 › oven, press · works"));
    m_bench->publish({alarm("north/line 1/oven"), alarm("south/line 1/oven")});
    model.refresh();
    QCOMPARE(said(AlarmListModel::ShortRole),
             QStringLiteral("north › line 1 › oven, south › line 1 › oven"));
    QCOMPARE(said(Qt::DisplayRole), QStringLiteral("north › line 1 › oven, south › line 1 › oven"));
    m_bench->publish({alarm("south/line 1/oven")});
    model.refresh(); // the others are in the plant, whatever is in the list
    QCOMPARE(said(Qt::DisplayRole), QStringLiteral("south › line 1 › oven"));
}

void TestAlarmListModel::assetIsToldFromThoseWithoutAlarm()
{
    AlarmListModel model(m_bench->plant());
    TagRegistry &tags = *m_bench->plant().tags;
    tags.intern("works/line 1/oven/heat");
    AlarmRow row = makeRow("high", 1, AlarmState::Unacked);
    row.asset = "works/line 1/oven";
    m_bench->publish({row});
    model.refresh();
    const QModelIndex asset = model.index(0, AlarmListModel::AssetColumn);
    QCOMPARE(asset.data(AlarmListModel::ShortRole).toString(), QStringLiteral("oven"));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    tags.intern("works/line 1/press/heat");
    model.refresh();
    QCOMPARE(changed.count(), 0); // nothing shown is called otherwise
    tags.intern("works/line 2/oven/heat");
    tags.intern("annexe/line 1/oven/heat");
    model.refresh(); // no alarm is new
    QCOMPARE(changed.count(), 1);
    QCOMPARE(asset.data().toString(), QStringLiteral("works › line 1 › oven"));
    QCOMPARE(asset.data(AlarmListModel::ShortRole).toString(),
             QStringLiteral("works › line 1 › oven"));
}

void TestAlarmListModel::silenceHasAShortForm()
{
    AlarmListModel model(m_bench->plant());
    AlarmRow silent = makeRow("silent", 2, AlarmState::Unacked);
    silent.condition = "no data for 30 s";
    AlarmRow high = makeRow("high", 3, AlarmState::Unacked);
    high.limit = 85.0;
    high.condition = "≥ 85.0";
    m_bench->publish({silent, high});
    model.refresh();
    const QModelIndex limit = model.index(0, AlarmListModel::LimitColumn);
    QCOMPARE(limit.data().toString(), QStringLiteral("no data for 30 s"));
    QCOMPARE(limit.data(AlarmListModel::ShortRole).toString(), QStringLiteral("30 s"));
    QVERIFY(!limit.siblingAtRow(1).data(AlarmListModel::ShortRole).isValid());
    silent.condition = "link down"; // "down" alone would read as a limit of that name
    QCOMPARE(AlarmWords::shortCondition(silent), QStringLiteral("no link"));
}

void TestAlarmListModel::stoppedRecordingIsNoLink()
{
    AlarmListModel model(m_bench->plant());
    AlarmRow row = makeRow(kRecordingAlarm, 1, AlarmState::Unacked, 0);
    row.condition = "link down";
    m_bench->publish({row});
    model.refresh();
    const QModelIndex limit = model.index(0, AlarmListModel::LimitColumn);
    QCOMPARE(limit.data().toString(), QStringLiteral("nothing can be written"));
    QCOMPARE(limit.data(AlarmListModel::ShortRole).toString(), QStringLiteral("stopped"));
    row.cause = recordingRule(Recording::HistoryStopped).cause;
    QCOMPARE(AlarmWords::condition(row, 0, QLocale()), QStringLiteral("history cannot be written"));
    QVERIFY(AlarmWords::cause(row).startsWith(QStringLiteral("The history cannot")));
    QVERIFY(AlarmWords::consequence(row).contains(QStringLiteral("kept in the raw journal")));
    row.cause = recordingRule(Recording::JournalStopped).cause;
    QVERIFY(AlarmWords::cause(row).startsWith(QStringLiteral("The raw journal cannot")));
}

void TestAlarmListModel::timeOfAnotherDayHasAShortForm()
{
    AlarmListModel model(m_bench->plant());
    m_bench->publish({makeRow("today", 1, AlarmState::Unacked, 60),
                      makeRow("before", 1, AlarmState::Unacked, 40 * 3600),
                      makeRow("last year", 1, AlarmState::Unacked, 365 * 86400)});
    model.refresh();
    const auto since = [&model](int row, int role) {
        return model.index(row, AlarmListModel::SinceColumn).data(role).toString();
    };
    QCOMPARE(since(0, AlarmListModel::ShortRole), QString());
    QCOMPARE(since(1, Qt::DisplayRole), QStringLiteral("2025-11-23 00:00:00.000"));
    QCOMPARE(since(1, AlarmListModel::ShortRole), QStringLiteral("11-23 00:00"));
    QCOMPARE(since(2, AlarmListModel::ShortRole), QStringLiteral("2024-11-24"));
}

void TestAlarmListModel::hiddenAlarmsHaveListsOfTheirOwn()
{
    AlarmListModel active(m_bench->plant());
    AlarmListModel shelved(m_bench->plant(), AlarmList::Shelved);
    AlarmListModel suppressed(m_bench->plant(), AlarmList::Suppressed);
    AlarmListModel away(m_bench->plant(), AlarmList::OutOfService);
    QAbstractItemModelTester tester(&shelved,
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_bench->publish({makeRow("new", 3, AlarmState::Unacked)},
                     {makeRow("shelved-4", 4, AlarmState::Shelved),
                      makeRow("suppressed", 3, AlarmState::Suppressed),
                      makeRow("shelved-2", 2, AlarmState::Shelved),
                      makeRow("away", 3, AlarmState::OutOfService)});
    for (AlarmListModel *model : {&active, &shelved, &suppressed, &away})
        QVERIFY(model->refresh());
    QCOMPARE(ids(active), QStringList {QStringLiteral("new")});
    QCOMPARE(ids(shelved),
             (QStringList {QStringLiteral("shelved-2"), QStringLiteral("shelved-4")}));
    QCOMPARE(ids(suppressed), QStringList {QStringLiteral("suppressed")});
    QCOMPARE(ids(away), QStringList {QStringLiteral("away")});
    QCOMPARE(active.columnCount(), AlarmListModel::kActiveColumns);
    shelved.setHeld(true);
    m_bench->publish({}, {makeRow("away", 3, AlarmState::OutOfService)});
    QVERIFY(shelved.refresh());
    QCOMPARE(shelved.rowCount(), 2); // held in its place, marked as gone
    shelved.setHeld(false);
    QCOMPARE(shelved.rowCount(), 0);
}

void TestAlarmListModel::hiddenAlarmSaysSinceWhenUntilWhenAndWhy()
{
    using Model = AlarmListModel;
    Model model(m_bench->plant(), AlarmList::Shelved);
    AlarmRow row = makeRow("a", 3, AlarmState::Shelved, 7200);
    row.hiddenSince = kStart - std::chrono::hours(1);
    row.until = kStart + std::chrono::minutes(24);
    row.hiddenBy = "ada";
    row.hiddenReason = "sensor is exchanged";
    row.isOn = true;
    m_bench->publish({}, {row});
    QVERIFY(model.refresh());
    const auto cell = [&model](int column) { return model.index(0, column).data().toString(); };
    QCOMPARE(cell(Model::StateColumn), QStringLiteral("SHELVED"));
    QCOMPARE(cell(Model::AgeColumn), QStringLiteral("1 h"));
    QVERIFY(cell(Model::EndsColumn).endsWith(QStringLiteral("in 24 min")));
    QCOMPARE(cell(Model::ByColumn), QStringLiteral("ada"));
    QCOMPARE(cell(Model::ReasonColumn), QStringLiteral("sensor is exchanged"));
    QCOMPARE(cell(Model::ConditionColumn), QStringLiteral("on"));
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    row.hiddenReason = "takes longer";
    m_bench->publish({}, {row});
    QVERIFY(model.refresh());
    QCOMPARE(changed.count(), 1);
    row.hiddenSince.reset(); // stored by a program that did not note it
    m_bench->publish({}, {row});
    QVERIFY(model.refresh());
    QCOMPARE(cell(Model::AgeColumn), QString(QChar(0x2013)));
}

QTEST_GUILESS_MAIN(TestAlarmListModel)
#include "tst_alarm_list_model.moc"
