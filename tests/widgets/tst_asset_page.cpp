#include "widgets/assets/asset_page.h"

#include "tests/support/fake_plant.h"
#include "widgets/assets/asset_alarms_panel.h"
#include "widgets/assets/tag_dialog.h"
#include "widgets/common/data_table.h"
#include "widgets/common/fact_table.h"
#include "widgets/common/row_delegate.h"
#include "widgets/common/theme.h"
#include "widgets/overview/tile_grid.h"
#include "widgets/tiles/tile.h"
#include "widgets/trends/trend_limits.h"
#include "widgets/trends/trend_view.h"

#include "models/alarm_list_model.h"
#include "models/asset_tree_model.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include <future>
#include <memory>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

namespace {

constexpr const char *kPump = "Northfield/Pump station 2/Pump P-203";
const std::string kBearing = std::string(kPump) + "/Bearing temperature";

AlarmRule bearingRule()
{
    AlarmRule rule;
    rule.id = "bearing";
    rule.tag = "Northfield/**/Bearing temperature";
    rule.limit = 85.0;
    rule.priority = 1;
    return rule;
}

bool says(const QWidget &window, const char *words)
{
    const auto labels = window.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [words](const QLabel *label) {
        return label->text().contains(QLatin1String(words));
    });
}

} // namespace

class TestAssetPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void showsWhatTheAssetMeasures();
    void tilesComeByRole();
    void tagThatComesIntoAlarmGetsATrend();
    void propertiesSayHowLongItHasBeenRunning();
    void anAreaShowsWhatLiesBelow();
    void alarmsSayHowLongThereIs();
    void spaceAcknowledgesTheAlarm();
    void tileOpensItsTrend();
    void limitsComeFromRules();
    void standsAtATime();
    void anUnknownAssetIsEmptyButComplete();
    void reportIsAskedFor();
    void tagIsNamedInTheWorkspace();
    void wrongRangeCannotBeSaved();
    void slowDiskDoesNotHoldTheWindow();
    void failedSaveSaysWhatToDo();
    void viewDescribesNoTags();
    void namesOfFactsAreReadWhole();
    void wordsOfFactsHaveTheRoomOfShortNames();
    void titlesOfAlarmsAreWholeOnASmallScreen();

private:
    void open(const char *path);
    void frame();

    std::unique_ptr<FakePlant> m_plant;
    std::unique_ptr<AssetTreeModel> m_assets;
    std::unique_ptr<AssetPage> m_page;
};

void TestAssetPage::initTestCase()
{
    Theme::instance().applyTo(*qApp);
}

void TestAssetPage::init()
{
    m_plant = std::make_unique<FakePlant>();
    m_assets = std::make_unique<AssetTreeModel>(m_plant->plant());
    m_assets->sync(m_plant->clock().now());
    open(kPump);
}

void TestAssetPage::cleanup()
{
    m_page.reset();
    m_assets.reset();
    m_plant.reset();
}

void TestAssetPage::frame()
{
    m_page->frame(m_plant->clock().now());
}

void TestAssetPage::open(const char *path)
{
    m_page = std::make_unique<AssetPage>(m_plant->plant(), *m_assets, QString::fromUtf8(path));
    m_page->resize(1632, 960);
    m_page->show();
    frame();
    QTRY_VERIFY((frame(), m_page->isComplete()));
}

void TestAssetPage::showsWhatTheAssetMeasures()
{
    QCOMPARE(m_page->key(), QStringLiteral("asset:") + QLatin1String(kPump));
    QCOMPARE(m_page->title(), QStringLiteral("Pump P-203"));
    QCOMPARE(m_page->tags().size(), std::size_t(6));
    QCOMPARE(m_page->tiles().size(), std::size_t(5)); // all but "Running"
    QCOMPARE(m_page->trends().chartCount(), std::size_t(5)); // the least interesting has no room
    // The tag in alarm stands on top.
    QCOMPARE(m_page->trends().traceTitle(0), QStringLiteral("Bearing temperature"));
    QVERIFY(m_page->properties().model()->rowCount() >= 3);
}

