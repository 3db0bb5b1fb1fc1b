#include "tests/support/fake_plant.h"
#include "tests/widgets/find_widgets.h"
#include "widgets/assets/asset_dock.h"
#include "widgets/common/data_table.h"
#include "widgets/common/page.h"
#include "widgets/common/status_line.h"
#include "widgets/common/theme.h"
#include "widgets/connect/speakers_panel.h"
#include "widgets/main_window.h"
#include "widgets/overview/area_panel.h"

#include "models/asset_tree_model.h"
#include "models/value_text.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QTest>

using namespace telltale;
using namespace telltale::test;
using namespace Qt::StringLiterals;

/// Pictures of the window: when one would show all there is, in a plant with more tags than one
/// frame takes over, and how one of the past differs.
class TestWindowComplete : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void overviewShowsEveryAsset();
    void connectionsCountEveryTag();
    void pastIsNotCalledLive();

private:
    void waitFor(MainWindow &window, std::chrono::microseconds frame);

    static constexpr SourceId kBroker {1};
    static constexpr int kAreas = 5;
    static constexpr int kAssets = 2'000; ///< of an area, with ten tags each
    std::unique_ptr<FakePlant> m_works;
};

void TestWindowComplete::initTestCase()
{
    Theme::instance().applyTo(*qApp);
}

void TestWindowComplete::init()
{
    m_works = std::make_unique<FakePlant>(FakePlant::Content::Empty);
    for (int i = 0; i < kAreas * kAssets * 10; ++i) {
        const int asset = i / 10;
        m_works->tags().intern("works/area " + std::to_string(asset / kAssets) + "/machine "
                                   + std::to_string(asset) + "/v" + std::to_string(i % 10),
                               kBroker);
    }
    ConnectionConfig config;
    config.source = kBroker;
    config.name = "broker";
    config.allTopicsConfirmed = true;
    m_works->workspace().connections = {config};
    m_works->status.connections = {{}};
    m_works->status.connections.front().source = kBroker;
    m_works->status.connections.front().name = "broker";
    m_works->publishStatus();
}

/// The clock goes on by `frame` each time.
void TestWindowComplete::waitFor(MainWindow &window, std::chrono::microseconds frame)
{
    QElapsedTimer timer;
    timer.start();
    while (!window.isComplete() && timer.elapsed() < 10'000) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        m_works->clock().advance(frame);
        window.frame();
    }
    QVERIFY(window.isComplete());
}

/// Also where the clock stands still, as it does in a picture of the past.
void TestWindowComplete::overviewShowsEveryAsset()
{
    MainWindow window(m_works->plant());
    window.show();
    QVERIFY(!window.isComplete());
    waitFor(window, {});
    const AssetTreeModel &assets = window.dock().model();
    const QModelIndex works = assets.indexOf(assets.tree().find("works"));
    QCOMPARE(works.data(AssetTreeModel::AssetsRole).toInt(), kAreas * kAssets);
    QCOMPARE(works.data(AssetTreeModel::QuietRole).toInt(), kAreas * kAssets);
    auto *areas = window.currentPage()->findChild<AreaPanel *>();
    const QAbstractItemModel &rows = *areas->table().model();
    QCOMPARE(rows.rowCount(), kAreas);
    const auto words = [](int count) { return numberText(count, 0, QLocale()); };
    for (int row = 0; row < kAreas; ++row) {
        QCOMPARE(rows.index(row, 2).data().toString(), words(kAssets));
        QCOMPARE(rows.index(row, 4).data().toString(), u"0 of "_s + words(kAssets * 10));
    }
}

void TestWindowComplete::connectionsCountEveryTag()
{
    MainWindow window(m_works->plant());
    window.openPage(u"connections"_s);
    window.show();
    waitFor(window, std::chrono::milliseconds(20));
    QStringList words;
    for (const QLabel *label :
         window.currentPage()->findChild<SpeakersPanel *>()->findChildren<QLabel *>())
        words << label->text();
    const QString tags = numberText(kAreas * kAssets * 10, 0, QLocale());
    QVERIFY2(words.join(u'|').contains(u"· "_s + tags), qPrintable(words.join(u'|')));
}

void TestWindowComplete::pastIsNotCalledLive()
{
    const FakePlant works;
    MainWindow window(works.plant());
    window.show();
    QVERIFY(wordsOn(*window.currentPage()).contains(u"live · last hour"_s));
    QVERIFY(wordsOn(window.statusLine()).contains(u"received"_s));
    const Timestamp then = works.plant().clock->now();
    window.currentPage()->standAt(then);
    window.statusLine().standAt(then);
    window.currentPage()->frame(then);
    window.statusLine().frame(then + std::chrono::seconds(1));
    const QString time = timeText(then, Timestamp {}, works.plant().zone);
    QVERIFY(time.startsWith(u"2026-11-25 "_s));
    QVERIFY2(wordsOn(*window.currentPage()).contains(time + u" · last hour"_s),
             qPrintable(wordsOn(*window.currentPage())));
    QCOMPARE(window.statusLine().stored(), u"as it was: "_s + time);
    QVERIFY2(!wordsOn(window.statusLine()).contains(u"received"_s),
             qPrintable(wordsOn(window.statusLine())));
}

QTEST_MAIN(TestWindowComplete)
#include "tst_window_complete.moc"
