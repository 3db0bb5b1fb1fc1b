#include "models/payload_words.h"

#include "models/connection_rows.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

using namespace telltale;

/// Why a payload was refused is said in the language of the window.
class TestPayloadWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everyWordOfTheReadersIsTranslated();
    void placesAndSizesAreTranslated_data();
    void placesAndSizesAreTranslated();
    void looksAreTranslated_data();
    void looksAreTranslated();
    void foreignDetailsStandInBrackets();
};

namespace {

/// Translates everything.
class ToGerman : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *text, const char *, int) const override
    {
        return QLatin1String("de:") + QString::fromUtf8(text);
    }
};

ToGerman &german()
{
    static ToGerman translator;
    return translator;
}

QString textOf(const QString &file)
{
    QFile source(file);
    return source.open(QIODevice::ReadOnly) ? QString::fromUtf8(source.readAll()) : QString();
}

/// The words that readers of payloads fail with.
QStringList wordsOfReaders()
{
    static const QRegularExpression failure(QStringLiteral("fail\\(\"([^\"]+)\""));
    const QDir folder(QStringLiteral(TELLTALE_SOURCE_DIR "/data/payloads"));
    QStringList words;
    for (const QString &file : folder.entryList({QStringLiteral("*.cpp")})) {
        auto found = failure.globalMatch(textOf(folder.filePath(file)));
        while (found.hasNext())
            words << found.next().captured(1);
    }
    return words;
}

} // namespace

void TestPayloadWords::init()
{
    QVERIFY(QCoreApplication::installTranslator(&german()));
}

void TestPayloadWords::cleanup()
{
    QCoreApplication::removeTranslator(&german());
}

void TestPayloadWords::everyWordOfTheReadersIsTranslated()
{
    const QStringList words = wordsOfReaders();
    QVERIFY(words.size() > 20);
    for (const QString &one : words)
        QVERIFY2(PayloadWords::detail(one.toStdString()).startsWith(QLatin1String(": de:")),
                 qPrintable(one));
}

void TestPayloadWords::placesAndSizesAreTranslated_data()
{
    QTest::addColumn<QString>("told");
    QTest::addColumn<QString>("shown");
    QTest::newRow("place") << QStringLiteral("malformed: it ends too early (byte 4)")
                           << QStringLiteral("de:malformed: de:de:it ends too early (byte 4)");
    QTest::newRow("size") << QStringLiteral("payload too large: 300 bytes, at most 200")
                          << QStringLiteral("de:payload too large: de:300 bytes, at most 200");
    QTest::newRow("topic") << QStringLiteral("topic invalid")
                           << QStringLiteral("de:topic is not valid text");
    QTest::newRow("long topic") << QStringLiteral("topic too long: 1106 bytes, at most 1024")
                                << QStringLiteral("de:topic too long: de:1\u2009106 bytes, at most "
                                                  "1\u2009024");
}

void TestPayloadWords::placesAndSizesAreTranslated()
{
    QFETCH(QString, told);
    QTEST(ConnectionRows::reason(told.toStdString()), "shown");
}

void TestPayloadWords::looksAreTranslated_data()
{
    QTest::addColumn<QString>("told");
    QTest::addColumn<QString>("shown");
    QTest::newRow("form") << QStringLiteral("JSON") << QStringLiteral("JSON");
    QTest::newRow("broken") << QStringLiteral("JSON, broken at byte 17")
                            << QStringLiteral("de:JSON, de:broken at byte 17");
    QTest::newRow("bytes") << QStringLiteral("24 bytes, binary")
                           << QStringLiteral("de:24 byte(s), de:binary");
    QTest::newRow("not kept") << QStringLiteral("not kept") << QStringLiteral("de:not kept");
}

void TestPayloadWords::looksAreTranslated()
{
    QFETCH(QString, told);
    QTEST(PayloadWords::looks(told.toStdString()), "shown");
}

void TestPayloadWords::foreignDetailsStandInBrackets()
{
    QCOMPARE(ConnectionRows::reason("malformed: tasmota"),
             QStringLiteral("de:malformed (tasmota)"));
}

QTEST_GUILESS_MAIN(TestPayloadWords)
#include "tst_payload_words.moc"
