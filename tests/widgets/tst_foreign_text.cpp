#include "tests/support/fake_plant.h"
#include "tests/widgets/find_widgets.h"

#include "widgets/alarms/alarm_head.h"
#include "widgets/common/page.h"
#include "widgets/common/theme.h"
#include "widgets/main_window.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QTest>
#include <QTextDocument>
#include <QTimer>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

/// Names from afar that look like HTML, or like keys of a menu, stand on the screen as they came.
class TestForeignText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void namesAreNeverReadAsHtml_data();
    void namesAreNeverReadAsHtml();
    void ampersandsOfAreasAreShown();
    void ampersandsOfTagsAreShown();
};

namespace {

constexpr char kAsset[] = "Site/<img src=http:x>/<b>pump</b>";
constexpr char kTag[] = "Site/<img src=http:x>/<b>pump</b>/<a href=file:host>flow</a>";

QStringList modelTips(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QStringList tips;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        tips << index.data(Qt::ToolTipRole).toString() << modelTips(model, index);
    }
    return tips;
}

/// Whether a tool tip would be read as HTML with an image, a link or bold words in it.
bool isDangerous(const QString &tip)
{
    return Qt::mightBeRichText(tip)
        && (tip.contains(QLatin1String("<img")) || tip.contains(QLatin1String("<a"))
            || tip.contains(QLatin1String("<b>")));
}

} // namespace

void TestForeignText::initTestCase()
{
    Theme::instance().applyTo(*qApp);
}

void TestForeignText::namesAreNeverReadAsHtml_data()
{
    QTest::addColumn<QString>("page");
    for (const char *page :
         {"overview", "alarms", "key-figures", "handover", "connections", "status"})
        QTest::newRow(page) << QString::fromLatin1(page);
    QTest::newRow("asset") << QStringLiteral("asset:") + QLatin1String(kAsset);
    QTest::newRow("trend") << QStringLiteral("trend:") + QLatin1String(kTag);
}

void TestForeignText::namesAreNeverReadAsHtml()
{
    QFETCH(QString, page);
    FakePlant plant(FakePlant::Content::Empty);
    plant.receive(kTag, 12.5);
    ConnectionConfig connection;
    connection.name = "<img src=http:c>";
    connection.url = "mqtt://host:1883";
    plant.workspace().connections.push_back(connection);
    plant.workspace().settings.site = "<b>site</b>";
    plant.publishAlarms({plant.alarm(kTag, "<img src=http:a>", 1, AlarmState::Unacked, 60s)});
    MainWindow window(plant.plant());
    window.show();
    window.openPage(page);
    window.frame();
    QCOMPARE(window.currentPage()->key(), page);
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        if (!label->isVisible())
            continue;
        QVERIFY2(label->textFormat() != Qt::AutoText, qPrintable(label->text()));
        if (label->textFormat() == Qt::RichText)
            QVERIFY2(!label->text().contains(QLatin1String("<img")), qPrintable(label->text()));
    }
    for (const QWidget *widget : window.findChildren<QWidget *>())
        QVERIFY2(!isDangerous(widget->toolTip()), qPrintable(widget->toolTip()));
    for (const QAbstractItemView *view : window.findChildren<QAbstractItemView *>()) {
        if (!view->model())
            continue;
        for (const QString &tip : modelTips(*view->model()))
            QVERIFY2(!isDangerous(tip), qPrintable(tip));
    }
}

void TestForeignText::ampersandsOfAreasAreShown()
{
    const QString area = QStringLiteral("Works/R&D");
    AlarmHead head;
    head.setAreas({area});
    QPushButton *areas = nullptr;
    for (QPushButton *one : head.findChildren<QPushButton *>())
        areas = one->menu() ? one : areas;
    QVERIFY(areas);
    QAction *entry = areas->menu()->actions().back();
    QCOMPARE(entry->iconText(), area); // as people read its text
    entry->trigger();
    QCOMPARE(head.area(), area);
    QCOMPARE(areas->text(), QStringLiteral("R&&D"));
}

void TestForeignText::ampersandsOfTagsAreShown()
{
    FakePlant plant(FakePlant::Content::Empty);
    plant.receive("Works/R&D/Flow & return", 12.5);
    MainWindow window(plant.plant());
    window.show();
    window.openPage(QStringLiteral("asset:Works/R&D"));
    QString read;
    QTimer::singleShot(0, &window, [&read] {
        if (auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())) {
            read = menu->actions().front()->iconText();
            menu->close();
        }
    });
    button(*window.currentPage(), QStringLiteral("Tags"))->click();
    QCOMPARE(read, QStringLiteral("Flow & return"));
}

QTEST_MAIN(TestForeignText)
#include "tst_foreign_text.moc"
