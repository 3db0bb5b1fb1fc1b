#include "tests/support/fake_plant.h"

#include "widgets/common/command_palette.h"
#include "widgets/common/page.h"
#include "widgets/common/segment_bar.h"
#include "widgets/common/theme.h"
#include "widgets/main_window.h"
#include "widgets/trends/trend_view.h"
#include "widgets/window_commands.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLibraryInfo>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QTextDocument>
#include <QTextTable>
#include <QTranslator>

#include <set>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

/// What keys do in the window, whatever has the focus.
class TestKeyboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void spaceAcknowledgesWhereverTheFocusIs_data();
    void spaceAcknowledgesWhereverTheFocusIs();
    void enterPressesTheFocusedButton();
    void removingAsksWithCancelFirst_data();
    void removingAsksWithCancelFirst();
    void clicksOnSegmentsLeaveTheFocus();
    void freshPageTakesItsKeys_data();
    void freshPageTakesItsKeys();
    void keyListNamesTheKeysOfAllPages_data();
    void keyListNamesTheKeysOfAllPages();
    void keyListIsInOneLanguage();
    void keyListIsOneTable();
    void paletteGivesTheFocusBack();
    void paletteKnowsHowToAdd();
    void paletteKnowsPartsOfPages();
    void paletteOpensTheTagThatWasTyped();
};

namespace {

constexpr char kTag[] = "Northfield/Pump station 2/Pump P-203/Bearing temperature";

void showActive(QWidget &window)
{
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
}

bool takesText(const QWidget *widget)
{
    const auto *box = qobject_cast<const QComboBox *>(widget);
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget)
        || qobject_cast<const QAbstractSpinBox *>(widget) || (box && box->isEditable());
}

/// Everything Tab or a click gives the focus to, but text fields.
QList<QWidget *> focusable(const MainWindow &window)
{
    QList<QWidget *> found;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        const bool takesFocus = widget->focusPolicy() != Qt::NoFocus && !widget->focusProxy()
            && !qobject_cast<QTabBar *>(widget->parentWidget()); // its arrows come and go
        if (takesFocus && widget->isVisible() && widget->isEnabled() && !takesText(widget))
            found << widget;
    }
    return found;
}

QPushButton *button(const QWidget &parent, const char *text)
{
    for (QPushButton *one : parent.findChildren<QPushButton *>()) {
        if (one->isVisible() && one->text() == QString::fromUtf8(text))
            return one;
    }
    return nullptr;
}

QString nameOf(const QWidget *widget)
{
    const auto *pressed = qobject_cast<const QAbstractButton *>(widget);
    return QStringLiteral("%1 \"%2\" %3")
        .arg(QLatin1String(widget->metaObject()->className()),
             pressed ? pressed->text() : widget->accessibleName(), widget->objectName());
}

} // namespace

void TestKeyboard::initTestCase()
{
    Theme::instance().applyTo(*qApp);
}

void TestKeyboard::spaceAcknowledgesWhereverTheFocusIs_data()
{
    QTest::addColumn<QString>("page");
    for (const char *page :
         {"overview", "alarms", "alarms#shelved", "alarms#journal", "alarms#rules", "key-figures",
          "handover", "connections", "status", "asset:Northfield/Pump station 2/Pump P-203"})
        QTest::newRow(page) << QString::fromLatin1(page);
    QTest::newRow("trend") << QStringLiteral("trend:") + QLatin1String(kTag);
}

void TestKeyboard::spaceAcknowledgesWhereverTheFocusIs()
{
    QFETCH(QString, page);
    FakePlant plant;
    MainWindow window(plant.plant());
    window.resize(1600, 900);
    showActive(window);
    plant.publishAlarms({plant.alarm(kTag, "Bearing hot", 2, AlarmState::Unacked, 60s)});
    window.openPage(page);
    window.frame();
    const QString key = window.currentPage()->key();
    std::size_t acknowledged = plant.actions().size();
    QVERIFY(focusable(window).size() > 3);
    for (QWidget *widget : focusable(window)) {
        widget->setFocus();
        QTRY_COMPARE(window.focusWidget(), widget);
        QTest::keyClick(widget, Qt::Key_Space);
        QCoreApplication::processEvents();
        QVERIFY2(plant.actions().size() == acknowledged + 1, qPrintable(nameOf(widget)));
        ++acknowledged;
        QCOMPARE(plant.actions().back().kind, AlarmAction::Kind::Acknowledge);
        QVERIFY2(!QApplication::activeModalWidget(), qPrintable(nameOf(widget)));
        QVERIFY2(!QApplication::activePopupWidget(), qPrintable(nameOf(widget)));
        QCOMPARE(window.currentPage()->key(), key);
    }
}

