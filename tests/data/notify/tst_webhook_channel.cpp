#include "data/notify/channel_config.h"
#include "data/notify/host_lookup.h"
#include "tests/data/notify/http_receiver.h"
#include "tests/support/certificates.h"
#include "tests/support/fixed_credentials.h"
#include "tests/support/loopback.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSslSocket>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace telltale;
using test::Certificates;
using test::HttpReceiver;

/// The channel that posts, against a real server of this computer.
class TestWebhookChannel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void postsNotificationAndKey();
    void statusIsTheAnswer_data();
    void statusIsTheAnswer();
    void secretIsSent_data();
    void secretIsSent();
    void missingSecretIsSaid();
    void secretIsLookedUpOnceUntilItIsRefused();
    void redirectIsNotFollowed();
    void pathIsSaidNowhere_data();
    void pathIsSaidNowhere();
    void longAnswerIsCut();
    void silentServerIsLate();
    void silentAddressLeavesTheOthersTheirTime();
    void lookupThatHangsIsLate();
    void stopEndsTheWait();
    void nobodyListens();
    void ownNetworksNeedPermission_data();
    void ownNetworksNeedPermission();
    void permissionMayBeForSomeNetworks();
    void certificateIsChecked_data();
    void certificateIsChecked();

private:
    std::unique_ptr<Channel> channel(const QString &url, QJsonObject more = {});
    std::unique_ptr<Channel> channel(const QString &url, QJsonObject more,
                                     const ChannelDoors &doors);
    std::unique_ptr<Channel> local(quint16 port, const QJsonObject &more = {});
    std::unique_ptr<Channel> local(quint16 port, QJsonObject more, CredentialStore &store);

    test::FixedCredentials m_credentials;
};

namespace {

const OutgoingNotification kNotification {"raise/1/1/hi", "{\"kind\":\"raise\"}"};

QByteArray ok(const HttpReceiver::Request &)
{
    return HttpReceiver::status(200);
}

Error::Code codeOf(const Outcome &outcome)
{
    return outcome.ok() ? Error::Code::Internal : outcome.error().code;
}

} // namespace

std::unique_ptr<Channel> TestWebhookChannel::channel(const QString &url, QJsonObject more)
{
    return channel(url, std::move(more), ChannelDoors {m_credentials});
}

std::unique_ptr<Channel> TestWebhookChannel::channel(const QString &url, QJsonObject more,
                                                     const ChannelDoors &doors)
{
    more.insert(QStringLiteral("name"), QStringLiteral("test"));
    more.insert(QStringLiteral("kind"), QStringLiteral("webhook"));
    more.insert(QStringLiteral("url"), url);
    more.insert(QStringLiteral("allow_http"), true);
    const QJsonObject file {{QStringLiteral("version"), 1},
                            {QStringLiteral("channels"), QJsonArray {more}}};
    std::vector<ChannelConfig> channels;
    const Outcome read = readChannels(QJsonDocument(file).toJson().toStdString(), channels);
    if (!read)
        qWarning("%s", read.error().detail.c_str());
    return read ? channels.front().make(doors) : nullptr;
}

std::unique_ptr<Channel> TestWebhookChannel::local(quint16 port, const QJsonObject &more)
{
    return local(port, more, m_credentials);
}

std::unique_ptr<Channel> TestWebhookChannel::local(quint16 port, QJsonObject more,
                                                   CredentialStore &store)
{
    more.insert(QStringLiteral("allow_local"), true);
    const QString url = QStringLiteral("http://127.0.0.1:%1/alarms?for=us").arg(port);
    return channel(url, std::move(more), ChannelDoors {store});
}

void TestWebhookChannel::postsNotificationAndKey()
{
    HttpReceiver server(ok);
    const Outcome sent = local(server.port())->send(kNotification, {});
    QVERIFY2(sent.ok(), sent.ok() ? "" : sent.error().detail.c_str());
    QCOMPARE(server.requests().size(), std::size_t(1));
    const HttpReceiver::Request got = server.requests().front();
    QCOMPARE(got.line, QByteArray("POST /alarms?for=us HTTP/1.1"));
    QCOMPARE(got.body, QByteArray("{\"kind\":\"raise\"}"));
    QCOMPARE(got.headers.value("idempotency-key"), QByteArray("raise/1/1/hi"));
    QCOMPARE(got.headers.value("content-type"), QByteArray("application/json"));
    QCOMPARE(got.headers.value("host"), "127.0.0.1:" + QByteArray::number(server.port()));
    QVERIFY(!got.headers.contains("authorization"));
}