/// Flow, pressure, power, speed, temperature: whatever the names, and one in alarm is there.
void TestAssetPage::tilesComeByRole()
{
    const auto titles = [this] {
        QStringList all;
        for (std::size_t i = 0; i < m_page->tiles().size(); ++i)
            all << m_page->tiles().tile(i)->data().title;
        return all.join(QStringLiteral(", "));
    };
    QCOMPARE(titles(),
             QStringLiteral("Flow, Discharge pressure, Power, Speed, Bearing temperature"));
    m_page->resize(800, 960);
    QTRY_COMPARE((frame(), titles()),
                 QStringLiteral("Flow, Discharge pressure, Bearing temperature"));
}

/// The page is open, and somebody looks at a stretch of the past.
void TestAssetPage::tagThatComesIntoAlarmGetsATrend()
{
    const auto isDrawn = [this](const std::string &path) {
        const auto &traces = m_page->trends().window().traces();
        return std::any_of(traces.begin(), traces.end(),
                           [&path](const TrendTrace &trace) { return trace.info.path == path; });
    };
    const std::string running = std::string(kPump) + "/Running";
    QVERIFY(!isDrawn(running));
    const Timestamp now = m_plant->clock().now();
    m_page->trends().navigator().show({now - 30min, now - 10min});
    m_plant->publishAlarms({m_plant->alarm(running, "Pump stopped", 1, AlarmState::Unacked, 1s)});
    m_plant->run(2s);
    frame();
    QVERIFY(isDrawn(running));
    QVERIFY(m_page->trends().window().range() == (TimeRange {now - 30min, now - 10min}));
    m_plant->publishAlarms({});
    m_plant->run(2s);
    frame();
    QVERIFY(isDrawn(running)); // what is looked at does not go by itself
}

void TestAssetPage::propertiesSayHowLongItHasBeenRunning()
{
    const auto says = [this](const QString &name) {
        const QAbstractItemModel &facts = *m_page->properties().model();
        for (int row = 0; row < facts.rowCount(); ++row) {
            if (facts.index(row, 0).data().toString() == name)
                return facts.index(row, 1).data().toString();
        }
        return QString();
    };
    QTRY_VERIFY((frame(),
                 says(QStringLiteral("Running"))
                     .startsWith(QLatin1String("more than 1 d ")))); // as far as is stored
    QCOMPARE(says(QStringLiteral("Topics")), QLatin1String(kPump) + QStringLiteral("/#"));
    m_plant->receive(std::string(kPump) + "/hours", 21904.4);
    m_plant->run(1s);
    QVERIFY(!says(QStringLiteral("Running")).contains(QStringLiteral("in all"))); // no unit yet
    TagInfo hours;
    hours.unit = "h";
    m_plant->tags().describe(std::string(kPump) + "/hours", hours);
    m_plant->run(1s);
    frame();
    QTRY_VERIFY(
        (m_plant->run(1s), frame(),
         says(QStringLiteral("Running")).endsWith(QStringLiteral(" h · 21\u2009904 h in all"))));
}

void TestAssetPage::anAreaShowsWhatLiesBelow()
{
    open("Northfield/Pump station 2");
    QVERIFY(m_page->tags().size() > 8);
    QVERIFY(m_page->trends().traceTitle(0).startsWith(QStringLiteral("Pump P-")));
}

void TestAssetPage::alarmsSayHowLongThereIs()
{
    QCOMPARE(m_page->alarms().table().model()->rowCount(), 1);
    QCOMPARE(m_page->alarms().timeLeft(), QStringLiteral("9 min 46 s"));
    m_plant->run(5s);
    frame();
    QCOMPARE(m_page->alarms().timeLeft(), QStringLiteral("9 min 41 s"));
    m_plant->clock().advance(11min);
    frame();
    QVERIFY(m_page->alarms().timeLeft().contains(QStringLiteral("overdue")));
}

void TestAssetPage::spaceAcknowledgesTheAlarm()
{
    QTest::keyClick(&m_page->alarms().table(), Qt::Key_Space);
    QCOMPARE(m_plant->actions().size(), std::size_t(1));
    QCOMPARE(m_plant->actions()[0].alarms.size(), std::size_t(1));
    QVERIFY(m_plant->actions()[0].kind == AlarmAction::Kind::Acknowledge);
    QCOMPARE(m_plant->actions()[0].alarms[0].second, std::uint64_t(1));
}

void TestAssetPage::tileOpensItsTrend()
{
    QSignalSpy opened(m_page.get(), &Page::openRequested);
    QTest::mouseClick(m_page->tiles().tile(4), Qt::LeftButton);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened[0][0].toString(), QStringLiteral("trend:") + QString::fromStdString(kBearing));
}

