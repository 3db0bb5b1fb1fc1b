#include "data/notify/channel_config.h"
#include "tests/support/fixed_credentials.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

#include <csignal>

using namespace telltale;

/// The channel that starts a program, with real ones.
class TestCommandChannel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void programGetsNotificationAndKey();
    void exitCodeIsTheAnswer_data();
    void exitCodeIsTheAnswer();
    void noShellReadsTheArguments();
    void secretsOfConnectionsStayHere();
    void programThatIsNotThereIsSaid();
    void lateProgramIsEndedWithItsChildren();
    void stopEndsWhatRuns();
    void killedTelltaleLeavesNoProgram();
    void programThatReadsNothingMayConfirm();
    void muchOutputIsNoHarm();

private:
    std::unique_ptr<Channel> channel(const QString &script, const QStringList &more = {},
                                     int seconds = 20);
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    QByteArray content(const char *name) const;

    QTemporaryDir m_folder;
    test::FixedCredentials m_credentials;
};

namespace {

const OutgoingNotification kNotification {"raise/1/1/hi", "{\"kind\":\"raise\"}"};

std::unique_ptr<Channel> made(const QJsonObject &channel, CredentialStore &credentials)
{
    const QJsonObject file {{QStringLiteral("version"), 1},
                            {QStringLiteral("channels"), QJsonArray {channel}}};
    std::vector<ChannelConfig> channels;
    const Outcome read = readChannels(QJsonDocument(file).toJson().toStdString(), channels);
    return read ? channels.front().make({credentials}) : nullptr;
}

/// Or a corpse its parent has yet to bury.
bool isGone(pid_t process)
{
    QFile state(QStringLiteral("/proc/%1/stat").arg(process));
    return !state.open(QIODevice::ReadOnly) || state.readAll().contains(") Z ");
}

QJsonObject shellChannel(const QString &script, const QStringList &more, int seconds)
{
    QJsonArray arguments {QStringLiteral("-c"), script, QStringLiteral("sh")};
    for (const QString &argument : more)
        arguments.append(argument);
    return {{QStringLiteral("name"), QStringLiteral("test")},
            {QStringLiteral("kind"), QStringLiteral("command")},
            {QStringLiteral("program"), QStringLiteral("/bin/sh")},
            {QStringLiteral("arguments"), arguments},
            {QStringLiteral("timeout_s"), seconds}};
}

/// The child: sends to a program that writes its number into `file` and stays.
int sendForEver(const QString &file)
{
    test::FixedCredentials credentials;
    const auto to = made(
        shellChannel(QStringLiteral("echo $$ > \"$1\"; exec sleep 60"), {file}, 60), credentials);
    return to->send(kNotification, {}).ok() ? 0 : 1;
}

} // namespace

std::unique_ptr<Channel> TestCommandChannel::channel(const QString &script, const QStringList &more,
                                                     int seconds)
{
    return made(shellChannel(script, more, seconds), m_credentials);
}

QByteArray TestCommandChannel::content(const char *name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestCommandChannel::programGetsNotificationAndKey()
{
    const auto to
        = channel(QStringLiteral("cat > \"$1\"; echo \"$TELLTALE_NOTIFICATION_KEY\" >> \"$1\""),
                  {path("got")});
    const Outcome sent = to->send(kNotification, {});
    QVERIFY2(sent.ok(), sent.ok() ? "" : sent.error().detail.c_str());
    QCOMPARE(content("got"), QByteArray("{\"kind\":\"raise\"}\nraise/1/1/hi\n"));
}

void TestCommandChannel::exitCodeIsTheAnswer_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QByteArray>("said"); ///< empty: it is confirmed
    QTest::newRow("0") << QStringLiteral("exit 0") << QByteArray();
    QTest::newRow("1") << QStringLiteral("echo one >&2; echo no route to pager >&2; exit 1")
                       << QByteArray("exit code 1: no route to pager");
    QTest::newRow("killed") << QStringLiteral("kill -9 $$") << QByteArray("crashed");
}

void TestCommandChannel::exitCodeIsTheAnswer()
{
    QFETCH(QString, script);
    QFETCH(QByteArray, said);
    const Outcome sent = channel(script)->send(kNotification, {});
    QCOMPARE(sent.ok(), said.isEmpty());
    if (!sent)
        QVERIFY2(sent.error().detail.find(said.toStdString()) != std::string::npos,
                 sent.error().detail.c_str());
}

