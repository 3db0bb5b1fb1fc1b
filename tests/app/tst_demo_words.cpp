#include "app/demo/demo_workspace.h"
#include "models/page_description.h"

#include <QTest>
#include <QTranslator>

#include <memory>

using namespace telltale;

/// What the demo writes into its workspace is in the language of the program.
class TestDemoWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void namesOfTagsAreTranslated();
    void titlesOfTilesAreTranslated();
    void rulesAreTranslated();
    void connectionIsTranslated();

private:
    std::unique_ptr<QTranslator> m_german;
};

namespace {

/// Translates everything, into words that a file has to escape.
class ToGerman : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *text, const char *, int) const override
    {
        return QLatin1String("de:\"\\") + QString::fromUtf8(text);
    }
};

bool isGerman(const std::string &text)
{
    return text.starts_with("de:\"\\");
}

} // namespace

void TestDemoWords::initTestCase()
{
    m_german = std::make_unique<ToGerman>();
    QVERIFY(QCoreApplication::installTranslator(m_german.get()));
}

void TestDemoWords::namesOfTagsAreTranslated()
{
    for (const auto &tags : {demoTags(), hostTags("host", 2)}) {
        for (const TagInfo &tag : tags)
            QVERIFY2(isGerman(tag.displayName) || tag.displayName == "pH", tag.displayName.c_str());
    }
}

void TestDemoWords::titlesOfTilesAreTranslated()
{
    const Result<PageDescription> page = readPage("overview", demoOverview());
    QVERIFY(page.ok());
    for (const TileDescription &tile : page->tiles)
        QVERIFY2(isGerman(tile.title), tile.title.c_str());
}

void TestDemoWords::rulesAreTranslated()
{
    for (const AlarmRule &rule : demoRules()) {
        for (const std::string &text : {rule.title, rule.cause, rule.consequence, rule.action})
            QVERIFY2(isGerman(text), text.c_str());
    }
}

void TestDemoWords::connectionIsTranslated()
{
    QVERIFY(isGerman(demoConnectionName()));
}

QTEST_GUILESS_MAIN(TestDemoWords)
#include "tst_demo_words.moc"
