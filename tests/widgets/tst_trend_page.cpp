#include "widgets/trends/trend_page.h"

#include "tests/support/fake_plant.h"
#include "tests/widgets/find_widgets.h"
#include "widgets/assets/asset_tree_view.h"
#include "widgets/common/notice.h"
#include "widgets/common/theme.h"
#include "widgets/page_table.h"
#include "widgets/trends/add_tags_dialog.h"
#include "widgets/trends/trend_view.h"

#include "models/asset_filter_model.h"
#include "models/asset_tree_model.h"
#include "models/row_table_model.h"
#include "models/trend_key.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

namespace {

const QString kFlow = QStringLiteral("Northfield/Pump station 2/Pump P-203/Flow");
const QString kPower = QStringLiteral("Northfield/Pump station 2/Pump P-203/Power");
constexpr int kSamplesColumn = 8;

} // namespace

class TestTrendPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().applyTo(*qApp); }
    void init();
    void keyNamesItsTags();
    void keyNamesATagWithAComma();
    void titleTakesTheNameOfTheTag();
    void droppedTagsAreAddedOnce();
    void whatIsDraggedFromTheTreeIsAdded();
    void droppedTextThatIsNoTagIsRefused();
    void typedTagsThatDoNotFitAreSaid_data();
    void typedTagsThatDoNotFitAreSaid();
    void typedPatternAddsItsTags();
    void typedLettersAreCompleted();
    void figuresFollowTheCursors();
    void alarmsOfItsTagsAreTinted();
    void aJournalThatCannotBeReadIsSaid();
    void aTagThatComesLaterIsShown();
    void removedTagsAreGone();
    void newestValueIsTheLastOfTheFigures();
    void partIsAStretchOfTime();

private:
    void drop(const QString &text);
    void drop(const QMimeData &data);
    AddTagsDialog *askForTags();
    void frame() { m_page->frame(m_plant->clock().now()); }
    int samples() const
    {
        return m_page->figures().index(0, kSamplesColumn).data(RowTableModel::ValueRole).toInt();
    }

    std::unique_ptr<FakePlant> m_plant;
    std::unique_ptr<TrendPage> m_page;
};

void TestTrendPage::init()
{
    m_page.reset();
    m_plant = std::make_unique<FakePlant>();
    m_page = std::make_unique<TrendPage>(m_plant->plant(), kFlow + QLatin1Char(',') + kPower);
    m_page->resize(1400, 900);
    m_page->show();
    QTRY_VERIFY((frame(), m_page->isComplete()));
}

void TestTrendPage::keyNamesItsTags()
{
    QCOMPARE(m_page->key(), QStringLiteral("trend:%1,%2").arg(kFlow, kPower));
    QVERIFY(knowsPage(m_page->key()));
    QCOMPARE(m_page->title(), QStringLiteral("Trends: Pump P-203 · Flow +1"));
    QCOMPARE(m_page->figures().rowCount(), 2);
    QCOMPARE(m_page->figures().index(1, 0).data().toString(), QStringLiteral("Pump P-203 · Power"));
}

void TestTrendPage::keyNamesATagWithAComma()
{
    const std::string path = "Northfield/Pump, old/Flow";
    const TagId tag = m_plant->receive(path, 3.0);
    const QString key = TrendKey::of(path);
    const AssetTreeModel assets(m_plant->plant());
    const std::unique_ptr<Page> page(makePage(m_plant->plant(), assets, key, nullptr));
    QCOMPARE(page->key(), key);
    const auto &traces = qobject_cast<TrendPage *>(page.get())->trends().window().traces();
    QCOMPARE(traces.size(), std::size_t(1));
    QCOMPARE(traces.front().tag, tag);
}

void TestTrendPage::titleTakesTheNameOfTheTag()
{
    QSignalSpy named(m_page.get(), &Page::titleChanged);
    TagInfo info = m_plant->tags().info(m_plant->tag(kFlow.toStdString()));
    info.displayName = "Delivery";
    m_plant->tags().describe(kFlow.toStdString(), info);
    m_plant->run(1s);
    frame();
    QCOMPARE(m_page->title(), QStringLiteral("Trends: Pump P-203 · Delivery +1"));
    QCOMPARE(named.count(), 1);
}

void TestTrendPage::droppedTagsAreAddedOnce()
{
    QSignalSpy named(m_page.get(), &Page::titleChanged);
    drop(kPower + QStringLiteral("\nNorthfield/Network/Zone 4/Pressure\n"));
    QCOMPARE(m_page->trends().window().traces().size(), std::size_t(3));
    QCOMPARE(m_page->trends().chartCount(), std::size_t(3));
    QVERIFY(named.count() >= 1);
    QVERIFY(Notice::said(*m_page).isEmpty());
}

void TestTrendPage::drop(const QString &text)
{
    QMimeData data;
    data.setText(text);
    drop(data);
}

