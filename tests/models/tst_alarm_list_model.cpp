#include "models/alarm_filter_model.h"
#include "models/alarm_list_model.h"
#include "models/alarm_words.h"

#include "data/alarms/system_rules.h"
#include "data/telemetry/clock.h"
#include "data/telemetry/live_values.h"
#include "data/telemetry/tag_registry.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace telltale;

namespace {

constexpr Timestamp kStart = timestampFromMicroseconds(1'764'000'000'000'000);

AlarmRow makeRow(const std::string &id, int priority, AlarmState state, int secondsAgo = 0)
{
    AlarmRow row;
    row.id = id;
    row.title = id + " title";
    row.asset = "plant/area/" + id;
    row.tag = row.asset + "/tag";
    row.priority = priority;
    row.state = state;
    row.occurrence = 1;
    row.since = kStart - std::chrono::seconds(secondsAgo);
    return row;
}

} // namespace

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
    void timeLeftCountsDownForNewAlarmsOnly();
    void worstUnacknowledgedMayHaveReturned();
    void assetIsNamedShortForNarrowColumns();
    void silenceHasAShortForm();
    void acknowledgedAlarmHasComeOnce();
    void stoppedRecordingIsNoLink();
    void timeOfAnotherDayHasAShortForm();
    void filterNeverHidesNewCriticalAlarms();
    void areaFilterTakesWholeLevels();
    void temporarySortReturns();
    void burstOfFiveThousandIsOneBlock();

private:
    void publish(std::vector<AlarmRow> rows);
    QStringList ids(const QAbstractItemModel &model) const;

    ManualClock m_clock {kStart};
    std::unique_ptr<TagRegistry> m_tags;
    std::unique_ptr<LiveValues> m_live;
    std::unique_ptr<AlarmBoard> m_board;
    std::uint64_t m_version = 0;
    Plant m_plant;
};

void TestAlarmListModel::init()
{
    m_clock.set(kStart);
    m_tags = std::make_unique<TagRegistry>();
    m_live = std::make_unique<LiveValues>();
    m_board = std::make_unique<AlarmBoard>();
    m_plant = Plant {};
    m_plant.tags = m_tags.get();
    m_plant.live = m_live.get();
    m_plant.alarms = m_board.get();
    m_plant.clock = &m_clock;
    m_plant.zone = QTimeZone::utc();
}

void TestAlarmListModel::publish(std::vector<AlarmRow> rows)
{
    auto snapshot = std::make_shared<AlarmSnapshot>();
    snapshot->rows = std::move(rows);
    snapshot->version = ++m_version;
    m_board->publish(snapshot);
}

QStringList TestAlarmListModel::ids(const QAbstractItemModel &model) const
{
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids << model.index(row, 0).data(AlarmListModel::IdRole).toString();
    return ids;
}

