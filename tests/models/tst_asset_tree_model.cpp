#include "tests/support/fake_plant.h"

#include "models/asset_filter_model.h"
#include "models/asset_tree_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestAssetTreeModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesComeInNaturalOrder();
    void nodesThatOwnTagsAreAssets();
    void laterTagsAreInsertedIntoOpenedNodes();
    void alarmsRollUpAndGoAway();
    void conditionComesFromTheAssetsOwnTags();
    void wordsForRunningAreOneCondition();
    void quietAssetsAreCountedAbove();
    void assetWhosePastArrivesIsNotQuiet();
    void isCompleteOnceEveryAssetWasLookedAt();
    void filterShowsTheWayToWhatItFinds();
    void filterFindsEveryWordInAnyCase();
    void oneFrameOfAHundredThousandNewTagsStaysShort();
    void filterOverAHundredThousandTagsTouchesOnlyWhatItShows();
};

namespace {

QModelIndex at(const AssetTreeModel &model, const char *path)
{
    return model.indexOf(model.tree().find(path));
}

QStringList namesUnder(const QAbstractItemModel &model, const QModelIndex &parent)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(parent); ++row)
        names << model.index(row, 0, parent).data().toString();
    return names;
}

int rowsUnder(const QAbstractItemModel &model, const QModelIndex &parent)
{
    int rows = model.rowCount(parent);
    for (int row = model.rowCount(parent) - 1; row >= 0; --row)
        rows += rowsUnder(model, model.index(row, 0, parent));
    return rows;
}

void fillHundredThousand(FakePlant &plant)
{
    for (int i = 0; i < 100'000; ++i) {
        const std::string path = "site/line " + std::to_string(i / 5000) + "/machine "
            + std::to_string(i / 10) + "/Value " + std::to_string(i % 10);
        plant.tags().intern(path);
    }
}

} // namespace

void TestAssetTreeModel::namesComeInNaturalOrder()
{
    FakePlant plant(FakePlant::Content::Empty);
    for (const char *path :
         {"$telltale/cpu", "hall/P-10/x", "hall/p-9/x", "hall/P-2/x", "hall/tag"})
        plant.tags().intern(path);
    AssetTreeModel model(plant.plant());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false); // it would open nodes in the middle of an insertion
    model.sync(plant.clock().now());
    QCOMPARE(namesUnder(model, {}), QStringList({u"hall"_s, u"Telltale itself"_s}));
    QCOMPARE(model.tree().assets(), 4U); // the program is no asset of the plant
    const QModelIndex hall = at(model, "hall/P-2").parent();
    QCOMPARE(namesUnder(model, hall), QStringList({u"P-2"_s, u"p-9"_s, u"P-10"_s, u"tag"_s}));
}

void TestAssetTreeModel::nodesThatOwnTagsAreAssets()
{
    FakePlant plant;
    AssetTreeModel model(plant.plant());
    model.sync(plant.clock().now());
    QVERIFY(!at(model, "Northfield/Intake").data(AssetTreeModel::IsAssetRole).toBool());
    QVERIFY(at(model, "Northfield/Intake/Inlet").data(AssetTreeModel::IsAssetRole).toBool());
    QCOMPARE(at(model, "Northfield/Intake").data(AssetTreeModel::AssetsRole).toInt(), 4);
    QCOMPARE(at(model, "Northfield/Intake").data(AssetTreeModel::PathRole).toString(),
             QStringLiteral("Northfield/Intake"));
}

void TestAssetTreeModel::laterTagsAreInsertedIntoOpenedNodes()
{
    FakePlant plant;
    AssetTreeModel model(plant.plant());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false); // it would open nodes in the middle of an insertion
    model.sync(plant.clock().now());
    const QPersistentModelIndex intake = at(model, "Northfield/Intake");
    const QPersistentModelIndex screen = at(model, "Northfield/Intake/Screen SC-1");
    QCOMPARE(model.rowCount(intake), 4);
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    for (const char *path : {"Northfield/Intake/A first/x", "Northfield/Intake/Z last/x",
                             "Northfield/Network/Zone 5/Pressure", "Abroad/P/x"})
        plant.tags().intern(path);
    model.sync(plant.clock().now());
    // One block for the opened area and one for the top; the unopened ones say nothing.
    QCOMPARE(inserted.count(), 2);
    QCOMPARE(namesUnder(model, intake).first(), QStringLiteral("A first"));
    QCOMPARE(namesUnder(model, intake).last(), QStringLiteral("Z last"));
    QCOMPARE(screen.data().toString(), QStringLiteral("Screen SC-1"));
    QCOMPARE(namesUnder(model, {}).first(), QStringLiteral("Abroad"));
}

