#include "data/workspace/workspace.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace telltale;

class TestWorkspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void missingFolderIsAnEmptyWorkspace();
    void whatIsSavedComesBack();
    void brokenFileFallsBackAndIsNamed_data();
    void brokenFileFallsBackAndIsNamed();
    void unreadableFileFallsBack();
    void brokenFileWithoutAGoodStateCountsAsEmpty();
    void connectionsAreKnownFromTheirFileOnly();
    void demoConnectionIsNotSaved();
    void fileOfANewerProgramIsRefused();
    void fileOfANewerProgramIsNotToBeMended();
    void viewChangesNoFile();
    void pagesAreReadByName();
    void brokenPageFallsBackAndIsNamed();
    void oldOverviewBecomesAPage();
    void shiftsAreTimesOfTheDay();
    void channelsAreReadAndFallBack();

private:
    static std::string folderOf(const QTemporaryDir &folder);
    static void write(const QTemporaryDir &folder, const char *name, const QByteArray &content);
};

namespace {

Outcome anyText(const std::string &, std::string_view)
{
    return {};
}

Outcome noNonsense(const std::string &name, std::string_view text)
{
    return text == "nonsense"
        ? Outcome(Error {Error::Code::Malformed, "tile 3 of " + name + " is nonsense"})
        : Outcome();
}

} // namespace

std::string TestWorkspace::folderOf(const QTemporaryDir &folder)
{
    return folder.filePath(QStringLiteral("plant")).toStdString();
}

