#include "data/notify/channel_config.h"
#include "data/notify/command_approvals.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace telltale;

/// Which channels may start programs here.
class TestCommandApprovals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void programNeedsApproval();
    void whatRunsIsSaid();
    void changedChannelIsAnotherOne_data();
    void changedChannelIsAnotherOne();
    void brokenFileAllowsNothing_data();
    void brokenFileAllowsNothing();
};

namespace {

std::vector<ChannelConfig> channels(const char *command)
{
    std::vector<ChannelConfig> read;
    const std::string text = R"({"version": 1, "channels": [
        {"name": "pager", "kind": "webhook", "url": "https://pager.example/"},)"
        + std::string(command) + "]}";
    if (const Outcome done = readChannels(text, read); !done)
        qWarning("%s", done.error().detail.c_str());
    return read;
}

constexpr const char *kCommand
    = R"({"name": "log", "kind": "command", "program": "/bin/log", "arguments": ["a b", "c"]})";

} // namespace

void TestCommandApprovals::programNeedsApproval()
{
    const QTemporaryDir folder;
    const std::string data = folder.path().toStdString() + "/new";
    const auto all = channels(kCommand);
    QCOMPARE(all.size(), std::size_t(2));
    QVERIFY(CommandApprovals::load(data).cover(all[0])); // starts none
    QVERIFY(!CommandApprovals::load(data).cover(all[1]));
    QVERIFY(CommandApprovals::allow(data, all).ok());
    QVERIFY(CommandApprovals::load(data).cover(all[1]));
    QVERIFY(CommandApprovals::allow(data, {}).ok());
    QVERIFY(!CommandApprovals::load(data).cover(all[1]));
}

void TestCommandApprovals::whatRunsIsSaid()
{
    const auto all = channels(kCommand);
    QCOMPARE(all.at(0).runs, std::string());
    QCOMPARE(all.at(1).runs, std::string(R"(/bin/log "a b" c)"));
}

void TestCommandApprovals::changedChannelIsAnotherOne_data()
{
    QTest::addColumn<QByteArray>("changed");
    QTest::addColumn<bool>("isSame");
    const auto row = [](const char *name, const char *changed, bool isSame) {
        QTest::newRow(name) << QByteArray(changed) << isSame;
    };
    row("other order and spaces",
        R"({"kind":"command","name":"log","arguments":["a b","c"],"program":"/bin/log"})", true);
    row("program", R"({"name": "log", "kind": "command", "program": "/bin/evil",
                       "arguments": ["a b", "c"]})",
        false);
    row("arguments", R"({"name": "log", "kind": "command", "program": "/bin/log",
                         "arguments": ["a", "b", "c"]})",
        false);
}

void TestCommandApprovals::changedChannelIsAnotherOne()
{
    QFETCH(QByteArray, changed);
    QFETCH(bool, isSame);
    const QTemporaryDir folder;
    QVERIFY(CommandApprovals::allow(folder.path().toStdString(), channels(kCommand)).ok());
    const auto now = channels(changed.constData());
    QCOMPARE(now.size(), std::size_t(2));
    QCOMPARE(CommandApprovals::load(folder.path().toStdString()).cover(now[1]), isSame);
}

void TestCommandApprovals::brokenFileAllowsNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no JSON") << QByteArray("{\"allowed\": [");
    QTest::newRow("another version") << QByteArray("{\"version\": 2, \"allowed\": [\"\"]}");
    QTest::newRow("no texts") << QByteArray("{\"version\": 1, \"allowed\": [1, null, {}]}");
}

void TestCommandApprovals::brokenFileAllowsNothing()
{
    QFETCH(QByteArray, text);
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("commands.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    QVERIFY(!CommandApprovals::load(folder.path().toStdString()).cover(channels(kCommand).at(1)));
}

QTEST_GUILESS_MAIN(TestCommandApprovals)
#include "tst_command_approvals.moc"
