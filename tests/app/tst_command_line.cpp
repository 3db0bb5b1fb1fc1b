#include "tests/support/loopback.h"
#include "tests/support/telltale_process.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace telltale::test;

/// The promises of the command line: exit codes, what goes to which stream, words that help.
class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void helpAndVersionSucceedOnStandardOutput_data();
    void helpAndVersionSucceedOnStandardOutput();
    void wrongUseIsTwoAndSaysWhatToWrite_data();
    void wrongUseIsTwoAndSaysWhatToWrite();
    void failureIsOneAndSaysWhy_data();
    void failureIsOneAndSaysWhy();
    void windowWithoutDisplaySaysWhatToDo_data();
    void windowWithoutDisplaySaysWhatToDo();
    void outputThatCannotBeWrittenIsAFailure_data();
    void outputThatCannotBeWrittenIsAFailure();
    void emptyHistoryExportsItsHeadingAlone();
    void commonOptionsMayComeFirst();
    void statusBeforeAnyStartIsAllZero();
    void endedBeforeItSubscribedIsAFailure();
    void foldersAreMadeForTheirOwnerAlone();
    void brokenWorkspaceFileIsNamedWithItsLine();
    void workspaceThatEverybodyCanChangeIsRefused();
    void unknownZoneIsSaid();
    void foreignTextSteersNoTerminal();
    void fileIsNoDataFolder();
};

namespace {

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/// A file of the workspace of `telltale`.
bool writeFile(const TelltaleProcess &telltale, const QString &name, const QByteArray &text)
{
    QFile file(telltale.workspace() + QLatin1Char('/') + name);
    return QDir().mkpath(telltale.workspace()) && file.open(QIODevice::WriteOnly)
        && file.write(text) == text.size();
}

} // namespace

void TestCommandLine::helpAndVersionSucceedOnStandardOutput_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("--help") << words("--help") << QByteArray("usage: telltale");
    QTest::newRow("--version") << words("--version") << QByteArray("telltale ");
    for (const char *command : {"backup", "demo", "collect", "export", "import", "redecode",
                                "replay", "report", "status", "shot", "verify"}) {
        QTest::addRow("%s --help", command)
            << QStringList {QLatin1String(command), QStringLiteral("--help")}
            << QByteArray("--workspace");
        QTest::addRow("%s --version", command)
            << QStringList {QLatin1String(command), QStringLiteral("--version")}
            << QByteArray("telltale ");
    }
}

void TestCommandLine::helpAndVersionSucceedOnStandardOutput()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, said);
    const auto answer = TelltaleProcess().run(arguments);
    QCOMPARE(answer.code, 0);
    QVERIFY2(answer.out.contains(said), answer.out.constData());
    QVERIFY2(!answer.err.contains("telltale:"), answer.err.constData());
}

