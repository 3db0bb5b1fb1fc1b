#include "data/json/json_members.h"
#include "data/notify/channel_kinds.h"
#include "data/notify/host_lookup.h"
#include "data/notify/public_address.h"
#include "data/sources/source.h"
#include "data/storage/owner_file.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTimer>
#include <QUrl>

#include <string>
#include <vector>

namespace telltale {
namespace {

constexpr int kDefaultSeconds = 10;
constexpr int kMostSeconds = 60;
constexpr std::chrono::milliseconds kLookEvery {50};
constexpr qint64 kLongestAnswer = 64 << 10;

struct Webhook
{
    QUrl url;
    std::string name; ///< of the credentials
    std::string user; ///< signs in with a password; empty: no
    bool hasToken = false; ///< sends a secret as bearer
    PermittedAddresses permitted;
    std::string caFile; ///< PEM; empty: the system's
    int seconds = kDefaultSeconds;

    /// For messages: what stands behind the host is a secret of some receivers.
    std::string text() const
    {
        constexpr auto kHidden
            = QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment;
        return url.toString(kHidden).toStdString();
    }
};

/// What came of one address.
struct Answer
{
    int status = 0; ///< of HTTP; 0: there was none
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QString words; ///< of the error
    QString location; ///< of a redirect: the host
};

/// Turns the event loop of this thread until somebody quits it, its part of the time is over, or
/// all ends.
/// Thread  that of the channel.
class Patience
{
public:
    Patience(int seconds, const std::stop_token &stop)
        : m_end(std::chrono::seconds(seconds))
        , m_part(m_end)
        , m_stop(stop)
    {
        QObject::connect(&m_look, &QTimer::timeout, &m_loop, [this] {
            if (m_part.hasExpired() || m_stop.stop_requested())
                m_loop.quit();
        });
        m_look.start(kLookEvery);
    }
    /// What is left is shared by so many attempts, of which one begins.
    void share(qint64 attempts) { m_part = QDeadlineTimer(m_end.remainingTime() / attempts); }
    QEventLoop &loop() { return m_loop; }
    bool isStopped() const { return m_stop.stop_requested(); }
    bool isLate() const { return m_part.hasExpired(); }

private:
    const QDeadlineTimer m_end;
    QDeadlineTimer m_part;
    const std::stop_token m_stop;
    QEventLoop m_loop;
    QTimer m_look;
};

Error cancelled()
{
    return {Error::Code::Cancelled, "the program ends"};
}

/// Posts with an address that was looked up and judged once: what a name means later, or where an
/// answer points to, leads nowhere else.
class WebhookChannel final : public Channel
{
public:
    WebhookChannel(Webhook hook, const ChannelDoors &doors)
        : m_hook(std::move(hook))
        , m_credentials(doors.credentials)
        , m_lookUp(doors.lookUp ? doors.lookUp : HostLookup::begin)
    { }
    ~WebhookChannel() override { wipe(m_signIn.password); }
    Outcome send(const OutgoingNotification &notification, const std::stop_token &stop) override;

private:
    Result<QList<QHostAddress>> addresses(const Patience &patience);
    Outcome findSecret();
    Outcome sign(QNetworkRequest &request);
    Result<QNetworkRequest> requestTo(const QHostAddress &address);
    static Answer post(const QNetworkRequest &request, const QByteArray &body, Patience &patience);
    Error late() const;
    Outcome outcomeOf(const Answer &answer) const;
    Error unreachable(const Answer &answer) const;

