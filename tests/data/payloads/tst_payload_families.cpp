#include "data/payloads/decimal_seconds.h"
#include "data/payloads/number_text.h"
#include "data/payloads/time_text.h"
#include "tests/data/payloads/decode_probe.h"

#include <QRandomGenerator>
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
    void familiesAreThoseOfTheSource();
    void tagsKnowTheirFamily();
    void changedBytesDoNoHarm();
    void secondsAddAsDecimals_data();
    void secondsAddAsDecimals();
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
    row("shelly 1: relay", "shellies/s1/relay/0", "on", "s1/relay/0 = true");
    row("shelly 1: capitals are a text", "shellies/s1/relay/0", "ON", "s1/relay/0 = \"ON\"");
    row("shelly 1: members", "shellies/s1/light/0/status",
        R"({"ison":true,"temperature":20,"temperature_f":68})",
        "s1/light/0/status/ison = true\ns1/light/0/status/temperature = 20");
    row("shelly 1: Fahrenheit", "shellies/s1/temperature_f", "68", "");
    row("shelly 1: order", "shellies/s1/relay/0/command", "on", "command s1 relay/0=on");
    row("shelly 1: gone", "shellies/s1/online", "false", "offline s1");
    row("shelly 1: info", "shellies/s1/info", R"({"wifi_sta":{}})", "metadata s1 info");
    row("shelly 2: gone", "shellyplus1-a/online", "false", "offline shellyplus1-a");
    row("shelly 2: own prefix, known by its component", "home/plug/status/switch:1",
        R"({"id":1,"output":true,"aenergy":{"total":5,"by_minute":[1,2],"minute_ts":7}})",
        "home/plug/switch:1/aenergy/by_minute/0 = 1\nhome/plug/switch:1/aenergy/by_minute/1 = 2\n"
        "home/plug/switch:1/aenergy/total = 5\nhome/plug/switch:1/output = true");
    row("shelly 2: another id is JSON", "home/plug/status/switch:1", R"({"id":2})",
        "home/plug/status/switch:1/id = 2");
    row("shelly 2: no such prefix", "home/plug/online", "true", "home/plug/online = true");
    row("shelly 2: event", "shellyplus1-a/events/rpc",
        R"({"method":"NotifyEvent","params":{"ts":1,"events":[{"component":"input:0","id":0,)"
        R"("event":"single_push","ts":1700000000.5}]}})",
        "shellyplus1-a/input:0/event = \"single_push\" @2023-11-14T22:13:20.500000Z");
    row("shelly 2: request", "shellyplus1-a/rpc", R"({"method":"Switch.Set"})",
        "command shellyplus1-a");
    row("shelly 2: order", "shellyplus1-a/command/switch:0", "on", "command shellyplus1-a");
    row("shelly 2: broken JSON", "shellyplus1-a/status/sys", "{", "error shellyplus1-a malformed");
    row("senml: base value and base name", "x",
        R"([{"bn":"a/","bv":10,"n":"b","v":1.5},{"n":"c","v":2}])", "x/a/b = 11.5\nx/a/c = 12");
    row("senml: without a name", "x", R"([{"bn":"","v":1}])", "x = 1");
    row("senml: sum", "x", R"([{"n":"e","s":5,"bs":1}])", "x/e/sum = 6");
    row("senml: relative times", "x", R"([{"n":"a","v":1,"t":-0.5},{"n":"a","v":2,"t":-60}])",
        "x/a = 1 @2026-11-22T11:59:59.500000Z\nx/a = 2 @2026-11-22T11:59:00.000000Z");
    row("senml: times add as decimals", "x", R"([{"bt":1.7000000001e9,"n":"a","t":0.2,"v":1}])",
        "x/a = 1 @2023-11-14T22:13:20.300000Z");
    row("senml: several units of one name", "x",
        R"([{"n":"p","u":"lat","v":1},{"n":"p","u":"lon","v":2}])", "x/p/lat = 1\nx/p/lon = 2");
    row("senml: text that says NaN", "x", R"([{"n":"a","vs":"NaN"}])", "x/a = \"NaN\"");
    row("senml: data is nothing", "x", R"([{"n":"a","vd":"aGk"}])", "");
    row("senml: version above 10", "x", R"([{"bver":11,"n":"a","v":1}])",
        "error x unsupported_version");
    row("senml: member that must be understood", "x", R"([{"n":"a","v":1},{"n":"b","v":1,"x_":1}])",
        "error x unsupported_member");
    row("senml: value of another type later", "x", R"([{"n":"a","v":1},{"n":"b","v":"x"}])",
        "error x malformed");
    row("senml: large integer stays exact", "x", R"([{"n":"a","v":9007199254740993}])",
        "x/a = 9007199254740993");
    row("not senml: no value", "x", R"([{"n":"a"}])", "x/0/n = \"a\"");
    row("not senml: value is a text", "x", R"([{"n":"a","v":"b"}])",
        "x/0/n = \"a\"\nx/0/v = \"b\"");
    row("not senml: second is no object", "x", R"([{"n":"a","v":1},5])",
        "x/0/n = \"a\"\nx/0/v = 1\nx/1 = 5");
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