void TestCommandLine::wrongUseIsTwoAndSaysWhatToWrite_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char *line, const char *said) {
        QTest::newRow(line) << words(line) << QByteArray(said);
    };
    row("nonsense", "--help");
    row("query a.asaql", "no command yet");
    row("--lang de nonsense", "nonsense");
    row("--nonsense", "nonsense");
    row("demo --nonsense", "nonsense");
    row("collect --nonsense", "nonsense");
    row("export --nonsense", "nonsense");
    row("replay --nonsense", "nonsense");
    row("status --nonsense", "nonsense");
    row("shot overview --nonsense", "nonsense");
    row("report --nonsense", "nonsense");
    row("report", "--from");
    row("status please", "please");
    row("export --tag a other -o -", "other");
    row("export -o -", "--tag");
    row("export --tag a", "-o");
    row("export --tag a --from yesterday -o -", "yesterday");
    row("export --tag a --to 2026-13-40 -o -", "2026-13-40");
    row("export --tag a --every 1m -o -", "--aggregate");
    row("export --tag a --every soon --aggregate mean -o -", "--every");
    row("export --tag a --every 1m --aggregate best -o -", "mean");
    row("export --tag a --format xml -o -", "csv");
    row("export --tag a -o - -o b.csv", "-o is given 2 times");
    row("export --tag a --from 2026-01-02 --to 2026-01-02 -o -", "--to must be after --from");
    row("export --tag= -o -", "--tag is empty");
    row("report nowhere -o a.pdf", "asset:PATH");
    row("report handover --from -8h -o a.pdf", "no --from");
    row("report overview --from now --to -1h -o a.pdf", "--to must be after --from");
    row("collect", "--broker");
    row("collect --qos 1", "--broker");
    row("collect --broker mqtt://user:secret@localhost", "TELLTALE_MQTT_PASSWORD");
    row("collect --broker mqtt://localhost --qos 3", "--qos");
    row("collect --broker mqtt://localhost --topic a/#/b", "as in plant/#");
    row("collect --broker mqtt://localhost --for ever", "--for");
    row("collect --broker mqtt://localhost --for 1e300", "--for");
    row("collect --broker mqtt://localhost --for nan", "--for");
    row("collect --broker mqtt://localhost --for -1", "--for");
    row("collect --broker mqtt://localhost --lang fr", "--lang");
    row("replay", "--broker");
    row("replay a.csv --broker http://localhost", "mqtt://");
    row("replay a.csv --broker mqtt://ann:secret@localhost", "password");
    row("replay a.csv --broker mqtt://localhost --speed slow", "--speed");
    row("replay a.csv --broker mqtt://localhost --speed 1e-9", "--speed");
    row("replay a.csv --broker mqtt://localhost --speed inf", "--speed");
    row("replay a.csv --broker mqtt://localhost --qos x", "--qos");
    row("import", "FILE");
    row("import a.csv --decimal x", "--decimal");
    row("import a.csv --delimiter ab", "--delimiter");
    row("backup", "DIR");
    row("verify please", "please");
    row("verify --repair please", "please");
    row("redecode please", "please");
    row("redecode --from yesterday", "yesterday");
    row("shot -o a.png", "PAGE");
    row("shot overview -o a.png --size big", "--size");
    row("shot overview -o a.jpg", "ends in .png");
    row("shot overview -o a.png --scale 3", "--scale");
    row("shot overview -o a.png --theme pink", "--theme");
    row("shot overview -o a.png --at noon", "noon");
    row("shot overview -o a.png --at 2999-01-01", "future");
    row("shot status -o a.png --at -1h", "only the present");
    row("shot nowhere -o a.png",
        "overview, alarms, key-figures, handover, asset:PATH, trend:TAG[,TAG], connections, "
        "status");
}

void TestCommandLine::wrongUseIsTwoAndSaysWhatToWrite()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, said);
    const auto answer = TelltaleProcess().run(arguments, 20'000);
    QCOMPARE(answer.code, 2);
    QCOMPARE(answer.out, QByteArray());
    QVERIFY2(answer.err.contains(said), answer.err.constData());
    QVERIFY2(!answer.err.contains("secret"), answer.err.constData());
}

void TestCommandLine::outputThatCannotBeWrittenIsAFailure_data()
{
    QTest::addColumn<QStringList>("arguments");
    for (const char *line : {"status", "status --json", "verify", "verify --json"})
        QTest::newRow(line) << words(line);
}

void TestCommandLine::outputThatCannotBeWrittenIsAFailure()
{
    QFETCH(QStringList, arguments);
    const TelltaleProcess telltale;
    QVERIFY(QDir().mkpath(telltale.data()));
    QProcess process;
    process.setStandardOutputFile(QStringLiteral("/dev/full"));
    process.start(binFolder() + QStringLiteral("/telltale"),
                  arguments + QStringList {QStringLiteral("--data"), telltale.data()});
    QVERIFY(process.waitForFinished(20'000));
    const QByteArray said = process.readAllStandardError();
    QCOMPARE(process.exitCode(), 1);
    QVERIFY2(said.contains("standard output") && said.contains("make room"), said.constData());
}

void TestCommandLine::failureIsOneAndSaysWhy_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char *line, const char *said) {
        QTest::newRow(line) << words(line) << QByteArray(said);
    };
    row("export --tag a -o /nowhere/a.csv", "/nowhere/a.csv");
    row("replay /nowhere/a.csv --broker mqtt://127.0.0.1:1", "/nowhere/a.csv");
    row("import /nowhere/a.csv", "/nowhere/a.csv");
    row("backup /nowhere/b", "nothing is stored there");
    row("verify", "no such folder");
    row("redecode", "no such folder");
    row("shot asset:nowhere -o a.png", "no asset \"nowhere\"");
    row("shot trend:nowhere -o a.png", "no tag \"nowhere\"");
    row("shot overview -o /nowhere/a.png", "/nowhere/a.png");
    row("report overview -o /nowhere/a.pdf", "/nowhere/a.pdf");
    row("export --tag a -o /dev/full", "make room");
    row("export --tag a -o /tmp", "name of a file");
    row("collect --broker mqtt://127.0.0.1:1 --for 0", "before anything was subscribed");
}