    const Webhook m_hook;
    CredentialStore &m_credentials;
    const std::function<std::shared_ptr<HostLookup>(const std::string &)> m_lookUp;
    CredentialStore::Credentials m_signIn; ///< looked up once: a keychain takes its time
    std::shared_ptr<HostLookup> m_lookup; ///< the last one
};

Outcome WebhookChannel::send(const OutgoingNotification &notification, const std::stop_token &stop)
{
    Patience patience(m_hook.seconds, stop);
    const Result<QList<QHostAddress>> all = addresses(patience);
    if (!all)
        return all.error();
    Answer answer;
    qsizetype left = all->size(); // one that never answers leaves the others their time
    for (const QHostAddress &address : all.value()) {
        patience.share(left--);
        Result<QNetworkRequest> request = requestTo(address);
        if (!request)
            return request.error();
        request->setRawHeader("Idempotency-Key", QByteArray::fromStdString(notification.key));
        answer = post(request.value(), QByteArray::fromStdString(notification.json), patience);
        if (patience.isStopped() && answer.status == 0)
            return cancelled();
        if (answer.status != 0 || answer.error == QNetworkReply::SslHandshakeFailedError)
            break;
        if (patience.isLate() && left == 0)
            return late();
    }
    Outcome outcome = outcomeOf(answer);
    if (!outcome && outcome.error().code == Error::Code::BadCredentials)
        wipe(m_signIn.password); // there may be another one by the next attempt
    return outcome;
}

/// Errors  NotPermitted: it leads to this computer or its networks.
Result<QList<QHostAddress>> WebhookChannel::addresses(const Patience &patience)
{
    QList<QHostAddress> found;
    if (const QHostAddress literal(m_hook.url.host()); !literal.isNull()) {
        found << literal;
    } else {
        if (!m_lookup || m_lookup->isDone()) // one that hangs is not joined by others
            m_lookup = m_lookUp(m_hook.url.host().toStdString());
        while (!m_lookup->waitFor(kLookEvery)) {
            if (patience.isStopped() || patience.isLate())
                return patience.isStopped() ? cancelled() : late();
        }
        found = m_lookup->addresses();
    }
    if (found.isEmpty())
        return Error {Error::Code::HostNotFound,
                      "there is no host " + m_hook.url.host().toStdString()};
    found.removeIf(
        [this](const QHostAddress &address) { return !m_hook.permitted.permit(address); });
    if (found.isEmpty())
        return Error {Error::Code::NotPermitted,
                      m_hook.url.host().toStdString()
                          + " is an address of this computer or its networks that \"allow_local\" "
                            "does not name"};
    return found;
}

/// The name is asked for in the TLS handshake and checked in the certificate, whatever address is
/// connected to.
Result<QNetworkRequest> WebhookChannel::requestTo(const QHostAddress &address)
{
    QUrl to = m_hook.url;
    to.setHost(address.toString());
    QNetworkRequest request(to);
    request.setRawHeader("Host", m_hook.url.authority(QUrl::FullyEncoded).toUtf8());
    request.setRawHeader("User-Agent", "Telltale/" TELLTALE_VERSION);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setPeerVerifyName(m_hook.url.host());
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!m_hook.caFile.empty()) {
        const auto own = QSslCertificate::fromPath(QString::fromStdString(m_hook.caFile));
        if (own.isEmpty())
            return Error {Error::Code::NotFound,
                          "the CA file " + m_hook.caFile
                              + " cannot be read, or has no certificate (PEM)"};
        tls.setCaCertificates(own);
    }
    request.setSslConfiguration(tls);
    if (Outcome signedIn = sign(request); !signedIn)
        return signedIn.error();
    return request;
}

/// From the keychain or the file of TELLTALE_CREDENTIALS, under the name of the channel.
Outcome WebhookChannel::findSecret()
{
    if (!m_signIn.password.empty())
        return {};
    ConnectionConfig asked;
    asked.name = m_hook.name;
    asked.url = m_hook.url.toString().toStdString();
    asked.user = m_hook.hasToken ? "token" : m_hook.user;
    Result<CredentialStore::Credentials> found = m_credentials.find(asked);
    if (!found)
        return found.error();
    if (found->password.empty())
        return Error {Error::Code::NoPassword, "nobody knows the secret of \"" + asked.name + "\""};
    m_signIn = found.value();
    wipe(found->password);
    return {};
}

Outcome WebhookChannel::sign(QNetworkRequest &request)
{
    if (!m_hook.hasToken && m_hook.user.empty())
        return {};
    if (Outcome found = findSecret(); !found)
        return found;
    const std::string &secret = m_signIn.password;
    const std::string user = m_signIn.user.empty() ? m_hook.user : m_signIn.user;
    const QByteArray header = m_hook.hasToken
        ? "Bearer " + QByteArray::fromStdString(secret)
        : "Basic " + QByteArray::fromStdString(user + ':' + secret).toBase64();
    request.setRawHeader("Authorization", header);
    return {};
}

Answer WebhookChannel::post(const QNetworkRequest &request, const QByteArray &body,
                            Patience &patience)
{
    QNetworkAccessManager manager;
    manager.setProxy(QNetworkProxy::NoProxy);
    manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    const std::unique_ptr<QNetworkReply> reply(manager.post(request, body));
    Answer answer;
    const auto noteHead = [&] {
        answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        answer.location = reply->header(QNetworkRequest::LocationHeader).toUrl().host();
    };
    qint64 received = 0;
    QObject::connect(reply.get(), &QNetworkReply::metaDataChanged, &manager, noteHead);
    QObject::connect(reply.get(), &QNetworkReply::readyRead, &manager, [&] {
        received += reply->readAll().size();
        if (received > kLongestAnswer)
            patience.loop().quit(); // its head said all that counts
    });
    QObject::connect(reply.get(), &QNetworkReply::finished, &patience.loop(), &QEventLoop::quit);
    if (!reply->isFinished())
        patience.loop().exec();
    answer.error = reply->error();
    answer.words = reply->errorString();
    reply->disconnect();
    if (!reply->isFinished())
        reply->abort();
    return answer;
}

Error WebhookChannel::late() const
{
    return {Error::Code::TimedOut,
            m_hook.text() + " did not answer within " + std::to_string(m_hook.seconds) + " s"};
}

Outcome WebhookChannel::outcomeOf(const Answer &answer) const
{
    const int status = answer.status;
    if (status >= 200 && status < 300)
        return {};
    if (status == 0)
        return unreachable(answer);
    const std::string said = m_hook.text() + " answers " + std::to_string(status);
    switch (status) {
    case 401:
    case 403:
    case 407:
        return Error {Error::Code::BadCredentials, said + ": the secret is not accepted"};
    case 404:
    case 405:
    case 410:
        return Error {Error::Code::NotFound, said + ": nobody takes notifications there"};
    case 408:
    case 425:
    case 429:
        return Error {Error::Code::Busy, said + ": it is busy"};
    default:
        break;
    }
    if (status < 400)
        return Error {Error::Code::NotFound,
                      said + " and points to "
                          + (answer.location.isEmpty() ? "another address of that host"
                                                       : answer.location.toStdString())
                          + ", which is not followed"};
    if (status < 500)
        return Error {Error::Code::Refused, said + ": it does not want this notification"};
    return Error {Error::Code::Busy, said + ": it has a fault"};
}

Error WebhookChannel::unreachable(const Answer &answer) const
{
    const std::string said = m_hook.text() + ": " + answer.words.toStdString();
    switch (answer.error) {
    case QNetworkReply::ConnectionRefusedError:
        return {Error::Code::ConnectionRefused, said};
    case QNetworkReply::SslHandshakeFailedError:
        return {Error::Code::TlsFailed, said};
    default:
        return {Error::Code::ConnectionLost, said};
    }
}

/// Errors  why the address is none.
Outcome checkUrl(const QUrl &url, bool allowsPlain)
{
    const auto wrong = [](const char *why) {
        return Outcome(Error {Error::Code::Malformed, std::string("\"url\" ") + why});
    };
    if (!url.isValid() || url.host().isEmpty())
        return wrong("should be an address such as https://host/path");
    if (!url.userInfo().isEmpty())
        return wrong("has a user or password in it: name the user in \"user\", and the password in "
                     "the keychain or the file of TELLTALE_CREDENTIALS");
    if (url.scheme() == QLatin1String("http") && !allowsPlain)
        return wrong("is not encrypted: use https, or set \"allow_http\"");
    if (url.scheme() != QLatin1String("http") && url.scheme() != QLatin1String("https"))
        return wrong("should begin with https://");
    return {};
}

/// True, false, or the networks that are meant.
Outcome readPermitted(JsonMembers &members, PermittedAddresses &permitted)
{
    constexpr const char *kMember = "allow_local";
    if (members.isList(kMember)) {
        std::vector<std::string> networks;
        members.texts(kMember, networks);
        const Outcome read = permitted.permitOwn(networks);
        return read ? Outcome()
                    : Outcome(Error {Error::Code::Malformed,
                                     std::string("\"allow_local\": ") + read.error().detail});
    }
    bool areAll = false;
    members.boolean(kMember, areAll);
    permitted.permitOwn(areAll);
    return {};
}

Result<ChannelKind::Read> read(JsonMembers &members, const std::string &name)
{
    Webhook hook;
    std::string url;
    bool allowsPlain = false;
    members.text("url", url);
    members.text("user", hook.user);
    members.boolean("token", hook.hasToken);
    members.boolean("allow_http", allowsPlain);
    const Outcome permitted = readPermitted(members, hook.permitted);
    members.text("ca_file", hook.caFile);
    members.integer("timeout_s", hook.seconds, 1, kMostSeconds);
    hook.url = QUrl(QString::fromStdString(url), QUrl::StrictMode);
    hook.url.setFragment({});
    hook.name = "notify/" + name;
    if (const Outcome right = checkUrl(hook.url, allowsPlain); !right)
        return right.error();
    if (!permitted)
        return permitted.error();
    if (hook.hasToken && !hook.user.empty())
        return Error {Error::Code::Malformed, "\"user\" and \"token\" exclude each other"};
    return ChannelKind::Read {[hook](const ChannelDoors &doors) {
        return std::make_unique<WebhookChannel>(hook, doors);
    }};
}

} // namespace

const ChannelKind kWebhookChannel {"webhook", read};

} // namespace telltale
