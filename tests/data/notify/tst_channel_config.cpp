#include "data/notify/channel_config.h"

#include <QTest>

using namespace telltale;

/// notifications.json and what its channels want.
class TestChannelConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMemberIsRead();
    void wrongTextIsRefusedWithLineAndReason_data();
    void wrongTextIsRefusedWithLineAndReason();
    void wrongTextChangesNothing();
    void channelWantsWhatItsFiltersSay_data();
    void channelWantsWhatItsFiltersSay();
    void digestOfAChannelIsForNobodyElse();
    void digestOfAFloodCountsWhatAChannelTakes_data();
    void digestOfAFloodCountsWhatAChannelTakes();
    void alarmThatCouldNotBeReadIsForAll();
};

namespace {

std::vector<ChannelConfig> read(const char *text)
{
    std::vector<ChannelConfig> channels;
    const Outcome done = readChannels(text, channels);
    if (!done)
        qWarning("%s", done.error().detail.c_str());
    return channels;
}

AlarmNotification about(const char *tag, int priority)
{
    AlarmNotification made;
    made.alarm = "hi";
    made.about.emplace();
    made.about->id = "$recording";
    made.about->tag = tag;
    made.about->priority = priority;
    return made;
}

} // namespace

void TestChannelConfig::everyMemberIsRead()
{
    const auto channels = read(R"({"version": 1, "channels": [
        {"name": "on call", "kind": "command", "program": "/usr/local/bin/page",
         "arguments": ["--urgent"], "timeout_s": 5, "priorities": [1, 2], "tags": ["works/**"]},
        {"name": "log", "kind": "webhook", "url": "https://log.example/alarms", "token": true,
         "ca_file": "/etc/ca.pem", "timeout_s": 3, "enabled": false},
        {"name": "lab", "kind": "webhook", "url": "http://[::1]:8080/a?b=c", "allow_http": true,
         "allow_local": true, "user": "ann"}]})");
    QCOMPARE(channels.size(), std::size_t(3));
    QCOMPARE(channels[0].name, std::string("on call"));
    QCOMPARE(channels[0].kind, std::string("command"));
    QVERIFY((channels[0].priorities == std::vector<int> {1, 2}));
    QCOMPARE(channels[0].tags.at(0).text(), std::string("works/**"));
    QVERIFY(channels[0].isEnabled && channels[0].make);
    QVERIFY(!channels[1].isEnabled);
    QVERIFY(channels[1].priorities.empty());
    QVERIFY(channels[0].text != channels[1].text);
}

void TestChannelConfig::wrongTextIsRefusedWithLineAndReason_data()
{
    QTest::addColumn<QByteArray>("channel");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char *name, const char *channel, const char *reason) {
        QTest::newRow(name) << QByteArray(channel) << QByteArray(reason);
    };
    row("no name", R"({"kind": "command", "program": "/bin/true"})", "\"name\" should be");
    row("name with a slash", R"({"name": "a/b", "kind": "command", "program": "/bin/true"})",
        "\"name\" should be");
    row("no kind", R"({"name": "a"})", "one of command, webhook");
    row("unknown kind", R"({"name": "a", "kind": "pigeon"})", "one of command, webhook");
    row("name twice", R"({"name": "first", "kind": "command", "program": "/bin/true"})",
        "there twice");
    row("misspelt", R"({"name": "a", "kind": "command", "program": "/bin/true", "tag": []})",
        "\"tag\" is unknown");
    row("of another kind", R"({"name": "a", "kind": "command", "program": "/b", "url": "x"})",
        "\"url\" is unknown");
    row("priority", R"({"name": "a", "kind": "command", "program": "/b", "priorities": [0]})",
        "whole numbers from 1 to 4");
    row("program by name", R"({"name": "a", "kind": "command", "program": "mail"})", "whole path");
    row("time limit", R"({"name": "a", "kind": "command", "program": "/b", "timeout_s": 0})",
        "from 1 to 300");
    row("address", R"({"name": "a", "kind": "webhook", "url": "no address"})", "\"url\" should be");
    row("other scheme", R"({"name": "a", "kind": "webhook", "url": "ftp://a.example/"})",
        "https://");
    row("not encrypted", R"({"name": "a", "kind": "webhook", "url": "http://a.example/"})",
        "\"allow_http\"");
    row("password inside", R"({"name": "a", "kind": "webhook", "url": "https://a:b@a.example/"})",
        "TELLTALE_CREDENTIALS");
    row("network",
        R"({"name": "a", "kind": "webhook", "url": "https://a.example/", "allow_local": ["lan"]})",
        "\"lan\" is no network");
    row("two ways to sign in",
        R"({"name": "a", "kind": "webhook", "url": "https://a.example/", "user": "b",
            "token": true})",
        "exclude each other");
}

void TestChannelConfig::wrongTextIsRefusedWithLineAndReason()
{
    QFETCH(QByteArray, channel);
    QFETCH(QByteArray, reason);
    const QByteArray text
        = "{\"version\": 1,\n \"channels\": [\n"
          "  {\"name\": \"first\", \"kind\": \"command\", \"program\": \"/bin/{[\\\"\"},\n\n  "
        + channel + "\n]}";
    std::vector<ChannelConfig> channels;
    const Outcome read = readChannels(text.toStdString(), channels);
    QVERIFY(!read.ok());
    const std::string &said = read.error().detail;
    QVERIFY2(said.starts_with("line 5: channel 2: "), said.c_str());
    QVERIFY2(said.find(reason.toStdString()) != std::string::npos, said.c_str());
}

