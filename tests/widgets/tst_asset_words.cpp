#include "tests/support/fake_plant.h"
#include "tests/support/german_words.h"
#include "tests/widgets/find_widgets.h"
#include "widgets/assets/asset_alarms_panel.h"
#include "widgets/assets/asset_head.h"
#include "widgets/assets/asset_page.h"
#include "widgets/common/data_table.h"
#include "widgets/common/fact_table.h"
#include "widgets/common/theme.h"
#include "widgets/trends/trend_view.h"

#include "models/alarm_list_model.h"
#include "models/asset_facts.h"
#include "models/asset_tree_model.h"
#include "models/connection_rows.h"
#include "models/value_text.h"

#include <QApplication>
#include <QLabel>
#include <QTest>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

namespace {

constexpr const char *kStation = "Northfield/Pump station 2";
constexpr const char *kPump = "Northfield/Pump station 2/Pump P-203";
const std::string kBearing = std::string(kPump) + "/Bearing temperature";

} // namespace

/// What the pages of assets and areas say, and of whom they say it.
class TestAssetWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void anAreaNamesTheAssetsOfItsAlarms();
    void aGapWithoutABeginStandsAtItsEnd();
    void aGapOfOneTagNamesIt();
    void aGapOfLessThanASecondIsNoEvent();
    void alarmsAndGapsLeaveEachOtherRoom();
    void nothingIsToldOfWhatCameLater();
    void everyGapOfTheTrendsIsAnEvent();
    void noEventsAreSaidAsNoAlarmsAre();
    void longFactsGoOnInAnotherLine();
    void anAreaDoesNotSpeakForItsAssets();
    void machinesOwnWordIsMarkedAsSuch();
    void wrongClockIsSaid();
    void whatIsStoredAheadOfTheClockHasNoAge();
    void demoIsNamedInTheLanguageOfNow();

private:
    void open(const char *path);
    void frame();
    QStringList facts() const;

    std::unique_ptr<FakePlant> m_plant;
    std::unique_ptr<AssetTreeModel> m_assets;
    std::unique_ptr<AssetPage> m_page;
};

void TestAssetWords::initTestCase()
{
    Theme::instance().applyTo(*qApp);
}

void TestAssetWords::init()
{
    m_plant = std::make_unique<FakePlant>();
    m_assets = std::make_unique<AssetTreeModel>(m_plant->plant());
    m_assets->sync(m_plant->clock().now());
    open(kPump);
}

void TestAssetWords::cleanup()
{
    m_page.reset();
    m_assets.reset();
    m_plant.reset();
}

void TestAssetWords::frame()
{
    m_page->frame(m_plant->clock().now());
}

void TestAssetWords::open(const char *path)
{
    m_page = std::make_unique<AssetPage>(m_plant->plant(), *m_assets, QString::fromUtf8(path));
    m_page->resize(1632, 960);
    m_page->show();
    frame();
    QTRY_VERIFY((frame(), m_page->isComplete()));
}

/// "Running: 3 h"
QStringList TestAssetWords::facts() const
{
    QStringList lines;
    for (int row = 0; row < m_page->properties().model()->rowCount(); ++row)
        lines << m_page->properties().model()->index(row, 0).data().toString()
                + QStringLiteral(": ")
                + m_page->properties().model()->index(row, 1).data().toString();
    return lines;
}

void TestAssetWords::anAreaNamesTheAssetsOfItsAlarms()
{
    const auto namesAssets
        = [this] { return !m_page->alarms().table().isColumnHidden(AlarmListModel::AssetColumn); };
    QVERIFY(!namesAssets());
    open(kStation);
    QVERIFY(namesAssets());
    AlarmJournalEntry entry;
    entry.type = "ALARM";
    entry.tag = kBearing;
    entry.title = "Bearing temperature high";
    const auto said = [&](const char *page) {
        return AssetFacts::events(m_plant->plant(), page, {entry}, {}, m_plant->clock().now(), 8)
            .front()
            .value;
    };
    QCOMPARE(said(kPump), QStringLiteral("Alarm: Bearing temperature high"));
    QCOMPARE(said(kStation), QStringLiteral("Alarm: Pump P-203 · Bearing temperature high"));
}

void TestAssetWords::aGapWithoutABeginStandsAtItsEnd()
{
    const Timestamp now = m_plant->clock().now();
    const HistoryGap gap {HistoryGap::Cause::DiskError, {}, {}, {Timestamp::min(), now - 1min}};
    const auto event = AssetFacts::events(m_plant->plant(), kPump, {}, {gap}, now, 8).front();
    QCOMPARE(event.name, shortTimeText(now - 1min, now, m_plant->plant().zone, QLocale()));
    QCOMPARE(event.value, QStringLiteral("Not received: disk error"));
}

