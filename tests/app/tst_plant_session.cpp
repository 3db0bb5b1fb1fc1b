#include "app/plant_session.h"

#include "tests/support/mosquitto_broker.h"

#include "data/alarms/alarm_service.h"
#include "data/pipeline/status_json.h"
#include "data/storage/file.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace telltale;
using namespace telltale::test;

/// What a session does beside the main thread, and what of it outlives the window.
class TestPlantSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void demoStartsBesideTheWindow();
    void quickConnectionHasASessionOfItsOwn();
    void passwordThatCannotBeStoredIsAProblem();
    void sessionWaitsForThePassword();
    void withoutKeychainAPasswordServesUntilTheEnd();
    void failedSaveIsAProblemUntilItIsSaved();
    void whatWasSavedLastIsThereAfterTheSession();
    void fileOfANewerProgramHasARemedyOfItsOwn();
    void folderThatCannotBeWrittenIsShownAsStored();
    void newFolderThatCannotBeMadeOpensEmpty();
    void workspaceThatCannotBeMadeRefusesEdits();
    void exportedStatusIsThatOfTheCommand();
    void connectionThatIsSwitchedOffStaysOff();
    void rulesOfTheFilesAreNobodysAction();
    void changesOfRulesHaveTheirReason();
    void rulesStayInForceWhileTheirFileSaysNothing();
    void editedCommandLosesNothingThatWaits();

private:
    std::unique_ptr<PlantSession> open(const QTemporaryDir &folder, bool demo);
    static Result<std::unique_ptr<PlantSession>> openWindow(const QString &workspace,
                                                            const QString &data);
};

namespace {

ConnectionConfig connection()
{
    ConnectionConfig connection;
    connection.name = "works";
    connection.url = "mqtts://broker.invalid";
    connection.user = "anna";
    return connection;
}

} // namespace

void TestPlantSession::initTestCase()
{
    QVERIFY2(hasMosquitto(), "mosquitto and mosquitto_pub are needed");
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus"); // no keychain here
}

std::unique_ptr<PlantSession> TestPlantSession::open(const QTemporaryDir &folder, bool demo)
{
    Result<std::unique_ptr<PlantSession>> opened
        = PlantSession::open({folder.filePath(QStringLiteral("workspace")).toStdString(),
                              folder.filePath(QStringLiteral("data")).toStdString(),
                              PlantSession::Use::Own, std::nullopt, demo, false});
    if (!opened.ok() || !opened.value()->start().ok())
        return nullptr;
    return std::move(opened).value();
}