void TestChannelConfig::wrongTextChangesNothing()
{
    std::vector<ChannelConfig> channels(1);
    QVERIFY(!readChannels("{\"version\": 1, \"channels\": [{}]}", channels).ok());
    QVERIFY(!readChannels("{\"version\": 1,\n\"channels\": [}", channels).ok());
    const Outcome newer = readChannels("{\"version\": 2, \"channels\": []}", channels);
    QVERIFY(!newer.ok() && newer.error().code == Error::Code::NewerVersion);
    QCOMPARE(channels.size(), std::size_t(1));
    QVERIFY(readChannels("{\"version\": 1, \"channels\": []}", channels).ok());
    QVERIFY(channels.empty());
}

void TestChannelConfig::channelWantsWhatItsFiltersSay_data()
{
    QTest::addColumn<QByteArray>("filters");
    QTest::addColumn<QByteArray>("tag");
    QTest::addColumn<int>("priority");
    QTest::addColumn<bool>("isWanted");
    const auto row
        = [](const char *name, const char *filters, const char *tag, int priority, bool isWanted) {
              QTest::newRow(name) << QByteArray(filters) << QByteArray(tag) << priority << isWanted;
          };
    row("all", "", "works/p", 4, true);
    row("its priority", R"("priorities": [1, 2],)", "works/p", 2, true);
    row("another priority", R"("priorities": [1, 2],)", "works/p", 3, false);
    row("its tag", R"("tags": ["works/**"],)", "works/a/p", 4, true);
    row("another tag", R"("tags": ["works/**", "lab/*"],)", "mill/p", 1, false);
    row("tag and priority", R"("tags": ["works/**"], "priorities": [1],)", "works/p", 2, false);
    row("system alarm", R"("tags": ["works/**"],)", "", 1, false);
    row("system alarm asked for", R"("tags": ["$recording"],)", "", 1, true);
    row("switched off", R"("enabled": false,)", "works/p", 1, false);
}

void TestChannelConfig::channelWantsWhatItsFiltersSay()
{
    QFETCH(QByteArray, filters);
    QFETCH(QByteArray, tag);
    QFETCH(int, priority);
    QFETCH(bool, isWanted);
    const QByteArray text = "{\"version\": 1, \"channels\": [{" + filters
        + R"("name": "a", "kind": "command", "program": "/bin/true"}]})";
    const auto channels = read(text.constData());
    QCOMPARE(channels.size(), std::size_t(1));
    QCOMPARE(channels[0].wants(about(tag.constData(), priority)), isWanted);
}

void TestChannelConfig::digestOfAChannelIsForNobodyElse()
{
    const auto channels = read(R"({"version": 1, "channels": [
        {"name": "a", "kind": "command", "program": "/b", "priorities": [1]},
        {"name": "b", "kind": "command", "program": "/b", "priorities": [3]}]})");
    AlarmNotification digest;
    digest.kind = AlarmNotification::Kind::Digest;
    QVERIFY(!channels.at(0).wants(digest)); // of a flood: priorities 3 and 4
    QVERIFY(channels.at(1).wants(digest));
    digest.channel = "a";
    QVERIFY(channels.at(0).wants(digest));
    QVERIFY(!channels.at(1).wants(digest));
}

void TestChannelConfig::digestOfAFloodCountsWhatAChannelTakes_data()
{
    QTest::addColumn<QByteArray>("filters");
    QTest::addColumn<quint64>("unnamed"); ///< alarms it stands for, and nobody knows which they are
    QTest::addColumn<quint64>("wanted");
    const auto row = [](const char *name, const char *filters, quint64 unnamed, quint64 wanted) {
        QTest::newRow(name) << QByteArray(filters) << unnamed << wanted;
    };
    row("all", "", 0, 8);
    row("its tags", R"("tags": ["works/a/**"],)", 0, 6);
    row("no tag of it", R"("tags": ["works/c/**"],)", 0, 0);
    row("its priority", R"("priorities": [4],)", 0, 3);
    row("tag and priority", R"("tags": ["works/a/**"], "priorities": [1, 4],)", 0, 1);
    row("no priority of it", R"("priorities": [1, 2],)", 0, 0);
    row("of an alarm without a tag", R"("tags": ["p-high"],)", 0, 2);
    row("some nobody knows", R"("tags": ["works/a/**"],)", 10, 16);
    row("they are not urgent", R"("priorities": [1, 2],)", 10, 0);
}

void TestChannelConfig::digestOfAFloodCountsWhatAChannelTakes()
{
    QFETCH(QByteArray, filters);
    QFETCH(quint64, unnamed);
    QFETCH(quint64, wanted);
    const auto channels = read(("{\"version\": 1, \"channels\": [{" + filters
                                + R"("name": "a", "kind": "command", "program": "/bin/true"}]})")
                                   .constData());
    AlarmNotification digest;
    digest.kind = AlarmNotification::Kind::Digest;
    digest.withheld = {{"works/a/p", 3, 5}, {"works/a/q", 4, 1}, {"p-high", 4, 2}};
    digest.count = 8 + unnamed;
    QCOMPARE(quint64(channels.at(0).wanted(digest)), wanted);
    QCOMPARE(channels.at(0).wants(digest), wanted > 0);
}

void TestChannelConfig::alarmThatCouldNotBeReadIsForAll()
{
    const auto channels = read(R"({"version": 1, "channels": [
        {"name": "a", "kind": "command", "program": "/b", "priorities": [1], "tags": ["works/*"]}]})");
    AlarmNotification raised = about("works/p", 1);
    raised.about.reset();
    QVERIFY(channels.at(0).wants(raised));
}

QTEST_GUILESS_MAIN(TestChannelConfig)
#include "tst_channel_config.moc"
