#include "data/sources/broker_route.h"

#include "data/sources/tls_probe.h"

namespace telltale {
namespace {

using Layer = ConnectionLayer::Name;

std::string bracketed(const std::string &address)
{
    return address.find(':') == std::string::npos ? address : "[" + address + "]";
}

/// Notes layers where somebody wants to know.
class Notes
{
public:
    explicit Notes(ConnectionProgress *progress)
        : m_progress(progress)
    { }
    void passed(Layer layer, const std::string &detail, const Stopwatch &watch) const
    {
        if (m_progress)
            m_progress->passed(layer, detail, watch.took());
    }
    Error failed(Layer layer, const Error &error, const Stopwatch &watch) const
    {
        if (m_progress)
            m_progress->failed(layer, error, watch.took());
        return error;
    }
    void notUsed(Layer layer, const std::string &detail) const
    {
        if (m_progress)
            m_progress->notUsed(layer, detail);
    }

private:
    ConnectionProgress *m_progress;
};

} // namespace

Result<BrokerRoute> findRoute(const BrokerUrl &url, const std::string &caFile,
                              std::chrono::milliseconds timeout, const std::stop_token &stop,
                              ConnectionProgress *progress)
{
    const Notes notes(progress);
    const Stopwatch lookup;
    const auto endpoints = resolveHost(url.host, url.port, timeout, stop);
    if (!endpoints)
        return notes.failed(Layer::HostName, endpoints.error(), lookup);
    std::string addresses;
    for (const Endpoint &endpoint : endpoints.value())
        addresses += (addresses.empty() ? "" : ", ") + endpoint.address;
    notes.passed(Layer::HostName, url.host + " \u2192 " + addresses, lookup);

    const Stopwatch opening;
    const auto port = openPort(endpoints.value(), timeout, stop);
    if (!port)
        return notes.failed(Layer::Port, port.error(), opening);
    const std::string address = bracketed(port->endpoint.address);
    const std::string number = std::to_string(url.port);
    notes.passed(Layer::Port, address + " port " + number + " is open", opening);
    BrokerRoute route;
    route.endpoint = port->endpoint;
    // Without TLS the address that answered, so that the library looks no name up under its lock;
    // with TLS the name, because that is what the certificate is checked for.
    route.uri = url.tls ? "ssl://" + bracketed(url.host) + ":" + number
                        : "tcp://" + address + ":" + number;
    if (!url.tls) {
        notes.notUsed(Layer::Tls, "not encrypted");
        return route;
    }
    const Stopwatch handshake;
    const Result<TlsFacts> facts
        = probeTls(port->socket.descriptor(), url.host, caFile, timeout, stop);
    if (!facts)
        return notes.failed(Layer::Tls, facts.error(), handshake);
    route.isTls12 = facts->isTls12;
    notes.passed(Layer::Tls, facts->version + ", certificate of " + facts->issuedTo + " checked",
                 handshake);
    return route;
}

} // namespace telltale
