#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

#include <functional>
#include <mutex>
#include <thread>
#include <vector>

class QEventLoop;

namespace telltale::test {

/// A web server on a free port of 127.0.0.1 that notes what it is sent.
/// Thread  its own; the answer is asked for there.
class HttpReceiver
{
public:
    struct Request
    {
        QByteArray line; ///< "POST /path HTTP/1.1"
        QMap<QByteArray, QByteArray> headers; ///< by name in lower case
        QByteArray body;
    };
    using Answer = std::function<QByteArray(const Request &)>; ///< empty: says nothing for ever

    explicit HttpReceiver(Answer answer);
    /// With TLS: certificate and key, PEM files.
    HttpReceiver(Answer answer, const QString &certificate, const QString &key);
    ~HttpReceiver();
    HttpReceiver(const HttpReceiver &) = delete;
    HttpReceiver &operator=(const HttpReceiver &) = delete;

    quint16 port() const { return m_port; }
    std::vector<Request> requests() const;
    /// A whole answer without content.
    static QByteArray status(int code, const QByteArray &headers = {});

private:
    class Server;
    QByteArray answer(const Request &request);

    const Answer m_answer;
    mutable std::mutex m_mutex;
    std::vector<Request> m_requests;
    std::thread m_thread;
    QEventLoop *m_loop = nullptr; ///< of the thread
    quint16 m_port = 0;
};

} // namespace telltale::test