void TestTrendPage::drop(const QMimeData &data)
{
    QDragEnterEvent enter({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_page.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_page.get(), &event);
}

/// A tag is itself, an asset the first of its tags, from the tree as from what was found in it.
void TestTrendPage::whatIsDraggedFromTheTreeIsAdded()
{
    AssetTreeModel tree(m_plant->plant());
    while (tree.sync(m_plant->clock().now())) { }
    AssetTreeView view;
    view.setModel(&tree);
    QVERIFY(view.dragEnabled());
    const QString pressure = QStringLiteral("Northfield/Network/Zone 4/Pressure");
    const QModelIndex tag = tree.indexOf(tree.tree().leaf(m_plant->tag(pressure.toStdString())));
    QVERIFY(tag.flags().testFlag(Qt::ItemIsDragEnabled));
    drop(*std::unique_ptr<QMimeData>(tree.mimeData({tag})));
    QCOMPARE(m_page->key(), TrendKey::of({kFlow, kPower, pressure}));
    AssetFilterModel found(tree);
    found.setFilter(QStringLiteral("P-202"));
    const QModelIndex pump = found.firstMatch();
    QVERIFY(pump.flags().testFlag(Qt::ItemIsDragEnabled));
    drop(*std::unique_ptr<QMimeData>(found.mimeData({pump})));
    const auto shown = m_page->trends().window().traces().size();
    QVERIFY2(shown > 3 && shown <= 8, qPrintable(m_page->key()));
    QVERIFY(m_page->key().contains(QStringLiteral("Pump P-202/")));
    QVERIFY(!tree.index(0, 0).flags().testFlag(Qt::ItemIsDragEnabled)); // an area
}

void TestTrendPage::droppedTextThatIsNoTagIsRefused()
{
    const QString before = m_page->key();
    drop(QStringLiteral("Dear all,\nplease find attached"));
    QCOMPARE(m_page->key(), before);
    QCOMPARE(Notice::said(*m_page), QStringLiteral("There is no tag \"Dear all,\"."));
    QStringList many;
    for (int i = 0; i < 25; ++i) {
        many << QStringLiteral("works/pump/Level %1").arg(i);
        m_plant->receive(many.back().toStdString(), i);
    }
    drop(many.join(QLatin1Char('\n')));
    QCOMPARE(m_page->trends().window().traces().size(), std::size_t(24));
    QVERIFY2(Notice::said(*m_page).contains(QStringLiteral("at most 24")),
             qPrintable(Notice::said(*m_page)));
}

AddTagsDialog *TestTrendPage::askForTags()
{
    QTest::mouseClick(button(*m_page, QStringLiteral("Add tags")), Qt::LeftButton);
    return m_page->findChild<AddTagsDialog *>();
}

void TestTrendPage::typedTagsThatDoNotFitAreSaid_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("adds");
    QTest::newRow("nothing yet") << QString() << QString() << false;
    QTest::newRow("misspelt") << QStringLiteral("Northfeld/Flow")
                              << QStringLiteral("No tag fits this.") << false;
    QTest::newRow("pattern without a match")
        << QStringLiteral("**/Flux") << QStringLiteral("No tag fits this.") << false;
    QTest::newRow("shown already")
        << kFlow << QStringLiteral("The trend shows all of these already.") << false;
    QTest::newRow("more than find room")
        << QStringLiteral("many/*") << QStringLiteral("a trend holds at most 24.") << true;
}

void TestTrendPage::typedTagsThatDoNotFitAreSaid()
{
    QFETCH(const QString, text);
    QFETCH(const QString, words);
    for (int i = 0; i < 25; ++i)
        m_plant->receive("many/tag " + std::to_string(i), i);
    const AddTagsDialog *dialog = askForTags();
    QVERIFY(dialog);
    field<QLineEdit>(*dialog, "path")->setText(text);
    const QString said = field<QLabel>(*dialog, "faults")->text();
    QVERIFY2(words.isEmpty() ? said.isEmpty() : said.endsWith(words), qPrintable(said));
    QTEST(button(*dialog, QStringLiteral("Add"))->isEnabled(), "adds");
}

void TestTrendPage::typedPatternAddsItsTags()
{
    const QPointer<AddTagsDialog> dialog = askForTags();
    QVERIFY(dialog);
    auto *path = field<QLineEdit>(*dialog, "path");
    QTest::keyClicks(path, QStringLiteral("Northfield/Network/*/Pressure"));
    QTest::keyClick(path, Qt::Key_Return);
    QTRY_VERIFY(dialog.isNull());
    QVERIFY(m_page->key().contains(QStringLiteral("Northfield/Network/Zone 4/Pressure")));
    QCOMPARE(m_page->window()->focusWidget(), &m_page->trends());
    QTRY_VERIFY((frame(), m_page->figures().rowCount() > 2));
}