void TestAssetPage::limitsComeFromRules()
{
    AlarmRule off = bearingRule();
    off.enabled = false;
    off.limit = 95.0;
    m_plant->workspace().rules = {bearingRule(), off};
    const TagInfo bearing = m_plant->tags().info(m_plant->tag(kBearing));
    const std::vector<TrendLimit> limits = limitsOf(m_plant->plant(), bearing);
    QCOMPARE(limits.size(), std::size_t(1));
    QCOMPARE(limits[0].value, 85.0);
    QCOMPARE(limits[0].label, QStringLiteral("high 85.0"));
    TagInfo flow = bearing;
    flow.path = std::string(kPump) + "/Flow";
    QVERIFY(limitsOf(m_plant->plant(), flow).empty());
}

void TestAssetPage::standsAtATime()
{
    const Timestamp at = m_plant->clock().now() - 40min;
    m_page->standAt(at);
    m_plant->run(10s);
    frame();
    QCOMPARE(m_page->trends().window().range().to, at);
    QCOMPARE(m_page->trends().window().span(), std::chrono::microseconds(1h));
}

void TestAssetPage::anUnknownAssetIsEmptyButComplete()
{
    open("Northfield/Nowhere");
    QVERIFY(m_page->tags().empty());
    QCOMPARE(m_page->trends().chartCount(), std::size_t(0));
    QCOMPARE(m_page->alarms().table().model()->rowCount(), 0);
}

void TestAssetPage::reportIsAskedFor()
{
    QSignalSpy asked(m_page.get(), &Page::reportRequested);
    for (QPushButton *button : m_page->findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("Report…"))
            button->click();
    }
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked[0][0].toString(), m_page->key());
}

void TestAssetPage::tagIsNamedInTheWorkspace()
{
    TagDialog dialog(m_plant->plant(), m_plant->tag(kBearing));
    dialog.show();
    QTest::keyClicks(dialog.findChild<QLineEdit *>(QStringLiteral("name")),
                     QStringLiteral("DE bearing"));
    dialog.findChild<QLineEdit *>(QStringLiteral("high"))->setText(QStringLiteral("82.5"));
    dialog.findChild<QSpinBox *>(QStringLiteral("decimals"))->setValue(2);
    QTest::keyClick(dialog.findChild<QLineEdit *>(QStringLiteral("name")), Qt::Key_Return);
    QTRY_COMPARE(dialog.result(), int(QDialog::Accepted));
    const Result<Workspace> again = Workspace::load(m_plant->workspace().folder());
    QVERIFY(again.ok());
    const TagInfo &tag = again->tags.at(kBearing);
    QCOMPARE(tag.displayName, std::string("DE bearing"));
    QCOMPARE(*tag.high, 82.5);
    QCOMPARE(tag.decimals, 2);
    QCOMPARE(tag.unit, std::string("°C"));
}

void TestAssetPage::wrongRangeCannotBeSaved()
{
    TagDialog dialog(m_plant->plant(), m_plant->tag(kBearing));
    auto *low = dialog.findChild<QLineEdit *>(QStringLiteral("low"));
    for (const char *wrong : {"warm", "90"}) { // 90 is above the upper end
        low->setText(QLatin1String(wrong));
        QVERIFY(!dialog.description());
    }
    low->clear();
    QVERIFY(dialog.description());
    QVERIFY(!dialog.description()->low);
}

/// A sync may take seconds: the window lives, and says "saved" only afterwards.
void TestAssetPage::slowDiskDoesNotHoldTheWindow()
{
    std::promise<void> disk;
    m_plant->saver().save({"slow", [ready = disk.get_future().share()] {
                               ready.wait();
                               return Outcome();
                           }});
    TagDialog dialog(m_plant->plant(), m_plant->tag(kBearing));
    dialog.show();
    auto *name = dialog.findChild<QLineEdit *>(QStringLiteral("name"));
    name->setText(QStringLiteral("DE bearing"));
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(dialog.isVisible());
    disk.set_value();
    QTRY_COMPARE(dialog.result(), int(QDialog::Accepted));
    const Result<Workspace> again = Workspace::load(m_plant->workspace().folder());
    QCOMPARE(again->tags.at(kBearing).displayName, std::string("DE bearing"));
}

