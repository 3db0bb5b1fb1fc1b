#pragma once

#include "data/sources/mqtt_source.h"
#include "tests/support/fixed_credentials.h"
#include "tests/support/recording_journal.h"

#include <QByteArray>
#include <QList>

#include <memory>
#include <set>

/// Waits up to 10 s; says the cause of a connection that does not get there.
#define QTRY_STATE(source, wanted)                                                                 \
    QTRY_VERIFY2_WITH_TIMEOUT((source)->status().state == (wanted),                                \
                              (source)->status().cause.c_str(), 10'000)

namespace telltale::test {

/// A journal in memory and a sign-in, and sources that write and ask there.
struct MqttBench
{
    RecordingJournal journal;
    FixedCredentials credentials;

    std::unique_ptr<Source> make(const ConnectionConfig &connection, const MqttOptions &options)
    {
        return makeMqttSource(connection, {journal, credentials, Clock::system()}, options);
    }
};

/// Tries again at once, so that no test waits; not for long where the broker said no.
inline MqttOptions quickMqtt()
{
    MqttOptions options;
    options.connectTimeout = std::chrono::seconds(8);
    options.firstDelay = std::chrono::milliseconds(50);
    options.lastDelay = std::chrono::milliseconds(200);
    options.refusedDelay = std::chrono::seconds(60);
    options.keepAlive = std::chrono::seconds(6);
    return options;
}

inline ConnectionConfig connectionTo(const std::string &url)
{
    ConnectionConfig connection;
    connection.source.value = 7;
    connection.name = "test";
    connection.url = url;
    connection.clientId = "tst-mqtt";
    connection.filters = {"plant/#"};
    return connection;
}

inline const ConnectionLayer &layer(const ConnectionStatus &status, ConnectionLayer::Name name)
{
    return status.layers[static_cast<std::size_t>(name)];
}

inline QList<QByteArray> numbered(int count, int first = 0)
{
    QList<QByteArray> payloads;
    for (int number = first; number < first + count; ++number)
        payloads << QByteArray::number(number);
    return payloads;
}

/// How many different payloads there are.
inline int distinct(const RecordingJournal &journal)
{
    std::set<std::string> payloads;
    for (const auto &entry : journal.entries())
        payloads.insert(entry.payload);
    return static_cast<int>(payloads.size());
}

} // namespace telltale::test
