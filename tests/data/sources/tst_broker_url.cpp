#include "data/sources/broker_url.h"

#include <QTest>

using namespace telltale;

class TestBrokerUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addressesAreRead_data();
    void addressesAreRead();
    void othersAreExplained_data();
    void othersAreExplained();
};

void TestBrokerUrl::addressesAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("whole");
    const auto row = [](const char *text, const char *whole) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(whole);
    };
    row("broker", "mqtt://broker:1883");
    row("broker:1884", "mqtt://broker:1884");
    row("mqtt://broker/", "mqtt://broker:1883");
    row("mqtt://broker:", "mqtt://broker:1883");
    row("mqtts://broker.example", "mqtts://broker.example:8883");
    row("mqtts://[::1]", "mqtts://[::1]:8883");
    row("mqtt://[fe80::1]:65535", "mqtt://[fe80::1]:65535");
}

void TestBrokerUrl::addressesAreRead()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, whole);
    const Result<BrokerUrl> url = parseBrokerUrl(text.toStdString());
    QVERIFY2(url.ok(), text.constData());
    QCOMPARE(url.value().text(), whole.toStdString());
}

void TestBrokerUrl::othersAreExplained_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char *text, const char *said) {
        QTest::addRow("\"%s\"", text) << QByteArray(text) << QByteArray(said);
    };
    row("", "host is missing");
    row("mqtt://", "host is missing");
    row("mqtt://:1883", "host is missing");
    row("mqtt://a b", "cannot have");
    row("mqtt://host/path", "cannot have");
    row("http://host", "neither mqtt nor mqtts");
    row("mqtt://[::1", "\"]\" is missing");
    row("mqtt://[::1]1883", "more behind");
    row("mqtt://host:0", "port");
    row("mqtt://host:65536", "port");
    row("mqtt://host:18x", "port");
    row("mqtt://host:-1", "port");
    row("mqtt://user:secret@host", "TELLTALE_MQTT_PASSWORD");
    row("http://user:secret@host:0", "TELLTALE_MQTT_PASSWORD");
}

void TestBrokerUrl::othersAreExplained()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, said);
    const Result<BrokerUrl> url = parseBrokerUrl(text.toStdString());
    QVERIFY(!url.ok());
    const QByteArray detail = QByteArray::fromStdString(url.error().detail);
    QVERIFY2(detail.contains(said), detail.constData());
    QVERIFY2(!detail.contains("secret"), detail.constData());
}

QTEST_GUILESS_MAIN(TestBrokerUrl)
#include "tst_broker_url.moc"
