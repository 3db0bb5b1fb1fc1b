#include "tests/support/fake_plant.h"
#include "tests/widgets/find_widgets.h"

#include "widgets/common/page.h"
#include "widgets/common/theme.h"
#include "widgets/connect/connection_dialog.h"
#include "widgets/connect/connections_page.h"
#include "widgets/connect/password_question.h"
#include "widgets/connect/subscribe_all_question.h"
#include "widgets/main_window.h"

#include "models/connection_rows.h"

#include "data/sources/credential_store.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace telltale;
using namespace telltale::test;

/// From the address of a broker to its plant: what the window says and asks on the way.
class TestFirstConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void questionStandsWhereTheUserIs();
    void enterAnswersTheQuestion();
    void enterAnswersTheQuestionBesideTheDemo();
    void focusIsInThePageAfterConnecting();
    void questionTakesNoFocusFromSomebodyTyping();
    void connectionThatWaitsForAnAnswerCanBeSwitchedOff();
    void connectionsThatComeLaterAreShown();
    void brokerThatLetsNobodyInIsNotAskedAbout();
    void passwordThatIsMissingIsAskedFor();
    void passwordOfTheEnvironmentIsNotAskedFor();
    void portIsTheOneTyped_data();
    void portIsTheOneTyped();
};

namespace {

ConnectionConfig unanswered()
{
    ConnectionConfig connection;
    connection.name = "broker";
    connection.url = "mqtt://broker:1883";
    return connection;
}

/// Its broker has let the connection in; nothing is subscribed to so far.
void letIn(FakePlant &works)
{
    ConnectionStatus &status = works.status.connections.emplace_back();
    status.name = unanswered().name;
    status.url = unanswered().url;
    status.state = ConnectionStatus::State::Connected;
    works.publishStatus();
    works.clock().advance(std::chrono::seconds(1));
}

} // namespace

void TestFirstConnection::initTestCase()
{
    Theme::instance().applyTo(*qApp);
}

void TestFirstConnection::questionStandsWhereTheUserIs()
{
    FakePlant works(FakePlant::Content::Empty);
    Plant plant = works.plant();
    int announced = 0;
    plant.connectionsChanged = [&] { ++announced; };
    MainWindow window(plant);
    window.show();
    works.workspace().connections.push_back(unanswered()); // as --broker does
    letIn(works);
    window.frame();
    QWidget &overview = *window.currentPage();
    auto *question = overview.findChild<SubscribeAllQuestion *>();
    QVERIFY(question && question->isVisible());
    QVERIFY2(wordsOn(overview).contains(QStringLiteral("Waiting for your answer")),
             qPrintable(wordsOn(overview)));
    QVERIFY(!button(overview, QStringLiteral("Start the demo")));
    QTest::mouseClick(button(*question, QStringLiteral("Subscribe to all")), Qt::LeftButton);
    QTRY_COMPARE(announced, 1);
    QVERIFY(!works.workspace().connections.front().needsConfirmation());
    QVERIFY(works.workspace().connections.front().enabled);
    works.status.connections = {{}};
    works.status.connections.front().name = "broker";
    works.status.connections.front().state = ConnectionStatus::State::Waiting;
    works.status.connections.front().cause = "connection refused";
    works.status.connections.front().causeCode = Error::Code::ConnectionRefused;
    works.publishStatus();
    window.frame();
    QVERIFY(!question->isVisible());
    QVERIFY2(wordsOn(overview).contains(QStringLiteral("The port is closed")),
             qPrintable(wordsOn(overview)));
    QVERIFY2(wordsOn(overview).contains(QStringLiteral("whether the broker is running")),
             qPrintable(wordsOn(overview)));
    works.status.connections.front().state = ConnectionStatus::State::Connected;
    works.status.connections.front().granted = {"# qos 1"};
    works.publishStatus();
    window.frame();
    QVERIFY2(wordsOn(overview).contains(QStringLiteral("Nothing has come from broker yet")),
             qPrintable(wordsOn(overview)));
    QPushButton *next = button(overview, QStringLiteral("Open connections"));
    QVERIFY(next);
    QTest::mouseClick(next, Qt::LeftButton);
    QCOMPARE(window.currentPage()->key(), QStringLiteral("connections"));
}