void TestPayloadFamilies::changedBytesDoNoHarm()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const std::vector<std::pair<std::string, QByteArray>> messages = {
        {"tele/t/RESULT",
         R"({"Time":"2026-11-22T10:00:00Z","TuyaReceived":{"DpId":2,"DpIdType":2,"DpIdData":"FF"}})"},
        {"tele/t/SENSOR",
         R"({"ZbReceived":{"0x1":{"Device":"0x1","MAC":"A","RSSI":1}},"U":"1T01:01:01"})"},
        {"stat/t/STATUS10", R"({"StatusSNS":{"Time":"x","ENERGY":{"Power":[1,2]}}})"},
        {"zigbee2mqtt/x", R"({"last_seen":1700000000123,"a":1,"battery":null,"action":"ON"})"},
        {"zigbee2mqtt/x/availability", R"({"state":"online"})"},
        {"shellies/s/info", R"({"id":"s","a":[1,{"b":2}]})"},
        {"p/status/switch:0", R"({"id":0,"aenergy":{"total":5,"by_minute":[1]}})"},
        {"shelly/events/rpc",
         R"({"method":"NotifyEvent","params":{"events":[{"component":"i","event":"e","ts":1.5e9}]}})"},
        {"x", R"([{"bn":"a","bt":1.7e9,"bv":1},{"n":"b","u":"Cel","t":-5.25,"v":1,"s":2}])"}};
    DecodeProbe probe;
    for (int round = 0; round < 50'000; ++round) {
        const auto &[topic, payload]
            = messages[random.bounded(static_cast<quint32>(messages.size()))];
        QByteArray bytes = payload;
        for (int i = random.bounded(0, 4); i > 0; --i)
            bytes[random.bounded(static_cast<int>(bytes.size()))]
                = static_cast<char>(random.bounded(0x20, 0x80));
        const std::vector<char> exact(bytes.begin(), bytes.end());
        probe.decode(topic, {exact.data(), exact.size()});
        if (probe.outcome().kind != BatchDecoder::MessageOutcome::Kind::Decoded)
            QCOMPARE(probe.batch().size(), std::size_t {0});
    }
}

/// What a source does not speak is read plainly, from the next message on.
void TestPayloadFamilies::familiesAreThoseOfTheSource()
{
    SourceOptions options;
    DecodeProbe probe({}, &options);
    const auto tag = [&probe] { return probe.decode("stat/plug/POWER", "ON").value(0); };
    const QString asTasmota = QStringLiteral("plug/POWER = true");
    QCOMPARE(tag(), asTasmota);
    options.set(SourceId {2}, {std::vector<std::string> {}});
    QCOMPARE(tag(), asTasmota); // the probe is source 1
    options.set(SourceId {1}, {{{"shelly", "senml"}}});
    QVERIFY2(tag().startsWith(QStringLiteral("stat/plug/POWER = ")), qPrintable(tag()));
    options.set(SourceId {1}, {std::vector<std::string> {}});
    QVERIFY(tag() != asTasmota);
    options.set(SourceId {1}, {{{"tasmota"}}});
    QCOMPARE(tag(), asTasmota);
    options.set(SourceId {1}, {});
    QCOMPARE(tag(), asTasmota);
}

void TestPayloadFamilies::tagsKnowTheirFamily()
{
    DecodeProbe probe;
    const auto familyOf = [&probe](const char *path) {
        const TagId tag = probe.registry().find(path);
        return std::string(probe.registry().known({&tag, 1}).front().family);
    };
    probe.decode("stat/plug/POWER", "ON");
    probe.decode("works/pump", R"({"flow":1})");
    probe.decode("works/level", "12");
    QCOMPARE(familyOf("plug/POWER"), std::string("tasmota"));
    QCOMPARE(familyOf("works/pump/flow"), std::string("json"));
    QCOMPARE(familyOf("works/level"), std::string("bare"));
}

void TestPayloadFamilies::secondsAddAsDecimals_data()
{
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<qint64>("microseconds");
    const auto row = [](const char *one, const char *other, qint64 microseconds) {
        QTest::newRow(one) << QByteArray(other) << microseconds;
    };
    row("0.1", "0.2", 300'000);
    row("1.276020076001e+09", "-5", 1'276'020'071'001'000);
    row("-0.25", "0", -250'000);
    row("-0.25", "-0.75", -1'000'000);
    row("0.0000004", "0.0000001", 1);
    row("1700000000.0000005", "0", 1'700'000'000'000'001);
    row("1e-99999999999999999999", "0", 0);
    row("12345e-3", "1", 13'345'000);
    row("0.00012e6", "0", 120'000'000);
}

void TestPayloadFamilies::secondsAddAsDecimals()
{
    QFETCH(QByteArray, other);
    QFETCH(qint64, microseconds);
    const auto seconds = [](const QByteArray &text) {
        TreeValue value;
        readNumber(text.begin(), text.end(), value);
        value.text = {text.constData(), static_cast<std::size_t>(text.size())};
        return DecimalSeconds::of(value).value();
    };
    const DecimalSeconds sum = seconds(QTest::currentDataTag()) + seconds(other);
    QCOMPARE(sum.rounded().count(), microseconds);
}

QTEST_GUILESS_MAIN(TestPayloadFamilies)
#include "tst_payload_families.moc"