void TestKeyboard::enterPressesTheFocusedButton()
{
    FakePlant plant;
    MainWindow window(plant.plant());
    showActive(window);
    window.openPage(QStringLiteral("overview"));
    QPushButton *all = button(*window.currentPage(), "All alarms");
    QVERIFY(all);
    all->setFocus();
    QTest::keyClick(all, Qt::Key_Return);
    QTRY_COMPARE(window.currentPage()->key(), QStringLiteral("alarms"));
}

void TestKeyboard::removingAsksWithCancelFirst_data()
{
    QTest::addColumn<Qt::Key>("answer");
    QTest::newRow("Space") << Qt::Key_Space;
    QTest::newRow("Enter") << Qt::Key_Return;
}

void TestKeyboard::removingAsksWithCancelFirst()
{
    QFETCH(Qt::Key, answer);
    FakePlant plant;
    MainWindow window(plant.plant());
    showActive(window);
    window.openPage(QStringLiteral("connections"));
    QTest::mouseClick(button(*window.currentPage(), "Remove"), Qt::LeftButton);
    QTRY_VERIFY(qobject_cast<QMessageBox *>(QApplication::activeModalWidget()));
    auto *question = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
    QVERIFY(QTest::qWaitForWindowActive(question));
    QVERIFY(question->iconPixmap().isNull()); // its colours are of no theme
    const QSignalSpy closed(question, &QDialog::finished);
    QTest::keyClick(question->focusWidget(), answer);
    QTRY_COMPARE(closed.count(), 1);
    QCOMPARE(plant.workspace().connections.size(), std::size_t(1));
}

/// A list keeps its keys when somebody presses a button beside it.
void TestKeyboard::clicksOnSegmentsLeaveTheFocus()
{
    FakePlant plant;
    MainWindow window(plant.plant());
    window.resize(1600, 900);
    showActive(window);
    QWidget *focused = window.focusWidget();
    QVERIFY(focused);
    QTest::mouseClick(button(*window.currentPage(), "8 h"), Qt::LeftButton);
    QCOMPARE(window.focusWidget(), focused);
}

void TestKeyboard::freshPageTakesItsKeys_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("asset") << QStringLiteral("p-203");
    QTest::newRow("trend") << QStringLiteral("p-203/bearing");
}

