#include "data/notify/public_address.h"

#include <QTest>

using namespace telltale;

class TestPublicAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addressesLeadSomewhere_data();
    void addressesLeadSomewhere();
    void ownOnesArePermitted_data();
    void ownOnesArePermitted();
    void wrongNetworkIsNamed();
};

void TestPublicAddress::addressesLeadSomewhere_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<int>("reach");
    const auto rows = [](AddressReach reach, std::initializer_list<const char *> addresses) {
        for (const char *address : addresses)
            QTest::newRow(address) << QByteArray(address) << static_cast<int>(reach);
    };
    rows(AddressReach::Own,
         {"127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255",
          "192.168.1.1", "100.64.1.1", "::1", "::", "fc00::1", "::ffff:127.0.0.1",
          "::ffff:10.0.0.1", "::127.0.0.1", "::8.8.8.8", "64:ff9b::7f00:1", "2002:7f00:1::"});
    rows(AddressReach::Never,
         {"169.254.169.254", "169.254.1.1", "100.100.100.200", "168.63.129.16", "192.0.0.192",
          "224.0.0.1", "255.255.255.255", "fe80::1", "fd00:ec2::254", "ff02::1",
          "::ffff:169.254.169.254", "::169.254.169.254", "64:ff9b::a9fe:a9fe", ""});
    rows(AddressReach::Public,
         {"8.8.8.8", "172.32.0.1", "192.169.0.1", "100.128.0.1", "2001:4860:4860::8888",
          "::ffff:8.8.8.8"});
}

void TestPublicAddress::addressesLeadSomewhere()
{
    QFETCH(QByteArray, address);
    QFETCH(int, reach);
    QCOMPARE(static_cast<int>(addressReach(QHostAddress(QString::fromLatin1(address)))), reach);
}

void TestPublicAddress::ownOnesArePermitted_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<bool>("byDefault");
    QTest::addColumn<bool>("withAll");
    QTest::addColumn<bool>("withNetworks"); ///< 10.1.0.0/16, 192.168.1.5, fd12::/16
    const auto row = [](const char *address, bool byDefault, bool withAll, bool withNetworks) {
        QTest::newRow(address) << QByteArray(address) << byDefault << withAll << withNetworks;
    };
    row("8.8.8.8", true, true, true);
    row("10.1.2.3", false, true, true);
    row("::ffff:10.1.2.3", false, true, true);
    row("10.2.2.3", false, true, false);
    row("192.168.1.5", false, true, true);
    row("192.168.1.6", false, true, false);
    row("fd12::7", false, true, true);
    row("127.0.0.1", false, true, false);
    row("169.254.169.254", false, false, false);
    row("fe80::1", false, false, false);
}

void TestPublicAddress::ownOnesArePermitted()
{
    QFETCH(QByteArray, address);
    QFETCH(bool, byDefault);
    QFETCH(bool, withAll);
    QFETCH(bool, withNetworks);
    const QHostAddress asked(QString::fromLatin1(address));
    PermittedAddresses permitted;
    QCOMPARE(permitted.permit(asked), byDefault);
    QVERIFY(permitted.permitOwn({"10.1.0.0/16", "192.168.1.5", "fd12::/16"}).ok());
    QCOMPARE(permitted.permit(asked), withNetworks);
    permitted.permitOwn(true);
    QCOMPARE(permitted.permit(asked), withAll);
}

void TestPublicAddress::wrongNetworkIsNamed()
{
    PermittedAddresses permitted;
    const Outcome read = permitted.permitOwn({"10.0.0.0/8", "works.example"});
    QVERIFY(!read.ok());
    QVERIFY(read.error().detail.find("works.example") != std::string::npos);
    QVERIFY(!permitted.permit(QHostAddress(QStringLiteral("10.0.0.1")))); // none of them counts
}

QTEST_GUILESS_MAIN(TestPublicAddress)
#include "tst_public_address.moc"