void TestWebhookChannel::statusIsTheAnswer_data()
{
    using Code = Error::Code;
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code"); ///< of the error; that of Internal: it is confirmed
    const auto row = [](int status, Code code) {
        QTest::addRow("%d", status) << status << static_cast<int>(code);
    };
    row(200, Code::Internal);
    row(204, Code::Internal);
    row(400, Code::Refused);
    row(401, Code::BadCredentials);
    row(403, Code::BadCredentials);
    row(404, Code::NotFound);
    row(405, Code::NotFound);
    row(408, Code::Busy);
    row(409, Code::Refused);
    row(410, Code::NotFound);
    row(413, Code::Refused);
    row(422, Code::Refused);
    row(425, Code::Busy);
    row(429, Code::Busy);
    row(500, Code::Busy);
    row(503, Code::Busy);
}

void TestWebhookChannel::statusIsTheAnswer()
{
    QFETCH(int, status);
    QFETCH(int, code);
    HttpReceiver server([status](const auto &) { return HttpReceiver::status(status); });
    const Outcome sent = local(server.port())->send(kNotification, {});
    QCOMPARE(static_cast<int>(codeOf(sent)), code);
    QCOMPARE(sent.ok(), code == static_cast<int>(Error::Code::Internal));
    QCOMPARE(server.requests().size(), std::size_t(1));
    if (!sent)
        QVERIFY(sent.error().detail.find(std::to_string(status)) != std::string::npos);
}

void TestWebhookChannel::secretIsSent_data()
{
    QTest::addColumn<QByteArray>("user"); ///< empty: a token
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("token") << QByteArray() << QByteArray("Bearer s3cret");
    QTest::newRow("user") << QByteArray("ann") << "Basic " + QByteArray("ann:s3cret").toBase64();
}

void TestWebhookChannel::secretIsSent()
{
    QFETCH(QByteArray, user);
    QFETCH(QByteArray, header);
    m_credentials.credentials = {user.toStdString(), "s3cret"};
    HttpReceiver server(ok);
    QJsonObject more {{QStringLiteral("token"), true}};
    if (!user.isEmpty())
        more = {{QStringLiteral("user"), QString::fromUtf8(user)}};
    QVERIFY(local(server.port(), more)->send(kNotification, {}).ok());
    QCOMPARE(server.requests().at(0).headers.value("authorization"), header);
}

void TestWebhookChannel::missingSecretIsSaid()
{
    m_credentials.credentials = {};
    HttpReceiver server(ok);
    const auto to = local(server.port(), {{QStringLiteral("token"), true}});
    const Outcome sent = to->send(kNotification, {});
    QVERIFY(!sent.ok());
    QCOMPARE(sent.error().code, Error::Code::NoPassword);
    QVERIFY(sent.error().detail.find("notify/test") != std::string::npos);
    QVERIFY(server.requests().empty()); // nothing goes out without it
}

void TestWebhookChannel::secretIsLookedUpOnceUntilItIsRefused()
{
    class Counted final : public CredentialStore
    {
    public:
        Result<Credentials> find(const ConnectionConfig &) override
        {
            ++asked;
            return Credentials {{}, "s3cret"};
        }
        Outcome store(const ConnectionConfig &, const Credentials &) override { return {}; }
        int asked = 0;
    } store;
    std::atomic<int> status = 200;
    HttpReceiver server([&status](const auto &) { return HttpReceiver::status(status); });
    const auto to = local(server.port(), {{QStringLiteral("token"), true}}, store);
    QVERIFY(to->send(kNotification, {}).ok());
    QVERIFY(to->send(kNotification, {}).ok());
    QCOMPARE(store.asked, 1);
    status = 401;
    QVERIFY(!to->send(kNotification, {}).ok());
    QCOMPARE(store.asked, 1);
    status = 200;
    QVERIFY(to->send(kNotification, {}).ok());
    QCOMPARE(store.asked, 2);
    for (const auto &request : server.requests())
        QCOMPARE(request.headers.value("authorization"), QByteArray("Bearer s3cret"));
}