void TestFirstConnection::enterAnswersTheQuestion()
{
    FakePlant works(FakePlant::Content::Empty);
    Plant plant = works.plant();
    int announced = 0;
    plant.connectionsChanged = [&] { ++announced; };
    MainWindow window(plant);
    window.show();
    window.openPage(QStringLiteral("connections#add"));
    auto *dialog = window.currentPage()->findChild<ConnectionDialog *>();
    QVERIFY(dialog);
    auto *address = dialog->findChild<QLineEdit *>(QStringLiteral("address"));
    QTest::keyClicks(address, QStringLiteral("mqtt://broker"));
    QTest::keyClick(address, Qt::Key_Return);
    QTRY_COMPARE(works.workspace().connections.size(), 1U);
    auto *question = window.currentPage()->findChild<SubscribeAllQuestion *>();
    QVERIFY(!question->isVisible()); // it is tried before
    letIn(works);
    window.frame();
    QVERIFY(question->isVisible());
    QCOMPARE(window.focusWidget(), button(*question, QStringLiteral("Subscribe to all")));
    QVERIFY(works.workspace().connections.front().needsConfirmation());
    QTest::keyClick(window.focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(!works.workspace().connections.front().needsConfirmation());
    QVERIFY(announced > 0);
}

/// One connection stands there already, and the way leads through the button.
void TestFirstConnection::enterAnswersTheQuestionBesideTheDemo()
{
    FakePlant works;
    works.workspace().connections.front().isDemo = true;
    works.workspace().connections.front().allTopicsConfirmed = true;
    Plant plant = works.plant();
    int announced = 0;
    plant.connectionsChanged = [&] {
        ++announced;
        works.publishStatus();
    };
    MainWindow window(plant);
    window.show();
    window.activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), &window);
    window.openPage(QStringLiteral("connections"));
    QTest::mouseClick(button(*window.currentPage(), QStringLiteral("Add connection…")),
                      Qt::LeftButton);
    auto *dialog = window.currentPage()->findChild<ConnectionDialog *>();
    QVERIFY(dialog);
    dialog->activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), dialog);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("mqtt://broker"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(announced, 1);
    QTRY_COMPARE(QApplication::activeWindow(), &window);
    letIn(works);
    window.frame();
    auto *question = window.currentPage()->findChild<SubscribeAllQuestion *>();
    QVERIFY(question->isVisible());
    QCOMPARE(QApplication::focusWidget(), button(*question, QStringLiteral("Subscribe to all")));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(announced, 2);
    QVERIFY(!works.workspace().connections.back().needsConfirmation());
}

/// Nothing is asked: Enter removes and edits nothing.
void TestFirstConnection::focusIsInThePageAfterConnecting()
{
    FakePlant works(FakePlant::Content::Empty);
    MainWindow window(works.plant());
    window.show();
    window.openPage(QStringLiteral("connections#add"));
    auto *dialog = window.currentPage()->findChild<ConnectionDialog *>();
    dialog->findChild<QPlainTextEdit *>(QStringLiteral("filters"))
        ->setPlainText(QStringLiteral("plant/#"));
    auto *address = dialog->findChild<QLineEdit *>(QStringLiteral("address"));
    QTest::keyClicks(address, QStringLiteral("mqtt://broker"));
    QTest::keyClick(address, Qt::Key_Return);
    QTRY_COMPARE(works.workspace().connections.size(), 1U);
    QVERIFY(!window.currentPage()->findChild<SubscribeAllQuestion *>()->isVisible());
    const QWidget *focused = window.focusWidget();
    QVERIFY(focused && focused->isVisible() && window.currentPage()->isAncestorOf(focused));
    QVERIFY(!qobject_cast<const QPushButton *>(focused));
}