void TestWorkspace::write(const QTemporaryDir &folder, const char *name, const QByteArray &content)
{
    QFile file(folder.filePath(QStringLiteral("plant/") + QLatin1String(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

void TestWorkspace::missingFolderIsAnEmptyWorkspace()
{
    const QTemporaryDir folder;
    const Result<Workspace> workspace = Workspace::load(folderOf(folder));
    QVERIFY(workspace.ok());
    QVERIFY(workspace.value().isEmpty());
    QVERIFY(workspace.value().problems().empty());
    QCOMPARE(workspace.value().name(), std::string("plant"));
    QCOMPARE(QFile::permissions(QString::fromStdString(folderOf(folder)))
                 & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
             QFile::Permissions());
}

void TestWorkspace::whatIsSavedComesBack()
{
    const QTemporaryDir folder;
    Result<Workspace> loaded = Workspace::load(folderOf(folder));
    QVERIFY(loaded.ok());
    Workspace &workspace = loaded.value();
    workspace.settings.site = "Nordfeld Wasser";
    workspace.settings.zone = "Europe/Oslo";
    workspace.settings.shifts = {"05:30", "17:30"};
    ConnectionConfig connection;
    connection.name = "plant-a";
    connection.url = "mqtts://broker.example:8883";
    connection.filters = {"ps2/#", "lab/+/flow"};
    connection.qos = 2;
    connection.user = "telltale";
    connection.families = {{"tasmota"}};
    workspace.connections = {connection};
    TagInfo tag;
    tag.path = "ps2/P-203/temperature";
    tag.displayName = "Lagertemperatur ü";
    tag.unit = "°C";
    tag.high = 85.0;
    tag.decimals = 1;
    workspace.tags[tag.path] = tag;
    workspace.pages["overview"] = "text of a page";
    AlarmRule rule;
    rule.id = "hot";
    rule.title = "Bearing temperature high";
    rule.tag = "ps2/P-203/temperature";
    rule.limit = 85.0;
    rule.deadband = 2.0;
    workspace.rules = {rule};
    workspace.groups = {{"compressor", true}};
    QVERIFY(workspace.saveSettings().ok());
    QVERIFY(workspace.saveConnections().ok());
    QVERIFY(workspace.saveTags().ok());
    QVERIFY(workspace.savePage("overview").ok());
    QVERIFY(workspace.saveRules().ok());

    const Result<Workspace> again = Workspace::load(folderOf(folder), anyText);
    QVERIFY(again.ok());
    QVERIFY(again.value().problems().empty());
    QVERIFY(again.value().settings == workspace.settings);
    QCOMPARE(again.value().connections.size(), std::size_t(1));
    QCOMPARE(again.value().connections[0].filters, connection.filters);
    QCOMPARE(again.value().connections[0].qos, 2);
    QVERIFY(again.value().connections[0].families == connection.families);
    QVERIFY(again.value().tags.at(tag.path) == tag);
    QVERIFY(again.value().pages == workspace.pages);
    QCOMPARE(again.value().rules.size(), std::size_t(1));
    QCOMPARE(again.value().rules[0].limit, 85.0);
    QCOMPARE(again.value().rules[0].deadband, 2.0);
    QVERIFY(again.value().groups == workspace.groups);
}

void TestWorkspace::brokenFileFallsBackAndIsNamed_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("said");
    QTest::newRow("cut off") << QByteArray("{\"version\": 1,\n \"connections\": [")
                             << QStringLiteral("line 2");
    QTest::newRow("no url") << QByteArray(R"({"version":1,"connections":[{"name":"a"}]})")
                            << QStringLiteral("connection 1");
    QTest::newRow("misspelt member")
        << QByteArray(R"({"version":1,"connections":[{"name":"a","url":"mqtt://h","qso":1}]})")
        << QStringLiteral("qso");
    QTest::newRow("password in the address")
        << QByteArray(R"({"version":1,"connections":[{"name":"a","url":"mqtt://u:p@h"}]})")
        << QStringLiteral("TELLTALE_MQTT_PASSWORD");
    QTest::newRow("filter that is none") << QByteArray(
        R"({"version":1,"connections":[{"name":"a","url":"mqtt://h","filters":["a/#/b"]}]})")
                                         << QStringLiteral("as in plant/#");
    QTest::newRow("unknown protocol")
        << QByteArray(R"({"version":1,"connections":[{"name":"a","url":"kafka://h"}]})")
        << QStringLiteral("mqtt://");
    QTest::newRow("name twice") << QByteArray(
        R"({"version":1,"connections":[{"name":"a","url":"mqtt://h"},{"name":"a","url":"mqtt://i"}]})")
                                << QStringLiteral("twice");
    QTest::newRow("unknown family") << QByteArray(
        R"({"version":1,"connections":[{"name":"a","url":"mqtt://h","families":["sonoff"]}]})")
                                    << QStringLiteral("zigbee2mqtt");
    QTest::newRow("qos 7") << QByteArray(
        R"({"version":1,"connections":[{"name":"a","url":"mqtt://h","qos":7}]})")
                           << QStringLiteral("0 to 2");
}

void TestWorkspace::brokenFileFallsBackAndIsNamed()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, said);
    const QTemporaryDir folder;
    {
        Result<Workspace> good = Workspace::load(folderOf(folder));
        ConnectionConfig connection;
        connection.name = "good";
        connection.url = "mqtt://good:1883";
        good->connections = {connection};
        QVERIFY(good->saveConnections().ok());
    }
    write(folder, "connections.json", content);
    const Result<Workspace> workspace = Workspace::load(folderOf(folder));
    QVERIFY(workspace.ok());
    QCOMPARE(workspace.value().problems().size(), std::size_t(1));
    const QString detail = QString::fromStdString(workspace.value().problems()[0].detail);
    QVERIFY2(detail.contains(said), qPrintable(detail));
    QVERIFY2(detail.contains(QStringLiteral("connections.json")), qPrintable(detail));
    QCOMPARE(workspace.value().connections.size(), std::size_t(1));
    QCOMPARE(workspace.value().connections[0].name, std::string("good"));
    QFile kept(folder.filePath(QStringLiteral("plant/connections.json.broken")));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), content);
}

void TestWorkspace::connectionsAreKnownFromTheirFileOnly()
{
    const QTemporaryDir folder;
    QVERIFY(!Workspace::load(folderOf(folder))->knowsConnections());
    write(folder, "connections.json", R"({"version":1,"connections":[]})");
    QVERIFY(Workspace::load(folderOf(folder))->knowsConnections());
    write(folder, "connections.json", "nonsense"); // what was good before may lack the newest
    QVERIFY(!Workspace::load(folderOf(folder))->knowsConnections());
}

void TestWorkspace::unreadableFileFallsBack()
{
    const QTemporaryDir folder;
    QVERIFY(QDir().mkpath(folder.filePath(QStringLiteral("plant"))));
    write(folder, "rules.json", R"({"version":1,"rules":[{"id":"hot","tag":"a/b","limit":80}]})");
    QVERIFY(Workspace::load(folderOf(folder))->problems().empty());
    const QString file = folder.filePath(QStringLiteral("plant/rules.json"));
    QVERIFY(QFile::remove(file) && QDir().mkpath(file)); // for root every file is readable
    const Result<Workspace> workspace = Workspace::load(folderOf(folder));
    QCOMPARE(workspace->rules.size(), std::size_t(1));
    QCOMPARE(workspace->problems().size(), std::size_t(1));
    const std::string &said = workspace->problems().front().detail;
    QVERIFY2(said.find("rules.json: cannot read") != std::string::npos, said.c_str());
    QVERIFY2(said.find("the last good state is used") != std::string::npos, said.c_str());
    QVERIFY2(said.find(".broken") == std::string::npos, said.c_str()); // there is no copy
}

void TestWorkspace::brokenFileWithoutAGoodStateCountsAsEmpty()
{
    const QTemporaryDir folder;
    QVERIFY(Workspace::load(folderOf(folder)).ok());
    write(folder, "rules.json", "nonsense");
    const Result<Workspace> workspace = Workspace::load(folderOf(folder));
    QVERIFY(workspace.ok());
    QCOMPARE(workspace.value().problems().size(), std::size_t(1));
    QVERIFY(workspace.value().rules.empty());
    QVERIFY(workspace->isLost("rules.json"));
    QVERIFY(!workspace->isLost("tags.json")); // there is none
    write(folder, "rules.json", R"({"version":1,"rules":[]})");
    QVERIFY(!Workspace::load(folderOf(folder))->isLost("rules.json"));
    write(folder, "rules.json", "nonsense");
    QVERIFY(!Workspace::load(folderOf(folder))->isLost("rules.json"));
}

void TestWorkspace::demoConnectionIsNotSaved()
{
    const QTemporaryDir folder;
    Result<Workspace> workspace = Workspace::load(folderOf(folder));
    ConnectionConfig demo;
    demo.name = "demo plant";
    demo.url = "mqtt://127.0.0.1:40000";
    demo.isDemo = true;
    workspace->connections = {demo};
    QVERIFY(workspace->saveConnections().ok());
    QVERIFY(Workspace::load(folderOf(folder)).value().connections.empty());
}

void TestWorkspace::fileOfANewerProgramIsRefused()
{
    const QTemporaryDir folder;
    QVERIFY(Workspace::load(folderOf(folder)).ok());
    write(folder, "tags.json", R"({"version": 2, "tags": []})");
    const Result<Workspace> workspace = Workspace::load(folderOf(folder));
    QCOMPARE(workspace.value().problems().size(), std::size_t(1));
    QVERIFY(workspace.value().problems()[0].code == Error::Code::NewerVersion);
}

/// Nothing is wrong with it: whoever mends or deletes it loses what the newer program wrote.
void TestWorkspace::fileOfANewerProgramIsNotToBeMended()
{
    const QTemporaryDir folder;
    const std::string file = folderOf(folder) + "/tags.json";
    QVERIFY(Workspace::load(folderOf(folder))->saveTags().ok()); // its good state
    const auto said = [&](const QByteArray &content) {
        write(folder, "tags.json", content);
        const Workspace workspace = Workspace::load(folderOf(folder)).value();
        return workspace.problems().empty() ? std::string() : workspace.problems()[0].detail;
    };
    QCOMPARE(said(R"({"version": 2, "tags": []})"),
             file
                 + ": written by a newer program (version 2): install a newer Telltale; the last "
                   "good state is used (a copy is in tags.json.broken)");
    const std::string broken = said("{");
    QVERIFY2(broken.find("; mend the file (a copy is in") != std::string::npos, broken.c_str());
}

void TestWorkspace::viewChangesNoFile()
{
    const QTemporaryDir folder;
    Result<Workspace> workspace = Workspace::load(folderOf(folder));
    QVERIFY(workspace->mayEdit().ok());
    workspace->refuseEditing({Error::Code::Busy, "the data of root@vm, process 4711"});
    workspace->settings.site = "elsewhere";
    workspace->pages["pump"] = "text of a page";
    for (const Outcome &saved :
         {workspace->saveSettings(), workspace->saveConnections(), workspace->saveTags(),
          workspace->savePage("pump"), workspace->saveRules(), workspace->mayEdit()}) {
        QVERIFY(!saved.ok());
        QVERIFY(saved.error().code == Error::Code::Busy);
        QVERIFY(saved.error().detail.find("process 4711") != std::string::npos);
    }
    QVERIFY(QDir(QString::fromStdString(folderOf(folder))).isEmpty());
}

void TestWorkspace::pagesAreReadByName()
{
    const QTemporaryDir folder;
    QVERIFY(QDir().mkpath(folder.filePath(QStringLiteral("plant/pages/deeper"))));
    write(folder, "pages/pump.json", "one");
    write(folder, "pages/tank-2.json", "two");
    write(folder, "pages/notes.txt", "three");
    write(folder, "pages/deeper/tank.json", "four");
    const Result<Workspace> workspace = Workspace::load(folderOf(folder), anyText);
    QVERIFY(workspace->problems().empty());
    const std::map<std::string, std::string> pages {{"pump", "one"}, {"tank-2", "two"}};
    QVERIFY(workspace->pages == pages);
    QVERIFY(!workspace->isEmpty());
    QVERIFY(Workspace::load(folderOf(folder))->pages.empty());
}

void TestWorkspace::brokenPageFallsBackAndIsNamed()
{
    const QTemporaryDir folder;
    QVERIFY(QDir().mkpath(folder.filePath(QStringLiteral("plant/pages"))));
    write(folder, "pages/pump.json", "good");
    QVERIFY(Workspace::load(folderOf(folder), noNonsense)->problems().empty());
    write(folder, "pages/pump.json", "nonsense");
    write(folder, "pages/tank.json", "nonsense");
    write(folder, "pages/valve.json", QByteArray(2'000'000, ' '));
    const Result<Workspace> workspace = Workspace::load(folderOf(folder), noNonsense);
    QCOMPARE(workspace->problems().size(), std::size_t(3));
    const QString pump = QString::fromStdString(workspace->problems()[0].detail);
    QVERIFY2(pump.contains(QStringLiteral("pages/pump.json: tile 3 of pump")), qPrintable(pump));
    const QString valve = QString::fromStdString(workspace->problems()[2].detail);
    QVERIFY2(valve.contains(QStringLiteral("1 MiB")), qPrintable(valve));
    const std::map<std::string, std::string> pages {{"pump", "good"}}; // the last good state
    QVERIFY(workspace->pages == pages);
}

void TestWorkspace::oldOverviewBecomesAPage()
{
    const QTemporaryDir folder;
    QVERIFY(QDir().mkpath(folder.filePath(QStringLiteral("plant"))));
    write(folder, "overview.json", "tiles");
    const Result<Workspace> workspace = Workspace::load(folderOf(folder), anyText);
    QCOMPARE(workspace->pages.at("overview"), std::string("tiles"));
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("plant/overview.json"))));
}

void TestWorkspace::shiftsAreTimesOfTheDay()
{
    const QTemporaryDir folder;
    QVERIFY(QDir().mkpath(folder.filePath(QStringLiteral("plant"))));
    write(folder, "workspace.json", R"({"version":1,"shifts":["06:00","25:00"]})");
    const Result<Workspace> loaded = Workspace::load(folderOf(folder));
    QVERIFY(loaded.ok());
    QVERIFY(loaded->settings == WorkspaceSettings());
    QCOMPARE(loaded->problems().size(), std::size_t(1));
    const std::string &said = loaded->problems().front().detail;
    QVERIFY2(said.find("25:00") != std::string::npos, said.c_str());
}

void TestWorkspace::channelsAreReadAndFallBack()
{
    const QTemporaryDir folder;
    QVERIFY(QDir().mkpath(folder.filePath(QStringLiteral("plant"))));
    write(folder, "notifications.json", R"({"version":1,"channels":[
        {"name": "on call", "kind": "command", "program": "/bin/true"}]})");
    QCOMPARE(Workspace::load(folderOf(folder)).value().channels.size(), std::size_t(1));
    QCOMPARE(Workspace::filesIn(folderOf(folder)), std::vector<std::string> {"notifications.json"});
    write(folder, "notifications.json", R"({"version":1,"channels":[
        {"name": "on call", "kind": "pigeon"}]})");
    const Result<Workspace> loaded = Workspace::load(folderOf(folder));
    QCOMPARE(loaded.value().channels.size(), std::size_t(1)); // of the last good state
    QCOMPARE(loaded->problems().size(), std::size_t(1));
    const std::string &said = loaded->problems().front().detail;
    QVERIFY2(said.find("line 2: channel 1: \"kind\"") != std::string::npos, said.c_str());
}

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