void TestAssetPage::failedSaveSaysWhatToDo()
{
    const QString folder = QString::fromStdString(m_plant->workspace().folder());
    QVERIFY(QDir().mkpath(folder + QStringLiteral("/tags.json"))); // no file can stand there
    const auto before = m_plant->workspace().tags;
    TagDialog dialog(m_plant->plant(), m_plant->tag(kBearing));
    dialog.show();
    auto *name = dialog.findChild<QLineEdit *>(QStringLiteral("name"));
    name->setText(QStringLiteral("DE bearing"));
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY(says(dialog, "Not saved"));
    QVERIFY(says(dialog, "Make the folder writable, then save again."));
    QVERIFY(m_plant->workspace().tags == before);
    QVERIFY(QDir(folder).rmdir(QStringLiteral("tags.json")));
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE(dialog.result(), int(QDialog::Accepted));
}

void TestAssetPage::viewDescribesNoTags()
{
    m_plant->workspace().refuseEditing({Error::Code::Busy, "the data of root@vm, process 4711"});
    const auto before = m_plant->workspace().tags;
    TagDialog dialog(m_plant->plant(), m_plant->tag(kBearing));
    dialog.show();
    dialog.findChild<QLineEdit *>(QStringLiteral("name"))->setText(QStringLiteral("DE bearing"));
    QTest::keyClick(dialog.findChild<QLineEdit *>(QStringLiteral("name")), Qt::Key_Return);
    QTRY_VERIFY(says(dialog, "root@vm, process 4711"));
    QVERIFY(dialog.result() != int(QDialog::Accepted));
    QVERIFY(m_plant->workspace().tags == before);
}

void TestAssetPage::namesOfFactsAreReadWhole()
{
    FactTable table(QStringLiteral("facts"), QStringLiteral("Facts"), 104);
    table.resize(420, 100);
    table.show();
    table.setFacts({{QStringLiteral("21:46:03"), QStringLiteral("Alarm")}});
    QCOMPARE(table.columnWidth(0), 104);
    const QString old = QStringLiteral("28 Feb 2017 15:00");
    table.setFacts({{old, QStringLiteral("Alarm")}});
    const QFontMetrics metrics(Theme::instance().font(Theme::Type::Text));
    QVERIFY(table.columnWidth(0) >= metrics.horizontalAdvance(old) + 2 * RowDelegate::kPadding);
    table.setFacts({{QString(200, QLatin1Char('w')), QStringLiteral("Alarm")}});
    QVERIFY(table.columnWidth(1) >= metrics.horizontalAdvance(QStringLiteral("Alarm")));
    QCOMPARE(table.columnWidth(0) + table.columnWidth(1), table.viewport()->width());
}

void TestAssetPage::wordsOfFactsHaveTheRoomOfShortNames()
{
    const QString time = QStringLiteral("21:46:03");
    const QString event = QStringLiteral("Alarm: Bearing temperature high");
    const QFontMetrics metrics(Theme::instance().font(Theme::Type::Strong));
    const auto needed = [&](const QString &words) {
        return metrics.horizontalAdvance(words) + 2 * RowDelegate::kPadding;
    };
    FactTable table(QStringLiteral("facts"), QStringLiteral("Facts"), 104);
    table.resize(needed(time) + needed(event) + 4, 100);
    table.show();
    QVERIFY(needed(time) + 4 < 104); // else this proves nothing
    table.setFacts({{time, event}});
    QVERIFY(table.columnWidth(0) >= needed(time));
    QVERIFY(table.columnWidth(1) >= needed(event));
}

void TestAssetPage::titlesOfAlarmsAreWholeOnASmallScreen()
{
    m_page->resize(991, 600); // what a window of 1280x720 leaves
    QCoreApplication::sendPostedEvents();
    const DataTable &table = m_page->alarms().table();
    const QFontMetrics metrics(Theme::instance().font(Theme::Type::Strong));
    const int column = AlarmListModel::TitleColumn;
    const int needed = metrics.horizontalAdvance(table.model()->index(0, column).data().toString())
        + 2 * RowDelegate::kPadding;
    for (const auto gone : {0min, 45min}) { // ages are short, and then longer
        m_plant->clock().advance(gone);
        frame();
        QVERIFY2(table.columnWidth(column) >= needed,
                 qPrintable(QString::number(table.columnWidth(column))));
    }
}

QTEST_MAIN(TestAssetPage)
#include "tst_asset_page.moc"