void TestCommandLine::failureIsOneAndSaysWhy()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, said);
    const auto answer = TelltaleProcess().run(arguments, 20'000);
    QVERIFY2(answer.code == 1, answer.err.constData());
    QVERIFY2(answer.err.contains(said), answer.err.constData());
}

void TestCommandLine::windowWithoutDisplaySaysWhatToDo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("display");
    QTest::addColumn<QByteArray>("said");
    const QByteArray none("no display");
    QTest::newRow("desktop") << QStringList() << QByteArray() << none;
    QTest::newRow("demo") << QStringList {QStringLiteral("demo")} << QByteArray() << none;
    QTest::newRow("a display that is gone")
        << QStringList() << QByteArray(":7799") << QByteArray(":7799 does not answer");
}

void TestCommandLine::windowWithoutDisplaySaysWhatToDo()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, display);
    QFETCH(QByteArray, said);
    const QByteArray platform = qgetenv("QT_QPA_PLATFORM");
    const QByteArray usual = qgetenv("DISPLAY");
    const QByteArray wayland = qgetenv("WAYLAND_DISPLAY");
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY"})
        qunsetenv(name);
    qputenv("QT_QPA_PLATFORM", QByteArray("")); // as good as none
    if (!display.isEmpty())
        qputenv("DISPLAY", display);
    const auto answer = TelltaleProcess().run(arguments, 20'000);
    if (!platform.isEmpty())
        qputenv("QT_QPA_PLATFORM", platform);
    qunsetenv("DISPLAY");
    if (!usual.isEmpty())
        qputenv("DISPLAY", usual);
    if (!wayland.isEmpty())
        qputenv("WAYLAND_DISPLAY", wayland);
    QCOMPARE(answer.code, 1);
    QVERIFY2(answer.err.contains("telltale collect"), answer.err.constData());
    QVERIFY2(answer.err.contains(said), answer.err.constData());
}

void TestCommandLine::emptyHistoryExportsItsHeadingAlone()
{
    const TelltaleProcess telltale;
    const auto csv = telltale.run(words("export --tag ** -o -"));
    QCOMPARE(csv.code, 0);
    QCOMPARE(csv.out, QByteArray("tag,time,value,quality\n"));
    const auto lines = telltale.run(words("export --tag ** --format jsonl -o -"));
    QCOMPARE(lines.code, 0);
    QCOMPARE(lines.out, QByteArray());
}

void TestCommandLine::commonOptionsMayComeFirst()
{
    const TelltaleProcess telltale;
    const auto status = telltale.run(words("--lang de --json status"));
    QVERIFY2(status.code == 0, status.err.constData());
    QVERIFY(QJsonDocument::fromJson(status.out).isObject());
    const auto help = telltale.run(words("--lang=de --help"));
    QCOMPARE(help.code, 0);
    QVERIFY2(help.out.contains("telltale collect"), help.out.constData());
    QVERIFY2(!help.out.contains("telltale query"), help.out.constData());
}

void TestCommandLine::statusBeforeAnyStartIsAllZero()
{
    const TelltaleProcess telltale;
    const QJsonObject status = telltale.status();
    for (const char *name : {"received", "decoded", "stored", "journal_pending", "samples"})
        QVERIFY2(status.value(QLatin1String(name)).toInteger(-1) == 0, name);
    QVERIFY(status.value(QStringLiteral("dropped")).isObject());
    QVERIFY(status.value(QStringLiteral("connections")).isArray());
    QCOMPARE(status.value(QStringLiteral("recording")).toBool(true), false);
    QCOMPARE(status.value(QStringLiteral("tags")).toInteger(-1), 0);
}

void TestCommandLine::endedBeforeItSubscribedIsAFailure()
{
    TelltaleProcess telltale;
    QVERIFY(telltale.start(words("collect --broker mqtt://127.0.0.1:1")));
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += telltale.errors()).contains("refuses connections"), 10'000);
    QCOMPARE(telltale.terminate(), 1);
    QVERIFY(telltale.errors().contains("before anything was subscribed"));
}

