#include "data/sources/mqtt_answers.h"

#include "data/sources/broker_answer.h"
#include "data/sources/mqtt_reason.h"

#include <string>
#include <utility>

namespace telltale {
namespace {

void give(void *context, BrokerAnswer::Content content)
{
    static_cast<BrokerAnswer *>(context)->give(std::move(content));
}

} // namespace

Error MqttAnswers::libraryError(int code, const char *message)
{
    std::string words = message ? message : "";
    if (words.empty() && MQTTAsync_strerror(code))
        words = MQTTAsync_strerror(code);
    return {Error::Code::ConnectionLost,
            "the connection ended before the broker answered"
                + (words.empty() ? std::string() : " (" + words + ")")};
}

void MqttAnswers::connected(void *context, MQTTAsync_successData *data)
{
    give(context, {{}, {}, data && data->alt.connect.sessionPresent != 0});
}

void MqttAnswers::connected5(void *context, MQTTAsync_successData5 *data)
{
    give(context, {{}, {}, data && data->alt.connect.sessionPresent != 0});
}

void MqttAnswers::refused(void *context, MQTTAsync_failureData *data)
{
    const int code = data ? data->code : MQTTASYNC_FAILURE;
    const char *message = data ? data->message : nullptr;
    give(context, {code > 0 ? describeReturnCode(code) : libraryError(code, message), {}, false});
}

void MqttAnswers::failed(void *context, MQTTAsync_failureData *data)
{
    const int code = data ? data->code : MQTTASYNC_FAILURE;
    if (code >= kFirstFailureReason)
        return give(context, {{}, {code}, false});
    give(context, {libraryError(code, data ? data->message : nullptr), {}, false});
}

void MqttAnswers::failed5(void *context, MQTTAsync_failureData5 *data)
{
    const int code = data ? data->code : MQTTASYNC_FAILURE;
    const int reason = data ? static_cast<int>(data->reasonCode) : 0;
    if (reason < kFirstFailureReason)
        return give(context, {libraryError(code, data ? data->message : nullptr), {}, false});
    give(context, {describeReason(reason), {reason}, false});
}

void MqttAnswers::subscriptionRefused5(void *context, MQTTAsync_failureData5 *data)
{
    const int reason = data ? static_cast<int>(data->reasonCode) : 0;
    if (reason < kFirstFailureReason)
        return failed5(context, data);
    give(context, {{}, {reason}, false});
}

void MqttAnswers::oneSubscribed(void *context, MQTTAsync_successData *data)
{
    give(context, {{}, {data ? data->alt.qos : 0}, false});
}

void MqttAnswers::oneSubscribed5(void *context, MQTTAsync_successData5 *data)
{
    give(context, {{}, {data ? static_cast<int>(data->reasonCode) : 0}, false});
}

void MqttAnswers::unsubscribed(void *context, MQTTAsync_successData *)
{
    give(context, {});
}

void MqttAnswers::unsubscribed5(void *context, MQTTAsync_successData5 *)
{
    give(context, {});
}

} // namespace telltale
