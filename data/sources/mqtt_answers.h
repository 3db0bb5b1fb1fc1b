#pragma once

#include "data/telemetry/result.h"

#include <MQTTAsync.h>

namespace telltale {

/// What the client library calls with a broker's answer to a request; `context` is the BrokerAnswer
/// that waits for it. Those whose names end in "5" are for MQTT 5. Thread  the library's.
struct MqttAnswers
{
    static constexpr int kFirstFailureReason = 0x80;

    static void connected(void *context, MQTTAsync_successData *data);
    static void connected5(void *context, MQTTAsync_successData5 *data);
    /// Of CONNECT: positive codes are the broker's return codes.
    static void refused(void *context, MQTTAsync_failureData *data);
    static void failed(void *context, MQTTAsync_failureData *data);
    static void failed5(void *context, MQTTAsync_failureData5 *data);
    static void oneSubscribed(void *context, MQTTAsync_successData *data);
    static void oneSubscribed5(void *context, MQTTAsync_successData5 *data);
    /// Refusing the only filter of a request is no failure of the request.
    static void subscriptionRefused5(void *context, MQTTAsync_failureData5 *data);
    static void unsubscribed(void *context, MQTTAsync_successData *data);
    static void unsubscribed5(void *context, MQTTAsync_successData5 *data);

    /// The library's own failure in words.
    static Error libraryError(int code, const char *message);
};

} // namespace telltale