void TestAlarmListModel::rowsStandInTheOrderOfTheList()
{
    AlarmListModel model(m_plant);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    publish({makeRow("latched-acked-1", 1, AlarmState::LatchedAcked),
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
    AlarmListModel model(m_plant);
    AlarmRow twice = makeRow("new", 1, AlarmState::Unacked);
    twice.timesSinceAck = 2;
    publish({twice, makeRow("acked", 1, AlarmState::Acked)});
    QVERIFY(model.refresh());
    QCOMPARE(model.index(0, AlarmListModel::TimesColumn).data().toString(), QStringLiteral("2"));
    QCOMPARE(model.index(1, AlarmListModel::TimesColumn).data().toString(), QStringLiteral("1"));
}

void TestAlarmListModel::equalStateAndPriorityPutsTheNewestFirst()
{
    AlarmListModel model(m_plant);
    AlarmRow older = makeRow("older", 3, AlarmState::Unacked, 60);
    AlarmRow sameTimeLow = makeRow("second", 3, AlarmState::Unacked, 10);
    AlarmRow sameTimeHigh = makeRow("first", 3, AlarmState::Unacked, 10);
    sameTimeHigh.occurrence = 7;
    publish({older, sameTimeLow, sameTimeHigh});
    model.refresh();
    QCOMPARE(
        ids(model),
        QStringList({QStringLiteral("first"), QStringLiteral("second"), QStringLiteral("older")}));
}

void TestAlarmListModel::anAcknowledgementMovesTheRowAndKeepsItsIndex()
{
    AlarmListModel model(m_plant);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    publish({makeRow("a", 1, AlarmState::Unacked), makeRow("b", 2, AlarmState::Unacked),
             makeRow("c", 3, AlarmState::Unacked)});
    model.refresh();
    const QPersistentModelIndex selected = model.index(0, 0);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    publish({makeRow("a", 1, AlarmState::Acked), makeRow("b", 2, AlarmState::Unacked),
             makeRow("c", 3, AlarmState::Unacked)});
    model.refresh();
    QCOMPARE(selected.row(), 2);
    QCOMPARE(selected.data(AlarmListModel::IdRole).toString(), QStringLiteral("a"));
    QCOMPARE(resets.count(), 0);
}

void TestAlarmListModel::newRowsArriveInBlocks()
{
    AlarmListModel model(m_plant);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    publish({makeRow("old", 2, AlarmState::Acked)});
    model.refresh();
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    std::vector<AlarmRow> rows {makeRow("old", 2, AlarmState::Acked)};
    for (int i = 0; i < 50; ++i)
        rows.push_back(makeRow("new-" + std::to_string(i), 3, AlarmState::Unacked, i));
    publish(rows);
    model.refresh();
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(model.rowCount(), 51);
    publish({makeRow("old", 2, AlarmState::Acked)});
    model.refresh();
    QCOMPARE(removed.count(), 1);
    QCOMPARE(model.rowCount(), 1);
}

void TestAlarmListModel::whileHeldNothingMoves()
{
    AlarmListModel model(m_plant);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    publish({makeRow("a", 3, AlarmState::Unacked), makeRow("b", 4, AlarmState::Unacked)});
    model.refresh();
    model.setHeld(true);
    publish({makeRow("b", 4, AlarmState::Unacked), makeRow("worst", 1, AlarmState::Unacked)});
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
    AlarmListModel model(m_plant);
    publish({makeRow("a", 3, AlarmState::Unacked, 5), makeRow("b", 3, AlarmState::Unacked, 6),
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
    AlarmListModel model(m_plant);
    AlarmRow row = makeRow("a", 3, AlarmState::Unacked, 5);
    row.value = 86.44;
    row.limit = 85.0;
    row.unit = "°C";
    row.condition = "≥ 85";
    const TagId tag = m_tags->intern(row.tag);
    TagInfo info = m_tags->info(tag);
    info.decimals = 1;
    m_tags->describe(tag, info);
    publish({row});
    model.refresh();
    const auto text = [&](int column) { return model.index(0, column).data().toString(); };
    QCOMPARE(text(AlarmListModel::NowColumn), QStringLiteral("–"));
    const Sample sample {tag, kStart, 87.0, Quality::good(), {}, {}};
    m_live->restore(std::span(&sample, 1));
    QVERIFY(text(AlarmListModel::NowColumn).startsWith(QStringLiteral("87.0")));
    QCOMPARE(model.index(0, AlarmListModel::NowColumn).data(AlarmListModel::ShortRole).toString(),
             QStringLiteral("STALE"));
    QCOMPARE(text(AlarmListModel::ValueColumn), QStringLiteral("86.4 °C"));
    QCOMPARE(text(AlarmListModel::LimitColumn), QStringLiteral("≥ 85.0"));
}

void TestAlarmListModel::timeLeftCountsDownForNewAlarmsOnly()
{
    AlarmListModel model(m_plant);
    AlarmRow fresh = makeRow("fresh", 1, AlarmState::Unacked, 14);
    fresh.respondWithinSeconds = 600;
    AlarmRow over = makeRow("over", 2, AlarmState::Unacked, 700);
    over.respondWithinSeconds = 600;
    AlarmRow acked = makeRow("acked", 2, AlarmState::Acked, 14);
    acked.respondWithinSeconds = 600;
    AlarmRow returned = makeRow("returned", 1, AlarmState::ReturnedUnacked, 14);
    returned.respondWithinSeconds = 600;
    publish({fresh, over, returned, acked});
    model.refresh();
    const auto left = [&](int row) {
        return model.index(row, AlarmListModel::TimeLeftColumn).data().toString();
    };
    QCOMPARE(left(0), QStringLiteral("9 min 46 s"));
    QCOMPARE(left(1), QStringLiteral("over by 1 min 40 s"));
    QCOMPARE(left(2), QStringLiteral("returned"));
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
    AlarmListModel model(m_plant);
    publish({makeRow("P-203", 1, AlarmState::Unacked)});
    model.refresh();
    const QModelIndex asset = model.index(0, AlarmListModel::AssetColumn);
    QCOMPARE(asset.data().toString(), QStringLiteral("P-203 · area"));
    QCOMPARE(asset.data(AlarmListModel::ShortRole).toString(), QStringLiteral("P-203"));
    QVERIFY(!asset.siblingAtColumn(AlarmListModel::TitleColumn)
                 .data(AlarmListModel::ShortRole)
                 .isValid());
}

void TestAlarmListModel::silenceHasAShortForm()
{
    AlarmListModel model(m_plant);
    AlarmRow silent = makeRow("silent", 2, AlarmState::Unacked);
    silent.condition = "no data for 30 s";
    AlarmRow high = makeRow("high", 3, AlarmState::Unacked);
    high.limit = 85.0;
    high.condition = "≥ 85.0";
    publish({silent, high});
    model.refresh();
    const QModelIndex limit = model.index(0, AlarmListModel::LimitColumn);
    QCOMPARE(limit.data().toString(), QStringLiteral("no data for 30 s"));
    QCOMPARE(limit.data(AlarmListModel::ShortRole).toString(), QStringLiteral("30 s"));
    QVERIFY(!limit.siblingAtRow(1).data(AlarmListModel::ShortRole).isValid());
}

void TestAlarmListModel::stoppedRecordingIsNoLink()
{
    AlarmListModel model(m_plant);
    AlarmRow row = makeRow(kRecordingAlarm, 1, AlarmState::Unacked, 0);
    row.condition = "link down";
    publish({row});
    model.refresh();
    const QModelIndex limit = model.index(0, AlarmListModel::LimitColumn);
    QCOMPARE(limit.data().toString(), QStringLiteral("nothing can be written"));
    QCOMPARE(limit.data(AlarmListModel::ShortRole).toString(), QStringLiteral("stopped"));
}

void TestAlarmListModel::timeOfAnotherDayHasAShortForm()
{
    AlarmListModel model(m_plant);
    publish({makeRow("today", 1, AlarmState::Unacked, 60),
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

void TestAlarmListModel::filterNeverHidesNewCriticalAlarms()
{
    AlarmListModel model(m_plant);
    AlarmFilterModel filter;
    filter.setSourceModel(&model);
    QAbstractItemModelTester tester(&filter,
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    publish({makeRow("critical-new", 1, AlarmState::Unacked),
             makeRow("critical-acked", 1, AlarmState::Acked),
             makeRow("pump", 3, AlarmState::Unacked), makeRow("valve", 3, AlarmState::Unacked)});
    model.refresh();
    filter.setText(QStringLiteral("PUMP title"));
    QCOMPARE(ids(filter), QStringList({QStringLiteral("critical-new"), QStringLiteral("pump")}));
    QCOMPARE(filter.hidden(), 2);
    filter.setText({});
    QCOMPARE(filter.hidden(), 0);
    filter.setArea(QStringLiteral("elsewhere"));
    QCOMPARE(ids(filter), QStringList({QStringLiteral("critical-new")}));
}

void TestAlarmListModel::areaFilterTakesWholeLevels()
{
    AlarmListModel model(m_plant);
    AlarmFilterModel filter;
    filter.setSourceModel(&model);
    AlarmRow inside = makeRow("inside", 3, AlarmState::Unacked);
    inside.asset = "plant/ps2/P-1";
    AlarmRow beside = makeRow("beside", 3, AlarmState::Unacked);
    beside.asset = "plant/ps20/P-1";
    publish({inside, beside});
    model.refresh();
    filter.setArea(QStringLiteral("plant/ps2"));
    QCOMPARE(ids(filter), QStringList({QStringLiteral("inside")}));
}

void TestAlarmListModel::temporarySortReturns()
{
    AlarmListModel model(m_plant);
    AlarmFilterModel filter;
    filter.setSourceModel(&model);
    publish({makeRow("new", 4, AlarmState::Unacked), makeRow("acked", 1, AlarmState::Acked)});
    model.refresh();
    QSignalSpy changed(&filter, &AlarmFilterModel::orderChanged);
    filter.setSortLasts(std::chrono::milliseconds(50));
    filter.sort(AlarmListModel::PriorityColumn);
    QCOMPARE(ids(filter), QStringList({QStringLiteral("acked"), QStringLiteral("new")}));
    QTRY_COMPARE(changed.count(), 2);
    QVERIFY(!filter.isTemporarilySorted());
    QCOMPARE(ids(filter), QStringList({QStringLiteral("new"), QStringLiteral("acked")}));
    QCOMPARE(AlarmFilterModel::kSortLasts.count(), 60);
}

void TestAlarmListModel::burstOfFiveThousandIsOneBlock()
{
    AlarmListModel model(m_plant);
    AlarmFilterModel filter;
    filter.setSourceModel(&model);
    std::vector<AlarmRow> rows;
    for (int i = 0; i < 5000; ++i)
        rows.push_back(makeRow("alarm-" + std::to_string(i), 1 + i % 4, AlarmState::Unacked, i));
    publish(rows);
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QSignalSpy ordered(&model, &QAbstractItemModel::layoutChanged);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.refresh();
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(filter.rowCount(), 5000);
    for (std::size_t i = 0; i < rows.size(); i += 2)
        rows[i].state = AlarmState::Acked;
    publish(rows);
    model.refresh();
    QCOMPARE(ordered.count(), 1);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(filter.index(0, 0).data(AlarmListModel::PriorityRole).toInt(), 2);
    QCOMPARE(filter.index(4999, 0).data(AlarmListModel::StateRole).toInt(),
             static_cast<int>(AlarmState::Acked));
}

QTEST_GUILESS_MAIN(TestAlarmListModel)
#include "tst_alarm_list_model.moc"