void TestKeyboard::freshPageTakesItsKeys()
{
    QFETCH(QString, typed);
    FakePlant plant;
    MainWindow window(plant.plant());
    showActive(window);
    window.showPalette();
    QTest::keyClicks(&window.palettePopup().field(), typed);
    QTest::keyClick(&window.palettePopup().field(), Qt::Key_Return);
    window.frame();
    auto *view = window.currentPage()->findChild<TrendView *>();
    QVERIFY(view && window.focusWidget());
    QTRY_VERIFY((window.frame(), view->isComplete()));
    QTest::keyClick(window.focusWidget(), Qt::Key_X);
    QVERIFY(view->cursors());
    QTest::keyClick(window.focusWidget(), Qt::Key_P);
    QVERIFY(!view->window().isLive());
    QGuiApplication::clipboard()->clear();
    QTest::keyClick(window.focusWidget(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(!QGuiApplication::clipboard()->text().isEmpty());
}

void TestKeyboard::keyListNamesTheKeysOfAllPages_data()
{
    QTest::addColumn<QString>("keys");
    for (const char *keys : {"Space", "Ctrl+K", "Ctrl+1", "F1", ">X<", ">P<", "L End", ">C<", ">S<",
                             "← →", "+ −", "Home"})
        QTest::newRow(keys) << QString::fromUtf8(keys);
}

void TestKeyboard::keyListNamesTheKeysOfAllPages()
{
    QFETCH(QString, keys);
    QVERIFY2(keyListHtml().contains(keys), qPrintable(keyListHtml()));
}

void TestKeyboard::keyListIsInOneLanguage()
{
    QTranslator german;
    if (!german.load(QStringLiteral("qtbase_de"),
                     QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QSKIP("Qt's German is not installed");
    QCoreApplication::installTranslator(&german);
    const QString html = keyListHtml();
    QCoreApplication::removeTranslator(&german);
    QVERIFY(html.contains(QStringLiteral("Strg+1")));
    QVERIFY2(!html.contains(QStringLiteral("Ctrl")), qPrintable(html));
}

/// Of the halves each row begins where those above begin, and the same gap is behind every key.
void TestKeyboard::keyListIsOneTable()
{
    QTextDocument list;
    list.setHtml(keyListHtml());
    const QList<QTextFrame *> frames = list.rootFrame()->childFrames();
    QCOMPARE(frames.size(), 1);
    QVERIFY(frames.front()->childFrames().isEmpty());
    const auto *table = qobject_cast<QTextTable *>(frames.front());
    QVERIFY(table);
    QCOMPARE(table->columns(), 4);
    std::set<double> gaps;
    for (int row = 0; row < table->rows(); ++row) {
        for (const int column : {0, 2}) {
            const QTextTableCell cell = table->cellAt(row, column);
            const bool isKey
                = cell.columnSpan() == 1 && !cell.firstCursorPosition().block().text().isEmpty();
            if (isKey)
                gaps.insert(cell.format().toTableCellFormat().rightPadding());
        }
    }
    QCOMPARE(gaps.size(), std::size_t(1));
    QVERIFY(*gaps.begin() > 8.0);
}

void TestKeyboard::paletteGivesTheFocusBack()
{
    FakePlant plant;
    MainWindow window(plant.plant());
    showActive(window);
    QWidget *before = window.focusWidget();
    window.showPalette();
    QCOMPARE(window.focusWidget(), &window.palettePopup().field());
    QTest::keyClick(&window.palettePopup().field(), Qt::Key_Escape);
    QCOMPARE(window.focusWidget(), before);
    plant.publishAlarms({});
    window.showPalette();
    QTest::keyClicks(&window.palettePopup().field(), QStringLiteral("alarms"));
    QTest::keyClick(&window.palettePopup().field(), Qt::Key_Return);
    QCOMPARE(window.currentPage()->key(), QStringLiteral("alarms")); // with an empty list
    QVERIFY2(!takesText(window.focusWidget()), qPrintable(nameOf(window.focusWidget())));
}

void TestKeyboard::paletteKnowsHowToAdd()
{
    FakePlant plant;
    MainWindow window(plant.plant());
    showActive(window);
    window.showPalette();
    QTest::keyClicks(&window.palettePopup().field(), QStringLiteral("add"));
    QStringList names;
    for (int row = 0; row < window.palettePopup().list().count(); ++row)
        names << window.palettePopup().list().item(row)->text();
    QVERIFY(names.contains(QStringLiteral("Add connection…")));
    QVERIFY(names.contains(QStringLiteral("Add alarm rule…")));
}

void TestKeyboard::paletteKnowsPartsOfPages()
{
    FakePlant plant;
    MainWindow window(plant.plant());
    window.show();
    for (const auto &[typed, segment] :
         {std::pair {"shelved", 1}, std::pair {"suppressed", 2}, std::pair {"out of service", 3},
          std::pair {"journal", 4}, std::pair {"rules", 5}}) {
        window.showPalette();
        QTest::keyClicks(&window.palettePopup().field(), QLatin1String(typed));
        QTest::keyClick(&window.palettePopup().field(), Qt::Key_Return);
        QCOMPARE(window.currentPage()->key(), QStringLiteral("alarms"));
        QCOMPARE(window.currentPage()->findChild<SegmentBar *>()->current(), segment);
    }
}

void TestKeyboard::paletteOpensTheTagThatWasTyped()
{
    FakePlant plant;
    MainWindow window(plant.plant());
    showActive(window);
    window.showPalette();
    QTest::keyClicks(&window.palettePopup().field(), QStringLiteral("p-203/bearing"));
    QTest::keyClick(&window.palettePopup().field(), Qt::Key_Return);
    QCOMPARE(window.currentPage()->key(), QStringLiteral("trend:") + QLatin1String(kTag));
    window.showPalette();
    QTest::keyClicks(&window.palettePopup().field(), QStringLiteral("p-203"));
    QTest::keyClick(&window.palettePopup().field(), Qt::Key_Return);
    QCOMPARE(window.currentPage()->key(),
             QStringLiteral("asset:Northfield/Pump station 2/Pump P-203"));
}

QTEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
