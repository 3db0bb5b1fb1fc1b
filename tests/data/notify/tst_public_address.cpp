#include "data/notify/public_address.h"

#include <QHostAddress>
#include <QTest>

using namespace telltale;

class TestPublicAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ownNetworksAreNotPublic_data();
    void ownNetworksAreNotPublic();
};

void TestPublicAddress::ownNetworksAreNotPublic_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<bool>("isPublic");
    for (const char *address : {"127.0.0.1",
                                "127.8.8.8",
                                "0.0.0.0",
                                "10.1.2.3",
                                "172.16.0.1",
                                "172.31.255.255",
                                "192.168.1.1",
                                "169.254.169.254",
                                "100.100.100.200",
                                "168.63.129.16",
                                "224.0.0.1",
                                "255.255.255.255",
                                "::1",
                                "::",
                                "fe80::1",
                                "fc00::1",
                                "fd00:ec2::254",
                                "ff02::1",
                                "::ffff:127.0.0.1",
                                "::ffff:10.0.0.1",
                                "64:ff9b::7f00:1",
                                "2002:7f00:1::",
                                ""})
        QTest::newRow(address) << QByteArray(address) << false;
    for (const char *address : {"8.8.8.8", "172.32.0.1", "192.169.0.1", "100.128.0.1",
                                "2001:4860:4860::8888", "::ffff:8.8.8.8"})
        QTest::newRow(address) << QByteArray(address) << true;
}

void TestPublicAddress::ownNetworksAreNotPublic()
{
    QFETCH(QByteArray, address);
    QFETCH(bool, isPublic);
    QCOMPARE(isPublicAddress(QHostAddress(QString::fromLatin1(address))), isPublic);
}

QTEST_GUILESS_MAIN(TestPublicAddress)
#include "tst_public_address.moc"