void TestCommandLine::foldersAreMadeForTheirOwnerAlone()
{
    const TelltaleProcess telltale;
    const auto answer = telltale.run(words("collect --broker mqtt://127.0.0.1:1 --for 0.3"));
    QVERIFY2(answer.code == 1, answer.err.constData());
    QCOMPARE(answer.out, QByteArray());
    constexpr QFile::Permissions kOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
        | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    for (const QString &folder : {telltale.data(), telltale.data() + QStringLiteral("/journal")}) {
        QVERIFY2(QDir(folder).exists(), qPrintable(folder));
        QVERIFY2(!(QFile::permissions(folder) & kOthers), qPrintable(folder));
    }
    const QDir data(telltale.data());
    for (const QString &name : data.entryList(QDir::Files))
        QVERIFY2(!(QFile::permissions(data.filePath(name)) & kOthers), qPrintable(name));
}

void TestCommandLine::brokenWorkspaceFileIsNamedWithItsLine()
{
    const TelltaleProcess telltale;
    QVERIFY(
        writeFile(telltale, QStringLiteral("rules.json"), "{\n  \"rules\": [\n    {,}\n  ]\n}\n"));
    QFile file(telltale.workspace() + QStringLiteral("/rules.json"));
    const auto answer = telltale.run(words("collect --broker mqtt://127.0.0.1:1 --for 1"));
    QCOMPARE(answer.code, 1); // never subscribed; the broken file ended nothing
    QVERIFY2(answer.err.contains("rules.json"), answer.err.constData());
    QVERIFY2(answer.err.contains("line 3"), answer.err.constData());
    QVERIFY2(answer.err.contains("127.0.0.1"), answer.err.constData());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("{\n  \"rules\": [\n    {,}")); // left for its owner to mend
    QVERIFY(!telltale.status().value(QStringLiteral("problems")).toArray().isEmpty());
}

void TestCommandLine::workspaceThatEverybodyCanChangeIsRefused()
{
    const TelltaleProcess telltale;
    QVERIFY(writeFile(telltale, QStringLiteral("connections.json"),
                      "{\"version\": 1, \"connections\": []}\n"));
    QFile file(telltale.workspace() + QStringLiteral("/connections.json"));
    QVERIFY(file.setPermissions(file.permissions() | QFile::WriteOther));
    const QStringList collect = words("collect --broker mqtt://127.0.0.1:1 --for 0.3");
    auto answer = telltale.run(collect);
    QCOMPARE(answer.code, 2);
    QVERIFY2(answer.err.contains("chmod o-w"), answer.err.constData());
    QVERIFY2(answer.err.contains("connections.json"), answer.err.constData());
    QVERIFY(file.setPermissions(file.permissions() & ~QFile::WriteOther));
    answer = telltale.run(collect);
    QVERIFY2(!answer.err.contains("chmod"), answer.err.constData());
}

void TestCommandLine::unknownZoneIsSaid()
{
    const TelltaleProcess telltale;
    QVERIFY(writeFile(telltale, QStringLiteral("workspace.json"),
                      "{\"version\": 1, \"zone\": \"Mars/Olympus\"}\n"));
    const auto answer = telltale.run(words("collect --broker mqtt://127.0.0.1:1 --for 0.3"));
    QVERIFY2(answer.err.contains("Mars/Olympus"), answer.err.constData());
    QVERIFY2(answer.err.contains("Europe/Berlin"), answer.err.constData());
}

void TestCommandLine::foreignTextSteersNoTerminal()
{
    const TelltaleProcess telltale;
    QVERIFY(writeFile(telltale, QStringLiteral("connections.json"),
                      "{\"version\": 1, \"connections\": [{\"name\": \"plant\\u001b[2J\", "
                      "\"url\": \"mqtt://127.0.0.1:1\"}]}\n"));
    telltale.run(words("collect --for 0.3"));
    const auto answer = telltale.run(words("status"));
    QVERIFY2(answer.out.contains("plant\\u001B[2J"), answer.out.constData());
    QVERIFY2(!answer.out.contains('\x1b'), answer.out.constData());
}

void TestCommandLine::fileIsNoDataFolder()
{
    const TelltaleProcess telltale;
    QFile file(telltale.data());
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto answer = telltale.run(words("collect --broker mqtt://127.0.0.1:1 --for 20"), 15'000);
    QVERIFY2(answer.code == 1, answer.err.constData());
    QVERIFY2(answer.err.contains("is a file, not a folder"), answer.err.constData());
    QVERIFY2(!answer.err.contains("make room"), answer.err.constData());
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
