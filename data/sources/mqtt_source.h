#pragma once

#include "data/sources/mqtt_options.h"
#include "data/sources/source.h"

#include <memory>

namespace telltale {

/// A Source that subscribes to an MQTT broker.
std::unique_ptr<Source> makeMqttSource(const ConnectionConfig &connection,
                                       const SourceDoors &doors);

/// The same with other times.
std::unique_ptr<Source> makeMqttSource(const ConnectionConfig &connection, const SourceDoors &doors,
                                       const MqttOptions &options);

/// Errors  Malformed, NotPermitted: what is wrong with the address or a topic filter, and what to
///         write instead.
Outcome checkMqttConnection(const ConnectionConfig &connection);

} // namespace telltale