void TestFirstConnection::questionTakesNoFocusFromSomebodyTyping()
{
    FakePlant works(FakePlant::Content::Empty);
    MainWindow window(works.plant());
    window.show();
    window.filterAssets();
    const QWidget *field = window.focusWidget();
    works.workspace().connections.push_back(unanswered());
    letIn(works);
    window.frame();
    QVERIFY(window.currentPage()->findChild<SubscribeAllQuestion *>()->isVisible());
    QCOMPARE(window.focusWidget(), field);
}

/// Whether it is on and whether somebody agreed are two things: it can be switched off meanwhile.
void TestFirstConnection::connectionThatWaitsForAnAnswerCanBeSwitchedOff()
{
    FakePlant works(FakePlant::Content::Empty);
    works.workspace().connections.push_back(unanswered());
    letIn(works);
    ConnectionsPage page(works.plant());
    page.show();
    page.frame(works.clock().now());
    QVERIFY2(wordsOn(page).contains(QStringLiteral("waiting for your answer")),
             qPrintable(wordsOn(page)));
    QVERIFY(!button(page, QStringLiteral("Switch on")));
    QPushButton *off = button(page, QStringLiteral("Switch off"));
    QVERIFY(off && off->isEnabled());
    QTest::mouseClick(off, Qt::LeftButton);
    const ConnectionConfig &connection = works.workspace().connections.front();
    QTRY_VERIFY(!connection.enabled);
    QVERIFY(connection.needsConfirmation());
    QTRY_VERIFY(!page.findChild<SubscribeAllQuestion *>()->isVisible());
    works.status.connections.clear(); // it is ended
    works.publishStatus();
    works.clock().advance(std::chrono::seconds(1));
    page.frame(works.clock().now());
    QVERIFY2(wordsOn(page).contains(QStringLiteral("switched off")), qPrintable(wordsOn(page)));
    QPushButton *on = button(page, QStringLiteral("Switch on"));
    QVERIFY(on && on->isEnabled());
    QTest::mouseClick(on, Qt::LeftButton);
    QTRY_VERIFY(connection.enabled);
    QVERIFY(connection.needsConfirmation());
}

void TestFirstConnection::connectionsThatComeLaterAreShown()
{
    FakePlant works(FakePlant::Content::Empty);
    ConnectionsPage page(works.plant());
    page.show();
    page.frame(works.clock().now());
    works.workspace().connections.push_back(unanswered());
    works.workspace().connections.push_back(unanswered());
    works.workspace().connections.back().name = "other";
    letIn(works);
    page.frame(works.clock().now());
    QVERIFY(page.findChild<SubscribeAllQuestion *>()->isVisible());
    page.showPart(QStringLiteral("name:other"));
    QPushButton *other = button(page, QStringLiteral("other"));
    QVERIFY(other && other->isChecked());
}

void TestFirstConnection::brokerThatLetsNobodyInIsNotAskedAbout()
{
    FakePlant works(FakePlant::Content::Empty);
    works.workspace().connections.push_back(unanswered());
    letIn(works);
    ConnectionStatus &status = works.status.connections.back();
    status.state = ConnectionStatus::State::Refused;
    status.user = "anna";
    status.cause = "refused";
    status.causeCode = Error::Code::BadCredentials;
    works.publishStatus();
    MainWindow window(works.plant());
    window.show();
    window.frame();
    QWidget &overview = *window.currentPage();
    auto *question = overview.findChild<SubscribeAllQuestion *>();
    QVERIFY(!question->isVisible());
    QVERIFY2(wordsOn(overview).contains(QStringLiteral("refused user \"anna\"")),
             qPrintable(wordsOn(overview)));
    status.state = ConnectionStatus::State::Connected;
    works.publishStatus();
    works.clock().advance(std::chrono::seconds(1));
    window.frame();
    QVERIFY(question->isVisible());
}