void TestCommandChannel::noShellReadsTheArguments()
{
    const QString evil = QStringLiteral("$(touch %1); `touch %1` | touch %1").arg(path("evil"));
    QVERIFY(channel(QStringLiteral("printf %s \"$2\" > \"$1\""), {path("arg"), evil})
                ->send(kNotification, {})
                .ok());
    QCOMPARE(content("arg"), evil.toUtf8());
    QVERIFY(!QFile::exists(path("evil")));
}

void TestCommandChannel::secretsOfConnectionsStayHere()
{
    qputenv("TELLTALE_MQTT_PASSWORD", "canary");
    QVERIFY(channel(QStringLiteral("env > \"$1\""), {path("env")})->send(kNotification, {}).ok());
    qunsetenv("TELLTALE_MQTT_PASSWORD");
    QVERIFY(content("env").contains("TELLTALE_NOTIFICATION_KEY=raise/1/1/hi"));
    QVERIFY(!content("env").contains("canary"));
}

void TestCommandChannel::programThatIsNotThereIsSaid()
{
    const auto to = made({{QStringLiteral("name"), QStringLiteral("test")},
                          {QStringLiteral("kind"), QStringLiteral("command")},
                          {QStringLiteral("program"), path("absent")}},
                         m_credentials);
    const Outcome sent = to->send(kNotification, {});
    QVERIFY(!sent.ok());
    QCOMPARE(sent.error().code, Error::Code::NotFound);
    QVERIFY(sent.error().detail.find("absent") != std::string::npos);
}

void TestCommandChannel::lateProgramIsEndedWithItsChildren()
{
    const auto to
        = channel(QStringLiteral("sleep 60 & echo $! > \"$1\"; wait"), {path("child")}, 1);
    QElapsedTimer took;
    took.start();
    const Outcome sent = to->send(kNotification, {});
    QVERIFY(!sent.ok());
    QCOMPARE(sent.error().code, Error::Code::TimedOut);
    QVERIFY(took.elapsed() < 10'000);
    const pid_t child = content("child").trimmed().toInt();
    QVERIFY(child > 0);
    QTRY_VERIFY(isGone(child));
}

void TestCommandChannel::stopEndsWhatRuns()
{
    const auto to = channel(QStringLiteral("touch \"$1\"; exec sleep 60"), {path("runs")});
    std::stop_source stop;
    Outcome sent;
    std::thread sender([&] { sent = to->send(kNotification, stop.get_token()); });
    const bool hasBegun = QTest::qWaitFor([this] { return QFile::exists(path("runs")); }, 10'000);
    stop.request_stop();
    sender.join();
    QVERIFY(hasBegun);
    QVERIFY(!sent.ok());
    QCOMPARE(sent.error().code, Error::Code::Cancelled);
}

void TestCommandChannel::killedTelltaleLeavesNoProgram()
{
    QProcess killed;
    killed.start(QCoreApplication::applicationFilePath(),
                 {QStringLiteral("--send"), path("running")});
    QVERIFY(killed.waitForStarted());
    QTRY_VERIFY(content("running").endsWith('\n'));
    killed.kill();
    QVERIFY(killed.waitForFinished());
    QTRY_VERIFY(isGone(content("running").trimmed().toInt()));
}

void TestCommandChannel::programThatReadsNothingMayConfirm()
{
    const OutgoingNotification large {"k", std::string(1 << 20, 'x')};
    const Outcome sent = channel(QStringLiteral("exec <&-; exit 0"))->send(large, {});
    QVERIFY2(sent.ok(), sent.ok() ? "" : sent.error().detail.c_str());
}

void TestCommandChannel::muchOutputIsNoHarm()
{
    const auto to = channel(
        QStringLiteral("head -c 3000000 /dev/zero; head -c 3000000 /dev/zero >&2; exit 0"));
    const Outcome sent = to->send(kNotification, {});
    QVERIFY2(sent.ok(), sent.ok() ? "" : sent.error().detail.c_str());
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--send"))
        return sendForEver(arguments.value(2));
    TestCommandChannel test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_command_channel.moc"
