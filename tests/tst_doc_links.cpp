#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

/// Reads the pages for people and names the link that leads nowhere.
class TestDocLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linksLeadSomewhere_data();
    void linksLeadSomewhere();
    void contentsNameEveryPageOfTheManual();
};

namespace {

QString sourceFolder()
{
    return QStringLiteral(TELLTALE_SOURCE_DIR);
}

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList capturedIn(const QString &text, const char *pattern)
{
    const QRegularExpression expression(QString::fromLatin1(pattern),
                                        QRegularExpression::MultilineOption
                                            | QRegularExpression::UseUnicodePropertiesOption);
    QStringList found;
    auto each = expression.globalMatch(text);
    while (each.hasNext())
        found << each.next().captured(1);
    return found;
}

/// As web pages of repositories make them of headings.
QStringList anchorsIn(const QString &text)
{
    static const QRegularExpression dropped(QStringLiteral("[^\\w\\- ]"),
                                            QRegularExpression::UseUnicodePropertiesOption);
    QStringList anchors = capturedIn(text, "<a id=\"([^\"]+)\"");
    for (const QString &heading : capturedIn(text, "^#+ (.+)$"))
        anchors << heading.toLower().remove(dropped).replace(QLatin1Char(' '), QLatin1Char('-'));
    return anchors;
}

QStringList linksIn(const QString &text)
{
    QStringList links = capturedIn(text, "\\]\\(([^)\\s]+)\\)");
    links.removeIf([](const QString &link) { return link.contains(QLatin1String("://")); });
    return links;
}

} // namespace

void TestDocLinks::linksLeadSomewhere_data()
{
    QTest::addColumn<QString>("page");
    QTest::newRow("README.md") << QStringLiteral("README.md");
    const QDir root(sourceFolder());
    QDirIterator all(root.filePath(QStringLiteral("docs")), {QStringLiteral("*.md")}, QDir::Files,
                     QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString page = root.relativeFilePath(all.next());
        QTest::newRow(qPrintable(page)) << page;
    }
}

void TestDocLinks::linksLeadSomewhere()
{
    QFETCH(QString, page);
    const QString path = QDir(sourceFolder()).filePath(page);
    const QStringList links = linksIn(textOf(path));
    for (const QString &link : links) {
        const QString file = link.section(QLatin1Char('#'), 0, 0);
        const QString anchor = link.section(QLatin1Char('#'), 1);
        const QString target = file.isEmpty() ? path : QFileInfo(path).dir().filePath(file);
        QVERIFY2(QFileInfo::exists(target), qPrintable(link));
        QVERIFY2(anchor.isEmpty() || anchorsIn(textOf(target)).contains(anchor), qPrintable(link));
    }
}

void TestDocLinks::contentsNameEveryPageOfTheManual()
{
    const QDir docs(QDir(sourceFolder()).filePath(QStringLiteral("docs")));
    const QStringList links = linksIn(textOf(docs.filePath(QStringLiteral("manual.md"))));
    const QStringList pages
        = QDir(docs.filePath(QStringLiteral("manual"))).entryList({QStringLiteral("*.md")});
    QVERIFY(!pages.isEmpty());
    for (const QString &page : pages)
        QVERIFY2(links.contains(QStringLiteral("manual/") + page), qPrintable(page));
}

QTEST_GUILESS_MAIN(TestDocLinks)
#include "tst_doc_links.moc"
