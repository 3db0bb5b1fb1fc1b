#include "models/told_details.h"
#include "models/told_words.h"

#include "data/sources/mqtt_reason.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

#include <algorithm>

using namespace telltale;

/// What the data layer tells is said in the language of the window.
class TestToldWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void wordsAreTranslated_data();
    void wordsAreTranslated();
    void conditionsOfAllKindsAreTranslated_data();
    void conditionsOfAllKindsAreTranslated();
    void everyReasonToRefuseASignInIsTranslated();
    void foreignWordsStandAsTheyAre();
    void everyDetailIsToldBelow();
};

namespace {

using Said = QString (*)(std::string_view);

/// Translates everything: in front of it stands "de:".
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

/// Texts as the code has them; those that stand one behind the other are one.
QStringList literalsOf(const QString &file)
{
    static const QRegularExpression aside(QStringLiteral("^\\s*(//|#).*$"),
                                          QRegularExpression::MultilineOption);
    static const QRegularExpression literal(
        QStringLiteral("\"((?:[^\"\\\\\\n]|\\\\.)*)\"|'((?:[^'\\\\\\n]|\\\\.))'"));
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return {};
    const QString code = QString::fromUtf8(source.readAll()).remove(aside);
    QStringList texts;
    qsizetype end = -1;
    for (auto all = literal.globalMatch(code); all.hasNext();) {
        const QRegularExpressionMatch one = all.next();
        QString text = one.captured(1) + one.captured(2);
        text.replace(QLatin1String("\\\""), QLatin1String("\""));
        const bool goesOn
            = end >= 0 && QStringView(code).mid(end, one.capturedStart() - end).trimmed().isEmpty();
        if (goesOn)
            texts.last() += text;
        else
            texts << text;
        end = one.capturedEnd();
    }
    texts.removeAll(QString());
    return texts;
}

/// Of each file of the layers that tell.
QList<QStringList> textsBelow()
{
    QList<QStringList> texts;
    for (const char *layer : {"/data", "/app", "/widgets"}) { // windows have devices of their own
        QDirIterator files(QStringLiteral(TELLTALE_SOURCE_DIR) + QLatin1String(layer),
                           {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext())
            texts << literalsOf(files.next());
    }
    return texts;
}

/// Whether it is part of a text, or begins with the end of one and goes on so. An end of a letter
/// or two proves nothing unless it is the whole text.
bool isMadeOf(const QString &words, const QStringList &texts)
{
    constexpr qsizetype kLeastEnd = 3;
    const auto goesOnAfter = [&](const QString &text) {
        for (qsizetype n = std::min(text.size(), words.size() - 1); n > 0; --n) {
            if ((n == text.size() || n >= kLeastEnd) && text.endsWith(words.left(n)))
                return isMadeOf(words.mid(n), texts);
        }
        return false;
    };
    return std::any_of(texts.begin(), texts.end(),
                       [&](const QString &text) { return text.contains(words); })
        || std::any_of(texts.begin(), texts.end(), goesOnAfter);
}

/// Whether one file has all that stands between the places of a detail.
bool isTold(const QString &detail, const QList<QStringList> &files)
{
    static const QRegularExpression place(QStringLiteral("%\\d"));
    const QStringList fixed = detail.split(place, Qt::SkipEmptyParts);
    return std::any_of(files.begin(), files.end(), [&](const QStringList &texts) {
        return std::all_of(fixed.begin(), fixed.end(),
                           [&](const QString &words) { return isMadeOf(words, texts); });
    });
}

} // namespace

void TestToldWords::init()
{
    QVERIFY(QCoreApplication::installTranslator(&german()));
}

void TestToldWords::cleanup()
{
    QCoreApplication::removeTranslator(&german());
}

void TestToldWords::wordsAreTranslated_data()
{
    QTest::addColumn<Said>("say");
    QTest::addColumn<QByteArray>("told");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, Said say, const char *told, const char *expected) {
        QTest::newRow(name) << say << QByteArray(told) << QString::fromUtf8(expected);
    };
    row("owner", &ToldWords::owner, "root@vm, process 4711", "de:root@vm, process 4711");
    row("subject", &ToldWords::subject, "device clocks", "de:device clocks");
    row("password", &ToldWords::subject, "works (password)", "de:works (password)");
    row("connection", &ToldWords::subject, "works at mqtt://lab:1884",
        "de:works at mqtt://lab:1884");
    row("place sign in a part", &ToldWords::subject, "%2 (password)", "de:%2 (password)");
    row("exit code and words", &ToldWords::detail, "/bin/page ended with exit code 1: no route",
        "de:/bin/page ended with exit code 1: no route");
    row("status of a receiver", &ToldWords::detail,
        "https://a.example/ answers 503: it has a fault",
        "de:https://a.example/ answers 503: it has a fault");
    row("several clocks", &ToldWords::detail,
        "the clock of a device cannot be right: a/b says 1970-01-01T00:00:00Z, a/c is 30 s ahead; "
        "for values and alarms the time of arrival is used, in the history only before 2000 or "
        "more than a day ahead",
        "de:the clock of a device cannot be right: de:a/b says 1970-01-01T00:00:00Z, de:a/c is 30 "
        "s ahead; for values and alarms the time of arrival is used, in the history only before "
        "2000 or more than a day ahead");
    row("several addresses", &ToldWords::detail,
        "::1 port 1884 refuses connections: the broker does not run there, or listens on another "
        "port; 127.0.0.1 port 1884 does not answer",
        "de:::1 port 1884 refuses connections: the broker does not run there, or listens on "
        "another port; de:127.0.0.1 port 1884 does not answer");
    row("a cause within", &ToldWords::detail,
        "a password is needed for anna: the keychain did not give the password: locked",
        "de:a password is needed for anna: de:the keychain did not give the password: locked");
}