void TestFirstConnection::passwordThatIsMissingIsAskedFor()
{
    FakePlant works;
    works.workspace().connections = {unanswered()};
    works.workspace().connections.front().user = "anna";
    works.status.connections.clear();
    letIn(works);
    ConnectionStatus &status = works.status.connections.back();
    const auto fail = [&](Error::Code code) {
        status.state = ConnectionStatus::State::Refused;
        status.user = "anna";
        status.cause = "refused";
        status.causeCode = code;
        status.nextAttempt += std::chrono::seconds(30);
        works.publishStatus();
        works.clock().advance(std::chrono::seconds(1));
    };
    Plant plant = works.plant();
    std::string typed;
    plant.storePassword
        = [&](const ConnectionConfig &connection, const std::string &password,
              const std::function<void(Outcome)> &) { typed = connection.user + ' ' + password; };
    MainWindow window(plant);
    window.show();
    auto *question = window.findChild<PasswordQuestion *>();
    window.frame();
    QVERIFY(!question->isVisible());
    fail(Error::Code::NoPassword);
    const QWidget *focused = window.focusWidget();
    window.frame();
    QVERIFY(question->isVisible());
    QCOMPARE(window.focusWidget(), focused);
    QVERIFY2(wordsOn(*question).contains(QStringLiteral("The password of user \"anna\"")),
             qPrintable(wordsOn(*question)));
    auto *password = question->findChild<QLineEdit *>();
    password->setFocus();
    QTest::keyClicks(password, QStringLiteral("secret"));
    QTest::keyClick(password, Qt::Key_Return);
    QCOMPARE(typed, std::string("anna secret"));
    QVERIFY(!question->isVisible()); // until the attempt has ended
    QCOMPARE(window.focusWidget(), focused); // no text field, where Space is only a blank
    fail(Error::Code::BadCredentials);
    window.frame();
    QVERIFY(question->isVisible());
    QVERIFY(password->text().isEmpty());
    QTest::mouseClick(button(*question, QStringLiteral("Not now")), Qt::LeftButton);
    fail(Error::Code::BadCredentials);
    window.frame();
    QVERIFY(!question->isVisible());
}

void TestFirstConnection::passwordOfTheEnvironmentIsNotAskedFor()
{
    QVERIFY(mayBeTyped(Error::Code::NoPassword) && mayBeTyped(Error::Code::BadCredentials));
    qputenv("TELLTALE_CREDENTIALS", "/some/file");
    QVERIFY(mayBeTyped(Error::Code::NoPassword) && !mayBeTyped(Error::Code::BadCredentials));
    qunsetenv("TELLTALE_CREDENTIALS");
    qputenv("TELLTALE_MQTT_USER", "anna");
    QVERIFY(!mayBeTyped(Error::Code::NoPassword));
    qunsetenv("TELLTALE_MQTT_USER");
}

void TestFirstConnection::portIsTheOneTyped_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("said");
    QTest::newRow("no scheme") << QStringLiteral("127.0.0.1:18831") << QStringLiteral("18831 open");
    QTest::newRow("no port") << QStringLiteral("broker") << QStringLiteral("1883 open");
    QTest::newRow("TLS") << QStringLiteral("mqtts://broker") << QStringLiteral("8883 open");
    QTest::newRow("both") << QStringLiteral("mqtt://[::1]:1999") << QStringLiteral("1999 open");
}

void TestFirstConnection::portIsTheOneTyped()
{
    QFETCH(QString, address);
    QFETCH(QString, said);
    ConnectionStatus status;
    status.url = address.toStdString();
    status.layers = {{ConnectionLayer::Name::Port, ConnectionLayer::State::Passed, "open", {}}};
    const std::vector<TableRow> rows = ConnectionRows::layers(status);
    QStringList texts;
    for (const TableCell &cell : rows.front().cells)
        texts << cell.text;
    QVERIFY2(texts.contains(said), qPrintable(texts.join(QLatin1Char('|'))));
}

QTEST_MAIN(TestFirstConnection)
#include "tst_first_connection.moc"
