#pragma once

#include "data/sources/mqtt_options.h"
#include "data/sources/source.h"
#include "data/telemetry/clock.h"

#include <memory>

namespace telltale {

/// A Source that subscribes to an MQTT broker. All that is handed in outlives it.
std::unique_ptr<Source> makeMqttSource(ConnectionConfig connection, RawJournal &journal,
                                       CredentialStore &credentials, const Clock &clock);

/// The same with other times.
std::unique_ptr<Source> makeMqttSource(ConnectionConfig connection, RawJournal &journal,
                                       CredentialStore &credentials, const Clock &clock,
                                       const MqttOptions &options);

} // namespace telltale
