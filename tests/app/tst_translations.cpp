#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>
#include <vector>

namespace {

struct Message
{
    QString context;
    QString source;
    QStringList translations; ///< one, or one for each plural form
    bool isPlural = false;
    bool isUnfinished = false;

    QString label() const { return context + QStringLiteral(": ") + source; }
};

struct Catalogue
{
    QString language;
    std::vector<Message> messages;
};

constexpr qsizetype kPluralForms = 2; // of English and of German

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fileIsOfItsLanguage_data();
    void fileIsOfItsLanguage();
    void noEntryIsUnfinished_data();
    void noEntryIsUnfinished();
    void noTranslationIsEmpty_data();
    void noTranslationIsEmpty();
    void placeholdersAreThoseOfTheSource_data();
    void placeholdersAreThoseOfTheSource();
    void tabsAreThoseOfTheSource_data();
    void tabsAreThoseOfTheSource();
    void languagesHaveTheSameEntries();
    void everyTextOfTheSourcesHasAnEntry();
};

namespace {

Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message message;
    message.context = context;
    message.isPlural = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) {
            message.source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            message.isUnfinished = xml.attributes().hasAttribute(QLatin1String("type"));
            if (!message.isPlural) {
                message.translations << xml.readElementText();
                continue;
            }
            while (xml.readNextStartElement())
                message.translations << xml.readElementText();
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

void readContext(QXmlStreamReader &xml, Catalogue &catalogue)
{
    QString context;
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("message"))
            catalogue.messages.push_back(readMessage(xml, context));
        else
            xml.skipCurrentElement();
    }
}

QString fileOf(const QString &language)
{
    return QStringLiteral(TELLTALE_SOURCE_DIR "/translations/telltale_%1.ts").arg(language);
}

/// Without messages if it cannot be read.
Catalogue readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    Catalogue catalogue;
    QXmlStreamReader xml(&file);
    if (xml.readNextStartElement())
        catalogue.language = xml.attributes().value(QLatin1String("language")).toString();
    while (xml.readNextStartElement())
        readContext(xml, catalogue);
    return xml.hasError() ? Catalogue() : catalogue;
}

Catalogue readCatalogue(const QString &language)
{
    return readFile(fileOf(language));
}

/// %1, %2, %n, each once and sorted: a word may say one twice, and in an order of its own.
QStringList placeholders(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("%(\\d+|n)"));
    QStringList found;
    for (auto at = form.globalMatch(text); at.hasNext();)
        found << at.next().captured();
    found.removeDuplicates();
    found.sort();
    return found;
}

void addLanguages()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << QStringLiteral("en");
    QTest::newRow("German") << QStringLiteral("de");
}

/// What \a isWrong finds in the catalogue of the row, a line for each.
template <typename Predicate> QString faults(Predicate isWrong)
{
    QFETCH(QString, language);
    QStringList found;
    for (const Message &message : readCatalogue(language).messages) {
        if (isWrong(message))
            found << message.label();
    }
    return found.join(QLatin1Char('\n'));
}

} // namespace

void TestTranslations::fileIsOfItsLanguage_data()
{
    addLanguages();
}

void TestTranslations::fileIsOfItsLanguage()
{
    QFETCH(QString, language);
    const Catalogue catalogue = readCatalogue(language);
    QCOMPARE(catalogue.language, language);
    QVERIFY(catalogue.messages.size() > 100);
}

void TestTranslations::noEntryIsUnfinished_data()
{
    addLanguages();
}

void TestTranslations::noEntryIsUnfinished()
{
    QCOMPARE(faults([](const Message &message) { return message.isUnfinished; }), QString());
}

void TestTranslations::noTranslationIsEmpty_data()
{
    addLanguages();
}

void TestTranslations::noTranslationIsEmpty()
{
    const auto lacksWords = [](const Message &message) {
        const qsizetype forms = message.isPlural ? kPluralForms : 1;
        return message.translations.size() != forms
            || std::any_of(message.translations.begin(), message.translations.end(),
                           [](const QString &text) { return text.trimmed().isEmpty(); });
    };
    QCOMPARE(faults(lacksWords), QString());
}

void TestTranslations::placeholdersAreThoseOfTheSource_data()
{
    addLanguages();
}

void TestTranslations::placeholdersAreThoseOfTheSource()
{
    const auto differs = [](const Message &message) {
        const QStringList wanted = placeholders(message.source);
        return std::any_of(message.translations.begin(), message.translations.end(),
                           [&](const QString &text) { return placeholders(text) != wanted; });
    };
    QCOMPARE(faults(differs), QString());
}

void TestTranslations::tabsAreThoseOfTheSource_data()
{
    addLanguages();
}

void TestTranslations::tabsAreThoseOfTheSource()
{
    const auto differs = [](const Message &message) {
        const auto tabs = message.source.count(QLatin1Char('\t'));
        return std::any_of(
            message.translations.begin(), message.translations.end(),
            [&](const QString &text) { return text.count(QLatin1Char('\t')) != tabs; });
    };
    QCOMPARE(faults(differs), QString());
}

void TestTranslations::languagesHaveTheSameEntries()
{
    const auto labels = [](const QString &language) {
        QStringList found;
        for (const Message &message : readCatalogue(language).messages)
            found << message.label();
        found.sort();
        return found;
    };
    QCOMPARE(labels(QStringLiteral("de")), labels(QStringLiteral("en")));
}

/// As the build's update_translations would find them.
void TestTranslations::everyTextOfTheSourcesHasAnEntry()
{
    QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("telltale_en.ts"));
    QVERIFY(QFile::copy(fileOf(QStringLiteral("en")), copy));
    const QStringList arguments {QStringLiteral("-project"), QStringLiteral(TELLTALE_TEXTS),
                                 QStringLiteral("-no-obsolete"), QStringLiteral("-ts"), copy};
    QProcess lupdate;
    lupdate.start(QStringLiteral(TELLTALE_LUPDATE), arguments);
    QVERIFY(lupdate.waitForFinished());
    QVERIFY2(lupdate.exitCode() == 0, lupdate.readAllStandardError().constData());
    const Catalogue found = readFile(copy);
    QVERIFY(!found.messages.empty());
    QStringList missing;
    for (const Message &message : found.messages) {
        if (message.isUnfinished)
            missing << message.label();
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