void TestPlantSession::demoStartsBesideTheWindow()
{
    const QTemporaryDir folder;
    const std::unique_ptr<PlantSession> session = open(folder, true);
    QVERIFY(session);
    QVERIFY(session->workspace().connections.empty()); // its broker is not waited for
    const auto isConnected = [&] {
        const std::vector<ConnectionStatus> all = session->pipeline()->connections();
        return all.size() == 1 && all.front().isDemo && !all.front().granted.empty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(isConnected(), 20'000);
    QCOMPARE(session->workspace().connections.size(), std::size_t(1));
    open(QTemporaryDir(), true).reset(); // ended while its broker starts
}

/// The broker ends the one of two that have the same session.
void TestPlantSession::quickConnectionHasASessionOfItsOwn()
{
    const QTemporaryDir folder;
    const std::string workspace = folder.filePath(QStringLiteral("workspace")).toStdString();
    {
        Result<Workspace> known = Workspace::load(workspace);
        QVERIFY(known.ok());
        known->connections = {connection()};
        QVERIFY(known->saveConnections().ok());
    }
    ConnectionConfig quick = connection();
    quick.url = "mqtt://127.0.0.1:1";
    auto opened
        = PlantSession::open({workspace, folder.filePath(QStringLiteral("data")).toStdString(),
                              PlantSession::Use::Own, quick, false, false});
    QVERIFY(opened.ok() && opened.value()->start().ok());
    const std::vector<ConnectionConfig> &all = opened.value()->workspace().connections;
    QCOMPARE(all.size(), std::size_t(2));
    QVERIFY(all[0].name != all[1].name);
    QVERIFY(all[1].isQuick);
}

void TestPlantSession::passwordThatCannotBeStoredIsAProblem()
{
    const QTemporaryDir folder;
    const std::unique_ptr<PlantSession> session = open(folder, false);
    QVERIFY(session);
    std::optional<Outcome> answer;
    session->plant().storePassword(connection(), "secret",
                                   [&answer](const Outcome &stored) { answer = stored; });
    QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 20'000);
    QVERIFY(!answer->ok());
    const auto isSaid = [&] {
        const std::vector<Problem> all = session->plant().status->status().problems;
        return std::any_of(all.begin(), all.end(), [](const Problem &problem) {
            return problem.subject == "works (password)"
                && problem.cause.find("only until the program ends") != std::string::npos
                && problem.cause.find("secret") == std::string::npos;
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isSaid(), 10'000);
}

void TestPlantSession::sessionWaitsForThePassword()
{
    const QTemporaryDir folder;
    std::unique_ptr<PlantSession> session = open(folder, false);
    QVERIFY(session);
    QTest::ignoreMessage(
        QtWarningMsg,
        QRegularExpression(QStringLiteral("works .password. is kept for this session only")));
    session->plant().storePassword(connection(), "secret", [](const Outcome &) {});
    session.reset(); // the window was closed at once; the warning came before this returned
}

void TestPlantSession::withoutKeychainAPasswordServesUntilTheEnd()
{
    MosquittoBroker broker;
    broker.setPasswords({{QStringLiteral("anna"), QStringLiteral("canary-7431")}});
    QVERIFY(broker.start());
    const QTemporaryDir folder;
    ConnectionConfig works = connection();
    works.url = broker.url();
    works.filters = {"plant/#"};
    std::unique_ptr<PlantSession> session;
    const auto isIn = [&session](ConnectionStatus::State state) {
        const std::vector<ConnectionStatus> all = session->pipeline()->connections();
        return all.size() == 1 && all.front().state == state;
    };
    session = open(folder, false);
    QVERIFY(session);
    session->workspace().connections = {works};
    session->plant().saver->save(session->workspace().connectionsToSave());
    const auto typePassword = [&] {
        session->plant().storePassword(works, "canary-7431", [&session](const Outcome &) {
            session->plant().connectionsChanged();
        });
    };
    typePassword();
    QTRY_VERIFY_WITH_TIMEOUT(isIn(ConnectionStatus::State::Connected), 20'000);
    session.reset();
    QDirIterator files(folder.path(), QDir::Files, QDirIterator::Subdirectories);
    QVERIFY(files.hasNext());
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("canary-7431"), qPrintable(file.fileName()));
    }
    session = open(folder, false);
    QVERIFY(session);
    QTRY_VERIFY_WITH_TIMEOUT(isIn(ConnectionStatus::State::Refused), 20'000);
    const ConnectionStatus status = session->pipeline()->connections().front();
    QCOMPARE(status.causeCode, Error::Code::NoPassword);
    QVERIFY(status.cause.find("Unknown error") == std::string::npos);
    QVERIFY2(status.cause.find("a password is needed for anna") == 0, status.cause.c_str());
    typePassword();
    QTRY_VERIFY_WITH_TIMEOUT(isIn(ConnectionStatus::State::Connected), 20'000);
}

void TestPlantSession::failedSaveIsAProblemUntilItIsSaved()
{
    const QTemporaryDir folder;
    const std::unique_ptr<PlantSession> session = open(folder, false);
    QVERIFY(session);
    const QString rules = folder.filePath(QStringLiteral("workspace/rules.json"));
    QVERIFY(QDir().mkpath(rules)); // no file can stand there
    const auto isSaid = [&] {
        const std::vector<Problem> all = session->plant().status->status().problems;
        return std::any_of(all.begin(), all.end(), [&](const Problem &problem) {
            return problem.subject == rules.toStdString() && problem.cause.find("not saved") == 0
                && problem.remedy.find("make the folder writable") != std::string::npos;
        });
    };
    session->plant().saver->save(session->workspace().rulesToSave());
    QTRY_VERIFY_WITH_TIMEOUT(isSaid(), 10'000);
    QVERIFY(QDir().rmdir(rules));
    session->plant().saver->save(session->workspace().rulesToSave());
    QTRY_VERIFY_WITH_TIMEOUT(!isSaid(), 10'000);
}

void TestPlantSession::whatWasSavedLastIsThereAfterTheSession()
{
    const QTemporaryDir folder;
    std::unique_ptr<PlantSession> session = open(folder, false);
    QVERIFY(session);
    for (const char *site : {"first", "second", "last"}) {
        session->workspace().settings.site = site;
        session->plant().saver->save(session->workspace().settingsToSave());
    }
    const std::string workspace = session->workspace().folder();
    session.reset();
    QCOMPARE(Workspace::load(workspace)->settings.site, std::string("last"));
}

Result<std::unique_ptr<PlantSession>> TestPlantSession::openWindow(const QString &workspace,
                                                                   const QString &data)
{
    return PlantSession::open({workspace.toStdString(), data.toStdString(),
                               PlantSession::Use::OwnOrView, std::nullopt, false, true});
}

void TestPlantSession::fileOfANewerProgramHasARemedyOfItsOwn()
{
    const QTemporaryDir folder;
    QVERIFY(QDir().mkpath(folder.filePath(QStringLiteral("workspace"))));
    const auto write = [&folder](const char *name, const QByteArray &content) {
        QFile file(folder.filePath(QStringLiteral("workspace/") + QLatin1String(name)));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    };
    QVERIFY(write("workspace.json", "{\"version\": 99}") && write("tags.json", "{"));
    const std::unique_ptr<PlantSession> session = open(folder, false);
    QVERIFY(session);
    const auto remedyFor = [&session](std::string_view file) {
        const std::vector<Problem> all = session->plant().status->status().problems;
        for (const Problem &problem : all) {
            if (problem.area == "workspace" && problem.subject.ends_with(file))
                return QString::fromStdString(problem.remedy);
        }
        return QString();
    };
    QTRY_VERIFY_WITH_TIMEOUT(!remedyFor("/workspace.json").isEmpty(), 10'000);
    QCOMPARE(remedyFor("/workspace.json"),
             QStringLiteral("Install the newer version of Telltale, or start this one with "
                            "--workspace and another folder."));
    QVERIFY(remedyFor("/tags.json").startsWith(QLatin1String("Mend the file")));
}

void TestPlantSession::folderThatCannotBeWrittenIsShownAsStored()
{
    const QTemporaryDir folder;
    const QString data = folder.filePath(QStringLiteral("data"));
    const QString workspace = folder.filePath(QStringLiteral("workspace"));
    QVERIFY(open(folder, false)); // leaves its stores
    const QString lock = data + QStringLiteral("/owner.lock");
    QVERIFY(QFile::remove(lock));
    QVERIFY(QDir().mkdir(lock)); // cannot be opened for writing, not even by root
    QVERIFY(!canRecordIn(data.toStdString()));
    QVERIFY(!open(folder, false));
    {
        const auto session = openWindow(workspace, data);
        QVERIFY2(session.ok(), session.ok() ? "" : session.error().detail.c_str());
        QVERIFY(session.value()->waitsForDisk());
        QVERIFY(!session.value()->isOwner());
        const Plant &plant = session.value()->plant();
        QVERIFY(!plant.status->status().recording);
        const Problem problem = plant.status->status().problems.at(0);
        QCOMPARE(problem.area, std::string("recording"));
        QVERIFY2(problem.cause.find("owner.lock: cannot open") != std::string::npos,
                 problem.cause.c_str());
        QVERIFY(problem.remedy.find("recording begins by itself") != std::string::npos);
        const auto alarms = plant.alarms->snapshot();
        QCOMPARE(alarms->newByPriority[1], 1U);
        QCOMPARE(alarms->rows.at(0).id, std::string("$recording"));
    }
    QVERIFY(QDir().rmdir(lock));
    QVERIFY(canRecordIn(data.toStdString()));
    const auto session = openWindow(workspace, data);
    QVERIFY(session.ok());
    QVERIFY(session.value()->isOwner());
    QVERIFY(!session.value()->waitsForDisk());
}

void TestPlantSession::newFolderThatCannotBeMadeOpensEmpty()
{
    const QTemporaryDir folder;
    const QFile file(folder.filePath(QStringLiteral("file")));
    QVERIFY(QFile(file.fileName()).open(QIODevice::WriteOnly));
    for (const QString &data : {file.fileName(), file.fileName() + QStringLiteral("/data")}) {
        const auto session = openWindow(folder.filePath(QStringLiteral("workspace")), data);
        QVERIFY2(session.ok(), session.ok() ? "" : session.error().detail.c_str());
        QVERIFY(session.value()->waitsForDisk());
        const Plant &plant = session.value()->plant();
        QCOMPARE(plant.alarms->snapshot()->newByPriority[1], 1U);
        const Problem problem = plant.status->status().problems.at(0);
        QVERIFY2(problem.cause.find("/file: is a file, not a folder") != std::string::npos,
                 problem.cause.c_str());
        QVERIFY2(problem.remedy.find("--data and a folder") != std::string::npos,
                 problem.remedy.c_str());
    }
}

void TestPlantSession::workspaceThatCannotBeMadeRefusesEdits()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto session = openWindow(file.fileName() + QStringLiteral("/workspace"),
                                    folder.filePath(QStringLiteral("data")));
    QVERIFY2(session.ok(), session.ok() ? "" : session.error().detail.c_str());
    QVERIFY(session.value()->isOwner()); // it records all the same
    const Outcome edit = session.value()->workspace().mayEdit();
    QVERIFY(!edit.ok());
    QVERIFY2(edit.error().detail.find("/file: is a file, not a folder") != std::string::npos,
             edit.error().detail.c_str());
}

/// Also in the window that owns the data, which need not be told who does.
void TestPlantSession::exportedStatusIsThatOfTheCommand()
{
    const QTemporaryDir folder;
    const std::unique_ptr<PlantSession> session = open(folder, false);
    QVERIFY(session);
    PlantStatus status;
    status.counters.received = 3;
    const Result<PlantStatus> read = statusFromJson(session->plant().statusJson(status));
    QVERIFY(read.ok());
    QCOMPARE(read.value().counters.received, std::uint64_t(3));
    QCOMPARE(read.value().owner,
             FolderLock::ownerOf(session->plant().dataFolder).value_or("nobody"));
    QVERIFY(read.value().recording);
    QVERIFY(!statusFromJson(printedStatus(status))->recording);
}

/// Also one to everything that nobody has agreed to: there is nothing to ask.
void TestPlantSession::connectionThatIsSwitchedOffStaysOff()
{
    const QTemporaryDir folder;
    const auto session = openWindow(folder.filePath(QStringLiteral("workspace")),
                                    folder.filePath(QStringLiteral("data")));
    QVERIFY(session.ok());
    ConnectionConfig off = connection();
    off.name = "off";
    off.enabled = false;
    QVERIFY(off.needsConfirmation());
    session.value()->workspace().connections = {off, connection()};
    QVERIFY(session.value()->start().ok());
    const auto connected = [&] {
        QStringList names;
        for (const ConnectionStatus &one : session.value()->pipeline()->connections())
            names << QString::fromStdString(one.name);
        return names;
    };
    QTRY_COMPARE(connected(), QStringList {QStringLiteral("works")});
    session.value()->workspace().connections.back().enabled = false; // while it waits
    session.value()->plant().connectionsChanged();
    QTRY_VERIFY(connected().isEmpty());
}

/// The shift tells what people did: the journal says which rules the program found at its start,
/// and which somebody changed.
void TestPlantSession::rulesOfTheFilesAreNobodysAction()
{
    const QTemporaryDir folder;
    {
        Result<Workspace> known
            = Workspace::load(folder.filePath(QStringLiteral("workspace")).toStdString());
        QVERIFY(known.ok());
        AlarmRule &rule = known->rules.emplace_back();
        rule.id = rule.title = "hi";
        rule.tag = "works/pump/level";
        rule.limit = 90.0;
        QVERIFY(known->saveRules().ok());
    }
    const std::unique_ptr<PlantSession> session = open(folder, false);
    QVERIFY(session);
    session->workspace().rules.front().limit = 85.0;
    session->plant().rulesChanged("too high");
    const auto roles = [&session] {
        QStringList found;
        const auto reader = AlarmReader::openIfThere(session->plant().dataFolder);
        if (!reader.ok() || !reader.value())
            return found;
        const auto read = reader.value()->journal({Timestamp::min(), Timestamp::max()}, 1000);
        if (!read.ok())
            return found;
        for (const AlarmJournalEntry &entry : read.value()) {
            if (entry.type == "CONFIG")
                found << QString::fromStdString(entry.role);
        }
        return found;
    };
    const QStringList expected {QStringLiteral("program"), QStringLiteral("engineer")};
    QTRY_COMPARE(roles(), expected);
}

/// Of a file that was edited by hand nobody was asked for one.
void TestPlantSession::changesOfRulesHaveTheirReason()
{
    const QTemporaryDir folder;
    const std::string workspace = folder.filePath(QStringLiteral("workspace")).toStdString();
    AlarmRule rule;
    rule.id = "hot";
    rule.title = "Hot";
    rule.tag = "works/a/temperature";
    rule.enabled = false;
    {
        Result<Workspace> edited = Workspace::load(workspace);
        QVERIFY(edited.ok());
        edited->rules = {rule};
        QVERIFY(edited->saveRules().ok());
    }
    std::string data;
    {
        const std::unique_ptr<PlantSession> session = open(folder, false);
        QVERIFY(session);
        session->workspace().rules.clear();
        session->plant().rulesChanged("not needed");
        data = session->plant().dataFolder;
        session->stop();
    }
    const auto reader = AlarmReader::open(data);
    QVERIFY(reader.ok());
    const auto journal = reader.value()->journal({Timestamp::min(), Timestamp::max()}, 100);
    QVERIFY(journal.ok());
    std::vector<std::string> reasons;
    for (const AlarmJournalEntry &entry : journal.value()) {
        if (entry.type == "CONFIG" && entry.alarm == "hot")
            reasons.push_back(entry.reason);
    }
    QCOMPARE(reasons, (std::vector<std::string> {kFileEdited, "not needed"}));
}

/// A folder that came without its good states, or whose states are of an older program.
void TestPlantSession::rulesStayInForceWhileTheirFileSaysNothing()
{
    const QTemporaryDir folder;
    const QString workspace = folder.filePath(QStringLiteral("workspace"));
    const std::string file = workspace.toStdString() + "/rules.json";
    QVERIFY(makeFolder(workspace.toStdString()).ok());
    QVERIFY(writeFileDurably(file, R"({"version": 1, "groups": [{"id": "train"}],
        "rules": [{"id": "hot", "tag": "works/a/temperature", "limit": 80}]})")
                .ok());
    QVERIFY(open(folder, false));
    QVERIFY(QDir(workspace + QStringLiteral("/.good")).removeRecursively());
    QVERIFY(writeFileDurably(file, "nonsense").ok());
    const std::unique_ptr<PlantSession> session = open(folder, false);
    QVERIFY(session);
    QCOMPARE(session->workspace().rules.size(), std::size_t(1));
    QCOMPARE(session->workspace().groups.size(), std::size_t(1));
    QCOMPARE(session->pipeline()->alarms().rules().rules.size(), std::size_t(1));
    const auto isSaid = [&] {
        const std::vector<Problem> all = session->plant().status->status().problems;
        return std::any_of(all.begin(), all.end(), [&](const Problem &problem) {
            return problem.subject == file
                && problem.cause.find("stay in force") != std::string::npos;
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isSaid(), 10'000);
    session->stop();
    const auto reader = AlarmReader::open(session->plant().dataFolder);
    QVERIFY(reader.ok());
    const auto journal = reader.value()->journal({Timestamp::min(), Timestamp::max()}, 100);
    QVERIFY(journal.ok());
    const auto changes
        = std::count_if(journal->begin(), journal->end(), [](const AlarmJournalEntry &entry) {
              return entry.type == "CONFIG" && entry.alarm == "hot";
          });
    QCOMPARE(changes, 1); // made, not taken out
}

/// An edited channel has to be allowed anew; until then it gathers.
void TestPlantSession::editedCommandLosesNothingThatWaits()
{
    const QTemporaryDir folder;
    const std::string workspace = folder.filePath(QStringLiteral("workspace")).toStdString();
    QVERIFY(makeFolder(workspace).ok());
    const auto openWith = [&](const char *program, bool allowsCommands) {
        const std::string text = R"({"version": 1, "channels": [{"name": "log", "kind": "command",
                                     "program": ")"
            + std::string(program) + "\"}]}";
        auto opened = writeFileDurably(workspace + "/notifications.json", text).ok()
            ? PlantSession::open({workspace, folder.filePath(QStringLiteral("data")).toStdString(),
                                  PlantSession::Use::Own, std::nullopt, false, false, std::nullopt,
                                  nullptr, allowsCommands})
            : Result<std::unique_ptr<PlantSession>>(Error {});
        if (!opened.ok() || !opened.value()->start().ok())
            return std::unique_ptr<PlantSession>();
        return std::move(opened).value();
    };
    const auto channel = [](const PlantSession &session) {
        const std::vector<ChannelStatus> all = session.plant().status->status().channels;
        return all.size() == 1 ? all.front() : ChannelStatus {};
    };
    std::unique_ptr<PlantSession> session = openWith("/bin/false", true);
    QVERIFY(session);
    session->pipeline()->alarms().channelChanged("pager", ChannelNews::Failing,
                                                 Clock::system().now());
    QTRY_VERIFY_WITH_TIMEOUT(!channel(*session).cause.empty(), 10'000);
    session.reset();
    for (int life = 0; life < 2; ++life) {
        session = openWith("/bin/true", false);
        QVERIFY(session);
        QTRY_VERIFY_WITH_TIMEOUT(channel(*session).isHeld, 10'000);
        QCOMPARE(channel(*session).waiting, std::uint64_t(1));
        session.reset();
    }
    session = openWith("/bin/true", true);
    QVERIFY(session);
    QTRY_COMPARE_WITH_TIMEOUT(channel(*session).sent, std::uint64_t(1), 10'000);
    QCOMPARE(channel(*session).waiting, std::uint64_t(0));
}

QTEST_GUILESS_MAIN(TestPlantSession)
#include "tst_plant_session.moc"