void TestAssetTreeModel::alarmsRollUpAndGoAway()
{
    FakePlant plant;
    AssetTreeModel model(plant.plant());
    model.sync(plant.clock().now());
    const QModelIndex station = at(model, "Northfield/Pump station 2");
    QCOMPARE(station.data(AssetTreeModel::PriorityRole).toInt(), 1);
    QCOMPARE(station.data(AssetTreeModel::FreshRole).toInt(), 2);
    QCOMPARE(station.data(AssetTreeModel::ActiveRole).toInt(), 3);
    QCOMPARE(station.data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Pump station 2, Priority 1 CRIT, NEW, 2 not acknowledged, 3 in all"));
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    plant.publishAlarms({});
    model.sync(plant.clock().now());
    QCOMPARE(station.data(AssetTreeModel::PriorityRole).toInt(), 0);
    QCOMPARE(station.data(Qt::AccessibleTextRole).toString(), QStringLiteral("Pump station 2"));
    QVERIFY(changed.count() > 0);
}

void TestAssetTreeModel::conditionComesFromTheAssetsOwnTags()
{
    FakePlant plant;
    plant.receiveText("Northfield/Intake/Gate/State", "half open");
    AssetTreeModel model(plant.plant());
    model.sync(plant.clock().now());
    using Condition = AssetStates::Condition;
    const auto condition = [&](const char *path) {
        return static_cast<Condition>(at(model, path).data(AssetTreeModel::ConditionRole).toInt());
    };
    QCOMPARE(condition("Northfield/Intake/Raw water pump P-101"), Condition::Running);
    QCOMPARE(condition("Northfield/Intake/Raw water pump P-102"), Condition::Stopped);
    QCOMPARE(condition("Northfield/Network/Zone 7"), Condition::Stale);
    QCOMPARE(condition("Northfield/Intake/Gate"), Condition::Told);
    QCOMPARE(at(model, "Northfield/Intake/Gate").data(AssetTreeModel::ToldRole).toString(),
             QStringLiteral("half open"));
}

/// Of some machines it is a text, of others on or off.
void TestAssetTreeModel::wordsForRunningAreOneCondition()
{
    FakePlant plant(FakePlant::Content::Empty);
    AssetTreeModel model(plant.plant());
    using Condition = AssetStates::Condition;
    const auto condition = [&](const char *told) {
        plant.receiveText("hall/filter/state", told);
        model.sync(plant.clock().now());
        return static_cast<Condition>(
            at(model, "hall/filter").data(AssetTreeModel::ConditionRole).toInt());
    };
    QCOMPARE(condition("run"), Condition::Running);
    QCOMPARE(condition("Stopped"), Condition::Stopped);
    QCOMPARE(condition("wash"), Condition::Told);
}

void TestAssetTreeModel::quietAssetsAreCountedAbove()
{
    FakePlant plant(FakePlant::Content::Empty);
    const std::string first = "works/hall/P-1/Flow";
    const std::string second = "works/hall/P-2/Flow";
    AssetTreeModel model(plant.plant());
    for (int i = 0; i < 5; ++i) {
        plant.receive(first, i);
        plant.receive(second, i);
        plant.clock().advance(1s);
    }
    model.sync(plant.clock().now());
    const QModelIndex hall = at(model, "works/hall");
    const QModelIndex tag = model.indexOf(model.tree().leaf(plant.tag(second)));
    QCOMPARE(hall.data(AssetTreeModel::QuietRole).toInt(), 0);
    QVERIFY(!tag.data(AssetTreeModel::StaleRole).toBool());
    for (int i = 0; i < 600; ++i) {
        plant.clock().advance(1s);
        plant.receive(first, i);
    }
    model.sync(plant.clock().now());
    QCOMPARE(hall.data(AssetTreeModel::AssetsRole).toInt(), 2);
    QCOMPARE(hall.data(AssetTreeModel::QuietRole).toInt(), 1);
    QCOMPARE(hall.parent().data(AssetTreeModel::QuietRole).toInt(), 1);
    QVERIFY(tag.data(AssetTreeModel::StaleRole).toBool());
    plant.clock().advance(1s);
    plant.receive(second, 7.0);
    model.sync(plant.clock().now());
    QCOMPARE(hall.data(AssetTreeModel::QuietRole).toInt(), 0);
}

void TestAssetTreeModel::assetWhosePastArrivesIsNotQuiet()
{
    FakePlant plant(FakePlant::Content::Empty);
    AssetTreeModel model(plant.plant());
    const TagId tag = plant.receive("works/hall/P-1/Flow", 1.0);
    plant.receive("works/hall/P-2/Flow", 1.0);
    plant.clock().advance(24h);
    const Timestamp begin = plant.clock().now() - 20h;
    const auto condition = [&model](const char *path) {
        return static_cast<AssetStates::Condition>(
            at(model, path).data(AssetTreeModel::ConditionRole).toInt());
    };
    for (int i = 0; i < 5; ++i) {
        plant.clock().advance(1s);
        auto batch = std::make_shared<SampleBatch>();
        batch->append({tag, begin + i * 10min, 1.0, {}, {}, {}});
        batch->arrival = plant.clock().now();
        plant.live().apply(*batch);
        model.sync(plant.clock().now());
        QCOMPARE(at(model, "works/hall").data(AssetTreeModel::QuietRole).toInt(), 1);
        QCOMPARE(condition("works/hall/P-1"), AssetStates::Condition::CatchingUp);
        QCOMPARE(condition("works/hall/P-2"), AssetStates::Condition::Stale);
    }
    plant.clock().advance(30s); // it stops before it has come to the present
    model.sync(plant.clock().now());
    QCOMPARE(at(model, "works/hall").data(AssetTreeModel::QuietRole).toInt(), 2);
    QCOMPARE(condition("works/hall/P-1"), AssetStates::Condition::Stale);
}

/// Also where the clock stands still; no asset counts as live before that.
void TestAssetTreeModel::isCompleteOnceEveryAssetWasLookedAt()
{
    FakePlant plant(FakePlant::Content::Empty);
    fillHundredThousand(plant); // none has a value
    AssetTreeModel model(plant.plant());
    const Timestamp now = plant.clock().now();
    QVERIFY(!model.isComplete());
    model.sync(now, 1ms);
    QVERIFY(!model.hasAllTags());
    for (int frame = 0; frame < 100'000 && !model.isComplete(); ++frame) {
        QCOMPARE(at(model, "site").data(AssetTreeModel::QuietRole).toInt(), 0); // not known yet
        model.sync(now, 1ms);
    }
    QVERIFY(model.isComplete());
    QVERIFY(model.hasAllTags());
    QCOMPARE(at(model, "site").data(AssetTreeModel::AssetsRole).toInt(), 10'000);
    QCOMPARE(at(model, "site").data(AssetTreeModel::QuietRole).toInt(), 10'000);
    plant.tags().intern("site/line 0/new machine/value");
    QVERIFY(!model.isComplete());
    model.sync(now);
    while (!model.isComplete())
        model.sync(now);
    QCOMPARE(at(model, "site").data(AssetTreeModel::QuietRole).toInt(), 10'001);
}

void TestAssetTreeModel::filterShowsTheWayToWhatItFinds()
{
    FakePlant plant;
    AssetTreeModel model(plant.plant());
    model.sync(plant.clock().now());
    AssetFilterModel filter(model);
    const QAbstractItemModelTester tester(&filter,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    filter.setFilter(QStringLiteral("bearing"));
    QCOMPARE(filter.found(), 1U);
    QModelIndex index;
    QStringList way;
    while (filter.rowCount(index) == 1) {
        index = filter.index(0, 0, index);
        way << index.data().toString();
    }
    QCOMPARE(way,
             QStringList({u"Northfield"_s, u"Pump station 2"_s, u"Pump P-203"_s,
                          u"Bearing temperature"_s}));
    filter.setFilter(QStringLiteral("nothing like that"));
    QCOMPARE(filter.rowCount(), 0);
}

void TestAssetTreeModel::filterFindsEveryWordInAnyCase()
{
    FakePlant plant;
    plant.tags().intern("Süd/ÖLPUMPE/Druck");
    AssetTreeModel model(plant.plant());
    model.sync(plant.clock().now());
    AssetFilterModel filter(model);
    filter.setFilter(QStringLiteral("power p-203"));
    QCOMPARE(filter.found(), 1U);
    filter.setFilter(QStringLiteral("ölpumpe"));
    QCOMPARE(filter.found(), 1U);
    filter.setFilter(QStringLiteral("p-203 vibration"));
    QCOMPARE(filter.found(), 0U);
}

void TestAssetTreeModel::oneFrameOfAHundredThousandNewTagsStaysShort()
{
    FakePlant plant(FakePlant::Content::Empty);
    fillHundredThousand(plant);
    AssetTreeModel model(plant.plant());
    int frames = 0;
    while (model.sync(plant.clock().now(), 6ms))
        ++frames;
    QVERIFY2(frames > 3, "everything was taken in one frame");
    QCOMPARE(model.tree().assets(), 10'000U);
}

void TestAssetTreeModel::filterOverAHundredThousandTagsTouchesOnlyWhatItShows()
{
    FakePlant plant(FakePlant::Content::Empty);
    fillHundredThousand(plant);
    AssetTreeModel model(plant.plant());
    while (model.sync(plant.clock().now(), 1s)) { }
    AssetFilterModel filter(model);
    const QSignalSpy reset(&filter, &QAbstractItemModel::modelReset);
    const QSignalSpy inserted(&filter, &QAbstractItemModel::rowsInserted);
    filter.setFilter(QStringLiteral("99/value"));
    QCOMPARE(reset.count(), 1);
    QCOMPARE(inserted.count(), 0);
    // The site, ten lines, five machines in each, ten values in each: of 110 000 nodes.
    QCOMPARE(rowsUnder(filter, {}), 1 + 10 + 50 + 500);
    QCOMPARE(filter.shown(), AssetFilterModel::kShown);
    QCOMPARE(filter.found(), 1000U); // ten of every hundredth machine
}

QTEST_GUILESS_MAIN(TestAssetTreeModel)
#include "tst_asset_tree_model.moc"
