#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

/// Reads every #include of the tree and names the file whose arrow points up.
class TestLayering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void includesPointDown_data();
    void includesPointDown();
    void screenClassesStayInWidgets();
    void thirdPartyHeadersStayInSources();
    void foreignTextIsNoHtml_data();
    void foreignTextIsNoHtml();

private:
    static QStringList filesBelow(const QString &folder, const QStringList &names);
    static QStringList includesOf(const QString &path);
    static QString textOf(const QString &path);
    static QString relative(const QString &path);
};

namespace {

const QStringList kCode {QStringLiteral("*.h"), QStringLiteral("*.cpp")};

QString sourceFolder()
{
    return QStringLiteral(TELLTALE_SOURCE_DIR);
}

} // namespace

QStringList TestLayering::filesBelow(const QString &folder, const QStringList &names)
{
    QStringList files;
    QDirIterator all(sourceFolder() + QLatin1Char('/') + folder, names, QDir::Files,
                     QDirIterator::Subdirectories);
    while (all.hasNext())
        files << all.next();
    return files;
}

QString TestLayering::textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList TestLayering::includesOf(const QString &path)
{
    static const QRegularExpression include(
        QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"),
        QRegularExpression::MultilineOption);
    QStringList names;
    auto found = include.globalMatch(textOf(path));
    while (found.hasNext())
        names << found.next().captured(1);
    return names;
}

QString TestLayering::relative(const QString &path)
{
    return QDir(sourceFolder()).relativeFilePath(path);
}

void TestLayering::includesPointDown_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QStringList>("mayKnow");
    const auto row = [](const char *folder, const QStringList &mayKnow) {
        QTest::newRow(folder) << QString::fromLatin1(folder) << mayKnow;
    };
    const auto list = [](std::initializer_list<const char *> names) {
        QStringList texts;
        for (const char *name : names)
            texts << QString::fromLatin1(name);
        return texts;
    };
    row("data/telemetry", list({"data/telemetry/"}));
    row("data/storage", list({"data/storage/", "data/telemetry/"}));
    row("data/json", list({"data/json/", "data/telemetry/"}));
    row("data/sources", list({"data/sources/", "data/storage/", "data/telemetry/"}));
    row("data/payloads", list({"data/payloads/", "data/telemetry/"}));
    row("data/history", list({"data/history/", "data/storage/", "data/telemetry/"}));
    row("data/alarms", list({"data/alarms/", "data/json/", "data/storage/", "data/telemetry/"}));
    row("data/notify",
        list({"data/notify/", "data/alarms/", "data/json/", "data/sources/", "data/storage/",
              "data/telemetry/"}));
    row("data/workspace",
        list({"data/workspace/", "data/alarms/", "data/json/", "data/notify/", "data/payloads/",
              "data/sources/", "data/storage/", "data/telemetry/"}));
    row("data/pipeline", list({"data/"}));
    row("models",
        list({"models/", "data/telemetry/", "data/history/", "data/alarms/", "data/json/",
              "data/sources/", "data/workspace/", "data/storage/"}));
    row("widgets",
        list({"widgets/", "models/", "data/telemetry/", "data/history/", "data/alarms/",
              "data/sources/", "data/workspace/", "data/storage/"}));
    row("app", list({"app/", "widgets/", "models/", "data/"}));
}

void TestLayering::includesPointDown()
{
    QFETCH(QString, folder);
    QFETCH(QStringList, mayKnow);
    static const QRegularExpression ours(QStringLiteral("^(app|widgets|models|data|tests)/"));
    const QStringList files = filesBelow(folder, kCode);
    QVERIFY2(!files.isEmpty(), qPrintable(folder + QStringLiteral(" has no code")));
    QStringList wrong;
    for (const QString &file : files) {
        for (const QString &include : includesOf(file)) {
            const bool isFine = !ours.match(include).hasMatch()
                || std::any_of(mayKnow.begin(), mayKnow.end(),
                               [&](const QString &start) { return include.startsWith(start); });
            if (!isFine)
                wrong << relative(file) + QStringLiteral(" includes ") + include;
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void TestLayering::screenClassesStayInWidgets()
{
    static const QRegularExpression screen(QStringLiteral(
        "^(Qt(Widgets|Charts|PrintSupport|Svg)/|QWidget|QApplication|QPainter|QPixmap|"
        "QImage|QColor$|QFont|QIcon|QBrush|QPen|QChart)"));
    QStringList wrong;
    for (const QString &folder : {QStringLiteral("data"), QStringLiteral("models")}) {
        for (const QString &file : filesBelow(folder, kCode)) {
            for (const QString &include : includesOf(file)) {
                if (screen.match(include).hasMatch())
                    wrong << relative(file) + QStringLiteral(" includes ") + include;
            }
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void TestLayering::thirdPartyHeadersStayInSources()
{
    static const QRegularExpression third(
        QStringLiteral("^(mqtt/|MQTT|sqlite3|simdjson|zstd|qt6keychain/|openssl/)"));
    QStringList wrong;
    for (const QString &folder : {QStringLiteral("data"), QStringLiteral("models"),
                                  QStringLiteral("widgets"), QStringLiteral("app")}) {
        const bool isData = folder == QLatin1String("data");
        for (const QString &file : filesBelow(folder, kCode)) {
            if (isData && file.endsWith(QLatin1String(".cpp")))
                continue;
            for (const QString &include : includesOf(file)) {
                if (third.match(include).hasMatch())
                    wrong << relative(file) + QStringLiteral(" includes ") + include;
            }
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void TestLayering::foreignTextIsNoHtml_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QStringList>("except"); ///< files that escape what they put in
    const auto row = [](const char *name, const char *pattern, const QStringList &except = {}) {
        QTest::newRow(name) << QString::fromLatin1(pattern) << except;
    };
    // A tool tip is a text of ours or has gone through tooltipText(), which escapes.
    row("tool tips of widgets", R"(setToolTip\((?!tr\(|tooltipText\())");
    row("tool tips shown", R"(QToolTip::showText\([^,;]+,(?!\s*tooltipText\())");
    row("tool tips of models", R"(ToolTipRole(:|\))\s*return (?![^;]*tooltipText\())");
    // What is no text of ours may have an & in it; buttonText() escapes it.
    row("entries of menus", R"(addAction\((shownText|tagTitle|assetTitle|levelText)\w*\()");
    // Labels are plain (TelltaleStyle::polish) unless they ask for more.
    row("labels", R"(Qt::(RichText|AutoText|MarkdownText)|setHtml\(|setMarkdown\()",
        {QStringLiteral("widgets/assets/asset_head.cpp"),
         QStringLiteral("widgets/common/telltale_style.cpp"),
         QStringLiteral("widgets/window_commands.cpp")});
    row("documents that fetch", R"(QTextBrowser|insertHtml\()");
}

void TestLayering::foreignTextIsNoHtml()
{
    QFETCH(QString, pattern);
    QFETCH(QStringList, except);
    const QRegularExpression forbidden(pattern);
    QVERIFY(forbidden.isValid());
    QStringList wrong;
    for (const QString &folder :
         {QStringLiteral("models"), QStringLiteral("widgets"), QStringLiteral("app")}) {
        for (const QString &file : filesBelow(folder, kCode)) {
            const auto found = forbidden.match(textOf(file));
            if (found.hasMatch() && !except.contains(relative(file)))
                wrong << relative(file) + QStringLiteral(": ") + found.captured();
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

QTEST_GUILESS_MAIN(TestLayering)
#include "tst_layering.moc"