void TestTrendPage::typedLettersAreCompleted()
{
    const std::string path = "works/odd pump/Level";
    m_plant->receive(path, 1.0);
    AddTagsDialog *dialog = askForTags();
    QVERIFY(dialog);
    auto *typed = field<QLineEdit>(*dialog, "path");
    dialog->activateWindow();
    typed->setFocus();
    QTRY_COMPARE(QApplication::focusWidget(), typed);
    QTest::keyClicks(typed, QStringLiteral("ODD"));
    QTRY_VERIFY(typed->completer()->popup()->isVisible());
    QTest::keyClick(typed->completer()->popup(), Qt::Key_Down);
    QTest::keyClick(typed->completer()->popup(), Qt::Key_Return);
    QCOMPARE(typed->text(), QString::fromStdString(path));
    QVERIFY(button(*dialog, QStringLiteral("Add"))->isEnabled());
}

void TestTrendPage::figuresFollowTheCursors()
{
    const int all = samples();
    QVERIFY(all > 300); // an hour, every ten seconds
    QTest::keyClick(&m_page->trends(), Qt::Key_X);
    QVERIFY(samples() > all / 4 && samples() < all / 2);
    QTest::keyClick(&m_page->trends(), Qt::Key_X);
    QCOMPARE(samples(), all);
}

void TestTrendPage::alarmsOfItsTagsAreTinted()
{
    const auto pixelsOfAlarm = [this] {
        frame();
        const QImage image = m_page->trends().grab().toImage();
        const QRect plot = m_page->trends().plotRect().toRect();
        int pixels = 0;
        for (int x = plot.left(); x < plot.right(); ++x)
            pixels += image.pixelColor(x, plot.top() + 1) == Theme::alarm(2) ? 1 : 0;
        return pixels;
    };
    QCOMPARE(pixelsOfAlarm(), 0);
    m_plant->publishAlarms(
        {m_plant->alarm(kFlow.toStdString(), "Flow low", 2, AlarmState::Unacked, 15min)});
    m_plant->run(1s);
    const int plot = static_cast<int>(m_page->trends().plotRect().width());
    QTRY_VERIFY(pixelsOfAlarm() > plot / 5);
    QVERIFY(pixelsOfAlarm() < plot / 3);
}

void TestTrendPage::aJournalThatCannotBeReadIsSaid()
{
    QFile store(QString::fromStdString(m_plant->plant().dataFolder + "/alarms.db"));
    QVERIFY(store.open(QIODevice::WriteOnly) && store.write(QByteArray(8192, 'x')) > 0);
    store.close();
    m_page = std::make_unique<TrendPage>(m_plant->plant(), kFlow);
    m_page->show();
    QTRY_VERIFY((frame(), m_page->isComplete()));
    const QString trouble = m_page->trends().troubleText();
    QVERIFY2(trouble.startsWith(QStringLiteral("Alarms are not shown.")), qPrintable(trouble));
    QVERIFY(store.remove());
    m_plant->run(11s);
    QTRY_VERIFY((frame(), m_page->trends().troubleText().isEmpty()));
}

void TestTrendPage::aTagThatComesLaterIsShown()
{
    m_page->addPaths({QStringLiteral("Northfield/New/Level")});
    QCOMPARE(m_page->trends().window().traces().size(), std::size_t(2));
    m_plant->receive("Northfield/New/Level", 4.2);
    m_plant->run(1s);
    frame();
    QCOMPARE(m_page->trends().window().traces().size(), std::size_t(3));
}

/// As above the chart, although the range moves on by whole pixels, and figures by seconds.
void TestTrendPage::newestValueIsTheLastOfTheFigures()
{
    constexpr int kLastColumn = 3;
    m_page->showPart(QStringLiteral("480min"));
    QTRY_VERIFY((frame(), m_page->isComplete()));
    for (const double value : {12.5, 13.5, 14.5}) {
        m_plant->clock().advance(100ms);
        m_plant->receive(kFlow.toStdString(), value);
        frame();
        QCOMPARE(m_page->figures().index(0, kLastColumn).data(RowTableModel::ValueRole).toDouble(),
                 value);
    }
}

void TestTrendPage::partIsAStretchOfTime()
{
    TrendWindow &window = m_page->trends().window();
    window.pause();
    m_page->showPart(QStringLiteral("30min"));
    QVERIFY(window.isLive());
    QCOMPARE(window.span(), std::chrono::microseconds(30min));
    m_page->showPart(QStringLiteral("nothing"));
    QCOMPARE(window.span(), std::chrono::microseconds(30min));
}

void TestTrendPage::removedTagsAreGone()
{
    m_page->removePath(kFlow);
    frame();
    QCOMPARE(m_page->key(), QStringLiteral("trend:") + kPower);
    QCOMPARE(m_page->figures().rowCount(), 1);
}

QTEST_MAIN(TestTrendPage)
#include "tst_trend_page.moc"