void TestWebhookChannel::redirectIsNotFollowed()
{
    HttpReceiver other(ok);
    const QByteArray location
        = "Location: http://127.0.0.1:" + QByteArray::number(other.port()) + "/\r\n";
    HttpReceiver server([location](const auto &) { return HttpReceiver::status(307, location); });
    const Outcome sent = local(server.port())->send(kNotification, {});
    QCOMPARE(codeOf(sent), Error::Code::NotFound);
    QVERIFY(other.requests().empty());
}

void TestWebhookChannel::pathIsSaidNowhere_data()
{
    QTest::addColumn<int>("status"); ///< 0: nobody listens; -1: it says nothing
    for (const int status : {0, -1, 307, 400, 401, 404, 429, 500})
        QTest::addRow("%d", status) << status;
}

/// What stands behind the host lets whoever knows it write to some receivers.
void TestWebhookChannel::pathIsSaidNowhere()
{
    QFETCH(int, status);
    HttpReceiver server([status](const auto &) {
        return status > 0 ? HttpReceiver::status(status, "Location: https://b.example/canary\r\n")
                          : QByteArray();
    });
    const quint16 port = status == 0 ? test::freePort() : server.port();
    const QString host = QStringLiteral("http://127.0.0.1:%1").arg(port);
    const Outcome sent
        = channel(host + QStringLiteral("/canary?canary=1"),
                  {{QStringLiteral("allow_local"), true}, {QStringLiteral("timeout_s"), 1}})
              ->send(kNotification, {});
    QVERIFY(!sent.ok());
    const std::string &said = sent.error().detail;
    QVERIFY2(said.find("canary") == std::string::npos, said.c_str());
    QVERIFY2(said.find(host.toStdString()) != std::string::npos, said.c_str());
    QCOMPARE(said.find("b.example") != std::string::npos, status == 307);
}

void TestWebhookChannel::longAnswerIsCut()
{
    HttpReceiver server([](const auto &) {
        return "HTTP/1.1 200 OK\r\nContent-Length: 50000000\r\n\r\n" + QByteArray(5'000'000, 'x');
    });
    const Outcome sent
        = local(server.port(), {{QStringLiteral("timeout_s"), 5}})->send(kNotification, {});
    QVERIFY2(sent.ok(), sent.ok() ? "" : sent.error().detail.c_str());
}

void TestWebhookChannel::silentServerIsLate()
{
    HttpReceiver server([](const auto &) { return QByteArray(); });
    const Outcome sent
        = local(server.port(), {{QStringLiteral("timeout_s"), 1}})->send(kNotification, {});
    QCOMPARE(codeOf(sent), Error::Code::TimedOut);
}