void TestAssetWords::aGapOfOneTagNamesIt()
{
    const Timestamp now = m_plant->clock().now();
    const HistoryGap gap {
        HistoryGap::Cause::DeviceSilent, {}, m_plant->tag(kBearing), {now - 3min, now - 1min}};
    const auto event = AssetFacts::events(m_plant->plant(), kPump, {}, {gap}, now, 8).front();
    QCOMPARE(event.value, QStringLiteral("Bearing temperature not received: device silent 2 min"));
}

void TestAssetWords::aGapOfLessThanASecondIsNoEvent()
{
    const Timestamp now = m_plant->clock().now();
    const auto said = [&](std::chrono::milliseconds length) {
        const HistoryGap gap {
            HistoryGap::Cause::ProgramOff, {}, {}, {now - 1min, now - 1min + length}};
        QStringList words;
        for (const Fact &fact : AssetFacts::events(m_plant->plant(), kPump, {}, {gap}, now, 8))
            words << fact.value;
        return words;
    };
    QCOMPARE(said(400ms), QStringList());
    QCOMPARE(said(1s), QStringList {QStringLiteral("Not received: program off 1 s")});
}

void TestAssetWords::alarmsAndGapsLeaveEachOtherRoom()
{
    const Timestamp now = m_plant->clock().now();
    const auto said = [&](std::size_t alarms, int gaps) {
        AlarmJournalEntry entry;
        entry.type = "ALARM";
        entry.tag = kBearing;
        entry.time = now - 1s;
        std::vector<HistoryGap> missed;
        for (int i = 0; i < gaps; ++i)
            missed.push_back({HistoryGap::Cause::ProgramOff, {}, {}, {now - 9min, now - 8min}});
        QStringList words;
        for (const Fact &fact : AssetFacts::events(m_plant->plant(), kPump,
                                                   std::vector(alarms, entry), missed, now, 8))
            words << fact.value;
        return words;
    };
    const QString gap = QStringLiteral("Not received: program off 1 min");
    QCOMPARE(said(20, 1).count(gap), 1);
    QCOMPARE(said(20, 1).size(), 8);
    QCOMPARE(said(0, 8).count(gap), 8);
    QCOMPARE(said(20, 6).count(gap), 4);
    QCOMPARE(said(20, 6).back(), QStringLiteral("2 more gap(s) in the trends"));
}

void TestAssetWords::nothingIsToldOfWhatCameLater()
{
    const Timestamp now = m_plant->clock().now();
    AlarmJournalEntry entry;
    entry.type = "ALARM";
    entry.tag = kBearing;
    entry.time = now + 1s;
    QVERIFY(AssetFacts::events(m_plant->plant(), kPump, {entry}, {}, now, 8).empty());
}

/// Also where the trends show another time than the present.
void TestAssetWords::everyGapOfTheTrendsIsAnEvent()
{
    const auto told = [this] {
        qsizetype lines = 0;
        for (int row = 0; row < m_page->events().model()->rowCount(); ++row)
            lines += m_page->events().model()->index(row, 1).data().toString().contains(
                         QStringLiteral("ot received: "))
                ? 1
                : 0;
        return lines;
    };
    QCOMPARE(told(), std::ssize(m_page->trends().gaps()));
    const Timestamp yesterday = m_plant->clock().now() - 24h; // nothing was stored for hours then
    m_page->trends().window().setRange({yesterday - 30min, yesterday + 30min});
    QTRY_VERIFY((frame(), told() > 0));
    QCOMPARE(told(), std::ssize(m_page->trends().gaps()));
}

/// Not in a row, which would be an event.
void TestAssetWords::noEventsAreSaidAsNoAlarmsAre()
{
    open("Northfield/Nowhere");
    QVERIFY(!m_page->events().isVisible());
    const auto labels = m_page->findChildren<QLabel *>();
    const auto labelOf = [&labels](const char *words) {
        const auto found = std::find_if(labels.begin(), labels.end(), [words](QLabel *label) {
            return label->text() == QLatin1String(words) && label->isVisible();
        });
        return found == labels.end() ? nullptr : *found;
    };
    const QLabel *noEvents = labelOf("Nothing noted yet.");
    const QLabel *noAlarms = labelOf("No alarm is active here.");
    QVERIFY(noEvents && noAlarms);
    QCOMPARE(noEvents->objectName(), noAlarms->objectName());
    QCOMPARE(noEvents->contentsMargins(), noAlarms->contentsMargins());
}

void TestAssetWords::longFactsGoOnInAnotherLine()
{
    QWidget window;
    FactTable table(QStringLiteral("facts"), QStringLiteral("Facts"), 104);
    auto *column = new QVBoxLayout(&window);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(&table);
    column->addStretch(1);
    window.resize(310, 200); // what a window of 1280x720 leaves
    window.show();
    const QString time = QStringLiteral("21:46:03");
    table.setFacts({{time, QStringLiteral("Alarm: Vibration rising")}});
    QCOMPARE(table.rowHeight(0), int(Theme::kTableRow));
    const QString gap = QStringLiteral("Bearing temperature not received: device silent 2 min");
    table.setFacts({{time, gap}, {time, QStringLiteral("Alarm: Vibration rising")}});
    QVERIFY(table.rowHeight(0) > Theme::kTableRow);
    QVERIFY(isRowWhole(table, 0));
    QCOMPARE(table.rowHeight(1), int(Theme::kTableRow));
    QTRY_COMPARE(table.height(), table.rowHeight(0) + table.rowHeight(1));
    window.resize(900, window.height());
    QTRY_COMPARE(table.rowHeight(0), int(Theme::kTableRow));
    QTRY_COMPARE(table.height(), 2 * table.rowHeight(0));
}

