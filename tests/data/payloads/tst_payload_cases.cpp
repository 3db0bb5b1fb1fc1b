#include "data/payloads/time_text.h"
#include "tests/data/payloads/decode_probe.h"
#include "tests/support/shared_data.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace telltale;
using telltale::test::DecodeProbe;

/// The shared payload samples: each gives exactly the samples and events its manifest states.
class TestPayloadCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void caseGivesWhatItStates_data();
    void caseGivesWhatItStates();

private:
    QByteArray bytesOf(const QString &file) const;
    void decodeContext(const QJsonObject &entry, DecodeProbe &probe) const;

    QString m_folder;
    QJsonArray m_cases;
};

namespace {

/// Families this version decodes; cases of the others are skipped by name.
const QSet<QString> kFamilies {QStringLiteral("json"),        QStringLiteral("bare"),
                               QStringLiteral("cbor"),        QStringLiteral("msgpack"),
                               QStringLiteral("zigbee2mqtt"), QStringLiteral("tasmota"),
                               QStringLiteral("senml"),       QStringLiteral("shelly")};

/// The value as the probe words it. QJsonValue keeps integers up to 64 bits exactly.
QString expectedValue(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::String:
        return QLatin1Char('"') + value.toString() + QLatin1Char('"');
    case QJsonValue::Null:
        return QStringLiteral("null");
    default:
        break;
    }
    Sample sample;
    const qint64 integer = value.toInteger(0);
    sample.value = value.toDouble();
    if (std::abs(sample.value) > 9007199254740992.0 && integer != 0) {
        sample.flags = SampleFlags::make(SampleFlags::Kind::Integer);
        sample.side = std::int64_t {integer};
    }
    return test::valueText(sample);
}

QString lineOf(const QString &tag, const QString &time, const QString &value, const QString &unit,
               const QString &quality)
{
    return QStringList {tag, time, value, unit, quality}.join(QStringLiteral(" | "));
}

QStringList expectedSamples(const QJsonObject &object)
{
    QStringList lines;
    for (const QJsonValue &value : object[QLatin1String("samples")].toArray()) {
        const QJsonObject sample = value.toObject();
        const QString quality = sample[QLatin1String("quality")].toString();
        lines.append(lineOf(
            sample[QLatin1String("tag")].toString(), sample[QLatin1String("time")].toString(),
            expectedValue(sample[QLatin1String("value")]), sample[QLatin1String("unit")].toString(),
            quality == QLatin1String("good") ? QString() : quality));
    }
    lines.sort();
    return lines;
}

QStringList givenSamples(DecodeProbe &probe)
{
    QStringList lines;
    for (std::size_t i = 0; i < probe.batch().size(); ++i) {
        const Sample sample = probe.batch().sample(i);
        const TagInfo info = probe.registry().info(sample.tag);
        lines.append(lineOf(QString::fromStdString(info.path), test::timeText(sample.time),
                            test::valueText(sample), QString::fromStdString(info.unit),
                            test::qualityText(sample.quality)));
    }
    lines.sort();
    return lines;
}

QStringList expectedEvents(const QJsonObject &object)
{
    QStringList lines;
    for (const QJsonValue &value : object[QLatin1String("events")].toArray()) {
        const QJsonObject event = value.toObject();
        lines.append(QStringList {event[QLatin1String("kind")].toString(),
                                  event[QLatin1String("asset")].toString(),
                                  event[QLatin1String("detail")].toString()}
                         .join(QLatin1Char(' '))
                         .trimmed());
    }
    lines.sort();
    return lines;
}

Timestamp arrivalOf(const QJsonObject &object)
{
    const auto time = readIsoTime(object[QLatin1String("arrival")].toString().toStdString());
    return time.value_or(Timestamp());
}

/// A bad sample without a value creates no tag; the cases state what the decoder gives, so its tag
/// is one that has been seen.
void rememberBadTags(const QJsonObject &object, DecodeProbe &probe)
{
    for (const QJsonValue &value : object[QLatin1String("samples")].toArray()) {
        const QJsonObject sample = value.toObject();
        if (sample[QLatin1String("value")].isNull())
            probe.registry().intern(sample[QLatin1String("tag")].toString().toStdString());
    }
}

} // namespace

void TestPayloadCases::initTestCase()
{
    m_folder = test::sharedPath(QStringLiteral("data/mqtt_payloads"), "TELLTALE_PAYLOAD_CASES");
    if (m_folder.isEmpty()) {
        QVERIFY2(!test::mustHaveShared(), test::kNoSharedData);
        QSKIP(test::kNoSharedData);
    }
    QFile manifest(QDir(m_folder).filePath(QStringLiteral("manifest.json")));
    QVERIFY(manifest.open(QIODevice::ReadOnly));
    m_cases = QJsonDocument::fromJson(manifest.readAll()).array();
    QVERIFY(!m_cases.isEmpty());
}

void TestPayloadCases::caseGivesWhatItStates_data()
{
    QTest::addColumn<QJsonObject>("object");
    for (const QJsonValue &value : m_cases) {
        const QJsonObject object = value.toObject();
        QTest::newRow(object[QLatin1String("file")].toString().toUtf8().constData()) << object;
    }
}

void TestPayloadCases::caseGivesWhatItStates()
{
    QFETCH(QJsonObject, object);
    const QString family = object[QLatin1String("family")].toString();
    if (!kFamilies.contains(family))
        QSKIP(qPrintable(family + QStringLiteral(" is not implemented in this version")));
    DecodeProbe probe;
    probe.setArrival(arrivalOf(object));
    for (const QJsonValue &entry : object[QLatin1String("context")].toArray()) {
        QJsonObject context = entry.toObject();
        if (entry.isString()) {
            for (const QJsonValue &other : m_cases) {
                if (other.toObject()[QLatin1String("file")] == entry)
                    context = other.toObject();
            }
        }
        if (context[QLatin1String("file")].isUndefined())
            QSKIP("the context this case needs is not implemented in this version");
        decodeContext(context, probe);
    }
    rememberBadTags(object, probe);
    const QByteArray payload = bytesOf(object[QLatin1String("file")].toString());
    QCOMPARE(payload.size(), object[QLatin1String("bytes")].toInt());
    probe.decode(object[QLatin1String("topic")].toString().toStdString(), payload.toStdString());
    QCOMPARE(givenSamples(probe).join(QLatin1Char('\n')),
             expectedSamples(object).join(QLatin1Char('\n')));
    QStringList events = probe.events();
    events.sort();
    QCOMPARE(events, expectedEvents(object));
}

QByteArray TestPayloadCases::bytesOf(const QString &file) const
{
    QFile payload(QDir(m_folder).filePath(file));
    return payload.open(QIODevice::ReadOnly) ? payload.readAll() : QByteArray();
}

void TestPayloadCases::decodeContext(const QJsonObject &entry, DecodeProbe &probe) const
{
    const QByteArray payload = bytesOf(entry[QLatin1String("file")].toString());
    probe.decode(entry[QLatin1String("topic")].toString().toStdString(), payload.toStdString());
}

QTEST_GUILESS_MAIN(TestPayloadCases)
#include "tst_payload_cases.moc"