/// A host of two addresses, of which the first takes connections and says nothing.
void TestWebhookChannel::silentAddressLeavesTheOthersTheirTime()
{
    HttpReceiver server(ok);
    const QHostAddress deaf(QStringLiteral("127.0.0.2"));
    QTcpServer silent;
    QVERIFY(silent.listen(deaf, server.port()));
    const auto to
        = channel(QStringLiteral("http://works.example:%1/").arg(server.port()),
                  {{QStringLiteral("allow_local"), true}, {QStringLiteral("timeout_s"), 2}},
                  {m_credentials, [&deaf](const std::string &) {
                       return HostLookup::known({deaf, QHostAddress(QHostAddress::LocalHost)});
                   }});
    const Outcome sent = to->send(kNotification, {});
    QVERIFY2(sent.ok(), sent.ok() ? "" : sent.error().detail.c_str());
    QCOMPARE(server.requests().size(), std::size_t(1));
    QVERIFY(silent.hasPendingConnections() || silent.waitForNewConnection(1'000));
}

/// And it is not begun again while it hangs.
void TestWebhookChannel::lookupThatHangsIsLate()
{
    int begun = 0;
    const auto to
        = channel(QStringLiteral("http://works.example/"), {{QStringLiteral("timeout_s"), 1}},
                  {m_credentials, [&begun](const std::string &) {
                       ++begun;
                       return std::make_shared<HostLookup>();
                   }});
    QCOMPARE(codeOf(to->send(kNotification, {})), Error::Code::TimedOut);
    QCOMPARE(codeOf(to->send(kNotification, {})), Error::Code::TimedOut);
    QCOMPARE(begun, 1);
}

void TestWebhookChannel::stopEndsTheWait()
{
    std::stop_source stop;
    HttpReceiver server([&stop](const auto &) {
        stop.request_stop();
        return QByteArray();
    });
    const Outcome sent = local(server.port(), {{QStringLiteral("timeout_s"), 60}})
                             ->send(kNotification, stop.get_token());
    QCOMPARE(codeOf(sent), Error::Code::Cancelled);
}

void TestWebhookChannel::nobodyListens()
{
    const Outcome sent = local(test::freePort())->send(kNotification, {});
    QCOMPARE(codeOf(sent), Error::Code::ConnectionRefused);
}

void TestWebhookChannel::ownNetworksNeedPermission_data()
{
    QTest::addColumn<QString>("host");
    QTest::newRow("address") << QStringLiteral("127.0.0.1");
    QTest::newRow("name") << QStringLiteral("localhost");
    QTest::newRow("decimal") << QStringLiteral("2130706433");
    QTest::newRow("octal") << QStringLiteral("0177.0.0.1");
    QTest::newRow("mapped") << QStringLiteral("[::ffff:127.0.0.1]");
}

void TestWebhookChannel::ownNetworksNeedPermission()
{
    QFETCH(QString, host);
    HttpReceiver server(ok);
    const auto to = channel(QStringLiteral("http://%1:%2/").arg(host).arg(server.port()));
    QVERIFY(to);
    QCOMPARE(codeOf(to->send(kNotification, {})), Error::Code::NotPermitted);
    QVERIFY(server.requests().empty());
}

void TestWebhookChannel::permissionMayBeForSomeNetworks()
{
    HttpReceiver server(ok);
    const QString url = QStringLiteral("http://127.0.0.1:%1/").arg(server.port());
    const auto with = [&](const char *network) {
        const QJsonArray networks {QLatin1String(network)};
        return channel(url, {{QStringLiteral("allow_local"), networks}});
    };
    QCOMPARE(codeOf(with("127.0.1.0/24")->send(kNotification, {})), Error::Code::NotPermitted);
    QVERIFY(server.requests().empty());
    QVERIFY(with("127.0.0.0/24")->send(kNotification, {}).ok());
}

void TestWebhookChannel::certificateIsChecked_data()
{
    QTest::addColumn<QString>("names"); ///< of the certificate
    QTest::addColumn<bool>("knowsAuthority");
    QTest::addColumn<bool>("isAccepted");
    QTest::newRow("right") << QStringLiteral("DNS:localhost") << true << true;
    QTest::newRow("authority nobody knows") << QStringLiteral("DNS:localhost") << false << false;
    QTest::newRow("another host") << QStringLiteral("DNS:elsewhere.example") << true << false;
}

void TestWebhookChannel::certificateIsChecked()
{
    QFETCH(QString, names);
    QFETCH(bool, knowsAuthority);
    QFETCH(bool, isAccepted);
    if (!QSslSocket::supportsSsl())
        QSKIP("no TLS here");
    QTemporaryDir folder;
    const Certificates certificates(folder.path(), QStringLiteral("ca"));
    const Certificates::Files files = certificates.server(QStringLiteral("server"), names);
    HttpReceiver server(ok, files.certificate, files.key);
    QJsonObject more {{QStringLiteral("allow_local"), true}};
    if (knowsAuthority)
        more.insert(QStringLiteral("ca_file"), certificates.authority().certificate);
    const auto to = channel(QStringLiteral("https://localhost:%1/").arg(server.port()), more);
    const Outcome sent = to->send(kNotification, {});
    QVERIFY2(sent.ok() == isAccepted, sent.ok() ? "accepted" : sent.error().detail.c_str());
    if (!isAccepted)
        QCOMPARE(sent.error().code, Error::Code::TlsFailed);
    QCOMPARE(server.requests().size(), std::size_t(isAccepted ? 1 : 0));
}

QTEST_GUILESS_MAIN(TestWebhookChannel)
#include "tst_webhook_channel.moc"
