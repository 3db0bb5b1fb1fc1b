#include "tests/data/notify/http_receiver.h"

#include <QEventLoop>
#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>

#include <future>
#include <tuple>
#include <utility>

namespace telltale::test {
namespace {

constexpr qsizetype kEndOfHead = 4; ///< bytes of the empty line

/// Nothing while it is not all there.
bool readRequest(const QByteArray &bytes, HttpReceiver::Request &request)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    QList<QByteArray> lines = bytes.left(end).split('\n');
    request.line = lines.takeFirst().trimmed();
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        request.headers[line.left(colon).trimmed().toLower()] = line.mid(colon + 1).trimmed();
    }
    request.body = bytes.mid(end + kEndOfHead);
    return request.body.size() >= request.headers.value("content-length").toLongLong();
}

} // namespace

class HttpReceiver::Server : public QTcpServer
{
public:
    explicit Server(HttpReceiver &owner)
        : m_owner(owner)
    { }
    void setTls(const QString &certificate, const QString &key)
    {
        QFile file(key);
        if (file.open(QIODevice::ReadOnly))
            m_key = QSslKey(&file, QSsl::Ec);
        if (m_key.isNull() && file.seek(0))
            m_key = QSslKey(&file, QSsl::Rsa);
        m_chain = QSslCertificate::fromPath(certificate);
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = m_chain.isEmpty() ? new QTcpSocket(this) : new QSslSocket(this);
        socket->setSocketDescriptor(descriptor);
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
        if (auto *tls = qobject_cast<QSslSocket *>(socket)) {
            tls->setLocalCertificateChain(m_chain);
            tls->setPrivateKey(m_key);
            tls->startServerEncryption();
        }
    }

private:
    void read(QTcpSocket &socket)
    {
        const QByteArray all = socket.property("bytes").toByteArray() + socket.readAll();
        socket.setProperty("bytes", all);
        Request request;
        if (!readRequest(all, request))
            return;
        const QByteArray answer = m_owner.answer(request);
        if (answer.isEmpty())
            return;
        socket.write(answer);
        socket.disconnectFromHost();
    }

    HttpReceiver &m_owner;
    QList<QSslCertificate> m_chain;
    QSslKey m_key;
};

HttpReceiver::HttpReceiver(Answer answer)
    : HttpReceiver(std::move(answer), {}, {})
{ }

/// A thread of the standard library, in which the server is made and which tells the port: what Qt
/// hands over and waits for ThreadSanitizer cannot see.
HttpReceiver::HttpReceiver(Answer answer, const QString &certificate, const QString &key)
    : m_answer(std::move(answer))
{
    std::promise<std::pair<quint16, QEventLoop *>> started;
    auto told = started.get_future();
    m_thread = std::thread([this, certificate, key, &started] {
        QEventLoop loop; // first: sockets ask for the events of their thread
        Server server(*this);
        if (!certificate.isEmpty())
            server.setTls(certificate, key);
        server.listen(QHostAddress::LocalHost);
        started.set_value({server.serverPort(), &loop});
        loop.exec();
    });
    std::tie(m_port, m_loop) = told.get();
}

HttpReceiver::~HttpReceiver()
{
    QMetaObject::invokeMethod(m_loop, "quit", Qt::QueuedConnection);
    m_thread.join();
}

QByteArray HttpReceiver::answer(const Request &request)
{
    {
        const std::lock_guard lock(m_mutex);
        m_requests.push_back(request);
    }
    return m_answer(request);
}

std::vector<HttpReceiver::Request> HttpReceiver::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

QByteArray HttpReceiver::status(int code, const QByteArray &headers)
{
    return "HTTP/1.1 " + QByteArray::number(code) + " Said\r\nContent-Length: 0\r\n" + headers
        + "Connection: close\r\n\r\n";
}

} // namespace telltale::test