/// What each of its machines says of itself holds for that one alone.
void TestAssetWords::anAreaDoesNotSpeakForItsAssets()
{
    for (const char *pump : {"Pump P-201", "Pump P-202"}) {
        const std::string path = std::string("Northfield/Pump station 2/") + pump;
        m_plant->receiveText(path + "/firmware", "2.4.1");
        m_plant->receiveText(path + "/type", "Centrifugal pump");
    }
    m_assets->sync(m_plant->clock().now());
    open(kStation);
    QVERIFY(facts().filter(QStringLiteral("Centrifugal")).isEmpty());
    QVERIFY(facts().filter(QStringLiteral("2.4.1")).isEmpty());
    open("Northfield/Pump station 2/Pump P-201");
    QCOMPARE(facts().front(),
             QStringLiteral("type: ") + QLocale().quoteString(QStringLiteral("Centrifugal pump")));
    QCOMPARE(facts().filter(QStringLiteral("2.4.1")).size(), 1);
}

/// What the program has words for it says in its own, the rest is quoted.
void TestAssetWords::machinesOwnWordIsMarkedAsSuch()
{
    const auto said = [this](const char *word) {
        m_plant->receiveText("Northfield/Treatment/Filter F-9/state", word);
        m_assets->sync(m_plant->clock().now());
        open("Northfield/Treatment/Filter F-9");
        return m_page->findChild<AssetHead *>()->stateWord();
    };
    QCOMPARE(said("run"), QStringLiteral("Running"));
    QCOMPARE(said("wash"), QLocale().quoteString(QStringLiteral("wash")));
}

void TestAssetWords::wrongClockIsSaid()
{
    const auto clocks = [this] { return facts().filter(QStringLiteral("Device clock")); };
    QVERIFY(clocks().isEmpty());
    SampleBatch batch;
    batch.arrival = m_plant->clock().now();
    batch.append({m_plant->tag(kBearing),
                  batch.arrival,
                  80.0,
                  Quality::good(),
                  SampleFlags::make(SampleFlags::Kind::Number, SampleFlags::kTimeReplaced),
                  {}});
    m_plant->live().apply(batch);
    m_plant->clock().advance(1s);
    frame();
    QCOMPARE(clocks().size(), 1);
}

/// It was stored before the start: nobody knows when it came, until another one does.
void TestAssetWords::whatIsStoredAheadOfTheClockHasNoAge()
{
    const TagId tag = m_plant->tags().intern("Northfield/Treatment/Ozone O-1/flow", SourceId {1});
    const Sample stored {tag, m_plant->clock().now() + 1h, 3.0, {}, {}, {}};
    m_plant->live().restore(std::span(&stored, 1));
    m_assets->sync(m_plant->clock().now());
    open("Northfield/Treatment/Ozone O-1");
    const auto said = [this](const char *fact) {
        return facts().filter(QString::fromUtf8(fact)).join(QStringLiteral(", "));
    };
    QCOMPARE(said("Last seen"), QStringLiteral("Last seen: –"));
    QCOMPARE(said("Device clock"),
             QStringLiteral("Device clock: wrong: the last stored value is 1 h ahead"));
    m_plant->receive("Northfield/Treatment/Ozone O-1/flow", 4.0);
    m_plant->clock().advance(1s);
    frame();
    QVERIFY2(said("Last seen").contains(QStringLiteral("1.0 s ago")),
             qPrintable(said("Last seen")));
    QVERIFY(said("Device clock").isEmpty());
}

/// Its connection got its name in the language the program had when the demo was started.
void TestAssetWords::demoIsNamedInTheLanguageOfNow()
{
    m_plant->status.connections.front().name = "demo plant";
    m_plant->status.connections.front().isDemo = true;
    m_plant->publishStatus();
    ConnectionConfig &config = m_plant->workspace().connections.front();
    config.name = "demo plant";
    config.isDemo = true;
    QCOMPARE(ConnectionRows::name(config), QStringLiteral("demo plant"));
    const GermanWords german;
    m_plant->clock().advance(1s);
    frame();
    QCOMPARE(facts().filter(QStringLiteral("Demobetrieb")).size(), 1);
    QCOMPARE(ConnectionRows::name(config), QStringLiteral("Demobetrieb"));
}

QTEST_MAIN(TestAssetWords)
#include "tst_asset_words.moc"