void TestToldWords::wordsAreTranslated()
{
    QFETCH(Said, say);
    QFETCH(QByteArray, told);
    QFETCH(QString, expected);
    QCOMPARE(say(std::string_view(told.constData(), static_cast<std::size_t>(told.size()))),
             expected);
}

void TestToldWords::conditionsOfAllKindsAreTranslated_data()
{
    QTest::addColumn<QString>("told");
    for (const char *told :
         {"is open", "3 times 1 within 60 s", "5 or more off 50", "5 or more off set-point a/b/sp",
          "5 or more below set-point a/b/sp", "5 or more above 50", "5 or more below 50",
          "rises \u2265 0.5/s", "falls \u2265 0.5/s", "changes \u2265 0.5/s"})
        QTest::newRow(told) << QString::fromUtf8(told);
}

void TestToldWords::conditionsOfAllKindsAreTranslated()
{
    QFETCH(QString, told);
    QCOMPARE(ToldWords::condition(told.toStdString()), QStringLiteral("de:") + told);
}

void TestToldWords::everyReasonToRefuseASignInIsTranslated()
{
    for (const int code : {0x80, 0x83, 0x84, 0x85, 0x87, 0x88, 0x89, 0x8A, 0x8B, 0x8C, 0x8E, 0x97,
                           0x98, 0x9C, 0x9D, 0x9F}) {
        const std::string told = describeReason(code).detail;
        QVERIFY2(ToldWords::detail(told).startsWith(QLatin1String("de:")), told.c_str());
    }
}

void TestToldWords::foreignWordsStandAsTheyAre()
{
    QCOMPARE(ToldWords::detail("No space left on device"),
             QStringLiteral("No space left on device"));
    QCOMPARE(ToldWords::condition("whatever"), QStringLiteral("whatever"));
    QCOMPARE(ToldWords::subject("/data/history.db"), QStringLiteral("/data/history.db"));
    QVERIFY(ToldWords::owner("").isEmpty());
}

/// A text that is changed below would lose its translation, and nobody would see it.
void TestToldWords::everyDetailIsToldBelow()
{
    const QList<QStringList> files = textsBelow();
    QVERIFY(files.size() > 100);
    for (const char *detail : toldDetails())
        QVERIFY2(isTold(QString::fromUtf8(detail), files), detail);
    QVERIFY(!isTold(QStringLiteral("the broker is tired"), files));
    QVERIFY(!isTold(QStringLiteral("%1 port %2 refuses a connection"), files));
}

QTEST_GUILESS_MAIN(TestToldWords)
#include "tst_told_words.moc"
