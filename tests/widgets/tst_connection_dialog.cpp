#include "widgets/connect/connection_dialog.h"

#include "tests/support/fake_plant.h"
#include "tests/widgets/find_widgets.h"
#include "widgets/common/theme.h"
#include "widgets/connect/connection_fault.h"

#include "models/connection_rows.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

#include <algorithm>

using namespace telltale;
using namespace telltale::test;

class TestConnectionDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anotherBrokerIsAskedAgain();
    void addressIsCheckedWhileTyping_data();
    void addressIsCheckedWhileTyping();
    void passwordInTheClearNeedsASecondYes();
    void withoutKeychainThatIsSaid();
    void refusedSignInNamesTheUserOnce();
};

void TestConnectionDialog::initTestCase()
{
    Theme::instance().applyTo(*qApp);
}

void TestConnectionDialog::anotherBrokerIsAskedAgain()
{
    FakePlant works;
    ConnectionConfig known = works.workspace().connections.front();
    known.allTopicsConfirmed = true;
    ConnectionDialog dialog(works.plant(), known);
    QVERIFY(!dialog.connection().needsConfirmation());
    field<QLineEdit>(dialog, "address")->setText(QStringLiteral("mqtts://elsewhere:8883"));
    QVERIFY(dialog.connection().needsConfirmation());
    QCOMPARE(dialog.connection().allTopicsConfirmed, false); // stored: a window asks
    field<QPlainTextEdit>(dialog, "filters")
        ->setPlainText(QStringLiteral("pumps/#, tanks/+/level"));
    QVERIFY(!dialog.connection().needsConfirmation());
    QCOMPARE(dialog.connection().filters.size(), 2U);
}

void TestConnectionDialog::addressIsCheckedWhileTyping_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("said");
    QTest::newRow("nothing") << QString() << QStringLiteral("Type the address");
    QTest::newRow("another scheme") << QStringLiteral("http://x") << QStringLiteral("no address");
    QTest::newRow("port too large")
        << QStringLiteral("mqtt://x:70000") << QStringLiteral("no address");
    QTest::newRow("password inside") << QStringLiteral("mqtt://ada:secret@x")
                                     << QStringLiteral("do not belong into the address");
    QTest::newRow("right") << QStringLiteral("mqtts://broker:8883") << QString();
}

void TestConnectionDialog::addressIsCheckedWhileTyping()
{
    QFETCH(QString, address);
    QFETCH(QString, said);
    FakePlant works(FakePlant::Content::Empty);
    ConnectionDialog dialog(works.plant(), {});
    QTest::keyClicks(field<QLineEdit>(dialog, "address"), address);
    const QString faults = field<QLabel>(dialog, "faults")->text();
    QVERIFY2(faults.contains(said), qPrintable(faults));
    QCOMPARE(faults.isEmpty(), said.isEmpty());
    if (said.isEmpty())
        QCOMPARE(field<QLineEdit>(dialog, "name")->text(), QStringLiteral("broker"));
}

void TestConnectionDialog::passwordInTheClearNeedsASecondYes()
{
    FakePlant works(FakePlant::Content::Empty);
    ConnectionDialog dialog(works.plant(), {});
    dialog.show();
    auto *address = field<QLineEdit>(dialog, "address");
    auto *agree = field<QCheckBox>(dialog, "sendInClear");
    QPushButton *save = button(dialog, QStringLiteral("Connect"));
    QTest::keyClicks(address, QStringLiteral("mqtt://10.0.0.9"));
    QVERIFY(save->isEnabled());
    QVERIFY(!agree->isVisible());
    field<QLineEdit>(dialog, "user")->setText(QStringLiteral("ada"));
    QVERIFY(agree->isVisible());
    QVERIFY(!save->isEnabled());
    agree->setChecked(true);
    QVERIFY(save->isEnabled());
    QVERIFY(dialog.connection().allowPlainPassword);
    agree->setChecked(false);
    address->setText(QStringLiteral("mqtt://127.0.0.1"));
    QVERIFY(save->isEnabled());
    QVERIFY(!agree->isVisible());
}

void TestConnectionDialog::withoutKeychainThatIsSaid()
{
    FakePlant works(FakePlant::Content::Empty);
    ConnectionDialog dialog(works.plant(), {});
    QVERIFY(field<QLineEdit>(dialog, "password")->isEnabled());
    const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text().contains(QStringLiteral("only until the program ends"));
    }));
    ConnectionStatus status;
    status.name = "works";
    status.state = ConnectionStatus::State::Connected;
    Problem unkept;
    unkept.code = Error::Code::NoKeychain;
    unkept.area = "connection";
    unkept.subject = "works (password)";
    const QString said = ConnectionFault::text(status, {unkept});
    QVERIFY2(said.contains(QStringLiteral("asked for again at the next start")), qPrintable(said));
    QVERIFY(ConnectionFault::text(status, {}).isEmpty());
    status.name = "another";
    QVERIFY(ConnectionFault::text(status, {unkept}).isEmpty());
    status.state = ConnectionStatus::State::Refused;
    status.causeCode = Error::Code::NoPassword;
    status.user = "anna";
    status.cause = "a password is needed for anna";
    const QString needed = ConnectionFault::text(status, {});
    QVERIFY2(needed.contains(QStringLiteral("type the password")), qPrintable(needed));
    QVERIFY2(needed.contains(QStringLiteral("\"anna\"")), qPrintable(needed));
}

void TestConnectionDialog::refusedSignInNamesTheUserOnce()
{
    ConnectionStatus status;
    status.state = ConnectionStatus::State::Refused;
    status.user = "anna";
    status.causeCode = Error::Code::BadCredentials;
    status.cause = "the broker refused user \"anna\" or the password: check both";
    status.layers = {{ConnectionLayer::Name::SignIn, ConnectionLayer::State::Failed, status.cause,
                      std::chrono::milliseconds(3)}};
    const QString said = ConnectionFault::text(status, {});
    QCOMPARE(said.count(QStringLiteral("anna")), 1);
    QVERIFY2(said.contains(QStringLiteral("TELLTALE_MQTT_PASSWORD")), qPrintable(said));
    QVERIFY2(!said.contains(QStringLiteral("permissions")), qPrintable(said));
    QCOMPARE(ConnectionRows::layers(status).front().cells[2].text, QStringLiteral("refused"));
    status.user.clear();
    const QString nobody = ConnectionFault::text(status, {});
    QVERIFY2(nobody.contains(QStringLiteral("no user name")), qPrintable(nobody));
    status.causeCode = Error::Code::NotPermitted; // of topics
    QVERIFY(ConnectionFault::text(status, {}).contains(QStringLiteral("whoever grants")));
}

QTEST_MAIN(TestConnectionDialog)
#include "tst_connection_dialog.moc"
