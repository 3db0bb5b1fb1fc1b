#include "data/payloads/time_text.h"
#include "tests/data/payloads/decode_probe.h"

#include <QTest>

using namespace telltale;
using telltale::test::DecodeProbe;

/// Rules of the payload families that the shared cases do not touch.
class TestPayloadFamilies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messageGivesThis_data();
    void messageGivesThis();
    void brokenMessageGivesNothingOfItself();
};

void TestPayloadFamilies::messageGivesThis_data()
{
    QTest::addColumn<QString>("topic");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("expected"); ///< sample lines, then event lines
    const auto row
        = [](const char *name, const char *topic, const char *payload, const char *expected) {
              QTest::newRow(name) << QString::fromUtf8(topic) << QByteArray(payload)
                                  << QString::fromUtf8(expected);
          };
    row("tasmota: device of several levels", "tele/hall/north/SENSOR", R"({"A":1})",
        "hall/north/A = 1");
    row("tasmota: prefix behind the device", "hall/north/stat/RESULT", R"({"A":1})",
        "hall/north/A = 1");
    row("tasmota: plain switch", "stat/plug/POWER", "ON", "plug/POWER = true");
    row("tasmota: plain number", "stat/plug/DIMMER", "40", "plug/DIMMER = 40");
    row("tasmota: last level in small letters is JSON", "tele/plug/sensor", R"({"A":1})",
        "tele/plug/sensor/A = 1");
    row("tasmota: command", "cmnd/plug/POWER", "TOGGLE", "command plug POWER=TOGGLE");
    row("tasmota: gone", "tele/plug/LWT", "Offline", "offline plug");
    row("tasmota: info", "tele/plug/INFO2", R"({"WebServerMode":"Admin"})", "metadata plug INFO2");
    row("tasmota: status with a reading", "stat/plug/STATUS10",
        R"({"StatusSNS":{"Time":"2026-11-22T10:00:00Z","A":{"B":1}}})",
        "plug/A/B = 1 @2026-11-22T10:00:00.000000Z");
    row("tasmota: status without", "stat/plug/STATUS5", R"({"StatusNET":{"IP":"1.2.3.4"}})",
        "metadata plug STATUS5");
    row("tasmota: beacon", "tele/gw/SENSOR",
        R"({"IBEACON":{"MAC":"A4C138","RSSI":-60,"STATE":"ON"}})",
        "gw/IBEACON/A4C138/RSSI = -60\ngw/IBEACON/A4C138/STATE = true");
    row("tasmota: uptime as a duration", "tele/plug/STATE", R"({"Uptime":"1T01:01:01"})",
        "plug/Uptime = 90061");
    row("tasmota: uptime beside seconds", "tele/plug/STATE",
        R"({"Uptime":"1T01:01:01","UptimeSec":90061})", "plug/UptimeSec = 90061");
    row("tasmota: Tuya signed", "tele/t/RESULT",
        R"({"TuyaReceived":{"DpId":2,"DpIdType":2,"DpIdData":"FFFFFFFE"}})",
        "t/TuyaReceived/2 = -2");
    row("tasmota: Tuya text", "tele/t/RESULT",
        R"({"TuyaReceived":{"DpId":3,"DpIdType":3,"DpIdData":"4869"}})",
        "t/TuyaReceived/3 = \"Hi\"");
    row("tasmota: Tuya raw", "tele/t/RESULT",
        R"({"TuyaReceived":{"DpId":3,"DpIdType":0,"DpIdData":"4869"}})", "");
    row("tasmota: broken JSON", "tele/plug/SENSOR", "{\"A\":", "error plug malformed");
    row("tasmota: cleared", "tele/plug/LWT", "", "metadata plug cleared");
    row("zigbee2mqtt: name of several levels", "zigbee2mqtt/hall/lamp", R"({"state":"ON"})",
        "hall/lamp/state = true");
    row("zigbee2mqtt: attribute", "zigbee2mqtt/lamp/brightness", "50", "lamp/brightness = 50");
    row("zigbee2mqtt: action is a text", "zigbee2mqtt/knob", R"({"action":"ON"})",
        "knob/action = \"ON\"");
    row("zigbee2mqtt: last seen in milliseconds", "zigbee2mqtt/x",
        R"({"last_seen":1700000000123,"a":1})", "x/a = 1 @2023-11-14T22:13:20.123000Z");
    row("zigbee2mqtt: last seen as text", "zigbee2mqtt/x",
        R"({"last_seen":"2023-11-14T22:13:20+00:00","a":1})",
        "x/a = 1 @2023-11-14T22:13:20.000000Z");
    row("zigbee2mqtt: device is left out", "zigbee2mqtt/x",
        R"({"device":{"model":"m"},"color":{"x":0.3}})", "x/color/x = 0.3");
    row("zigbee2mqtt: available", "zigbee2mqtt/hall/lamp/availability", R"({"state":"online"})",
        "online hall/lamp");
    row("zigbee2mqtt: not available", "zigbee2mqtt/lamp/availability", "offline", "offline lamp");
    row("zigbee2mqtt: order", "zigbee2mqtt/lamp/set", R"({"state":"ON"})", "command lamp set");
    row("zigbee2mqtt: request", "zigbee2mqtt/bridge/request/permit_join", "true",
        "command zigbee2mqtt/bridge permit_join");
    row("zigbee2mqtt: description", "zigbee2mqtt/bridge/info", R"({"version":"1"})",
        "metadata zigbee2mqtt/bridge info");
    row("zigbee2mqtt: broken JSON", "zigbee2mqtt/lamp", "{", "error lamp malformed");
    row("zigbee2mqtt: cleared", "zigbee2mqtt/lamp", "", "metadata lamp cleared");
}

void TestPayloadFamilies::messageGivesThis()
{
    QFETCH(QString, topic);
    QFETCH(QByteArray, payload);
    QFETCH(QString, expected);
    DecodeProbe probe;
    QStringList lines = probe.decode(topic.toStdString(), payload.toStdString());
    lines += probe.events();
    QCOMPARE(lines.join(QLatin1Char('\n')), expected);
    const bool isBroken = expected.startsWith(QLatin1String("error"));
    QCOMPARE(probe.outcome().kind == BatchDecoder::MessageOutcome::Kind::Undecodable, isBroken);
}

void TestPayloadFamilies::brokenMessageGivesNothingOfItself()
{
    DecodeProbe probe;
    const char *const payload
        = R"({"A":1,"TuyaReceived":{"DpId":3,"DpIdType":1,"DpIdData":"0x"},"B":2})";
    QCOMPARE(probe.decode("tele/t/RESULT", payload), QStringList());
    QCOMPARE(probe.events(), QStringList {QStringLiteral("error t malformed")});
    QCOMPARE(probe.registry().size(), std::size_t {0});
}

QTEST_GUILESS_MAIN(TestPayloadFamilies)
#include "tst_payload_families.moc"
