#pragma once

#include "tests/bench/client_watch.h"

#include "data/alarms/alarm_board.h"
#include "data/pipeline/pipeline.h"
#include "data/sources/credential_store.h"
#include "data/telemetry/live_values.h"
#include "data/telemetry/status_board.h"
#include "data/telemetry/tag_registry.h"

#include <memory>
#include <string>

namespace telltale::bench {

/// The whole path with what it feeds: journal, decoding, live values, alarms, history on disk.
/// Thread  open and stop from one; watchMessages from any.
struct RiverRig
{
    /// Opens, connects to the broker on `port` at QoS 0 and waits until it is subscribed.
    bool open(const std::string &folder, std::uint16_t port);
    /// Until `count` messages are received and stored.
    ClientResult watchMessages(std::uint64_t count);
    /// Of the one connection; as if off until it is made, on a thread of the pipeline's.
    ConnectionStatus connectionStatus() const;

    TagRegistry registry;
    LiveValues live;
    AlarmBoard alarms;
    StatusBoard status;
    ProblemList problems;
    std::unique_ptr<CredentialStore> credentials = makeCredentialStore();
    std::unique_ptr<Pipeline> pipeline;
};

} // namespace telltale::bench
