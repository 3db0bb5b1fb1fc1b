#pragma once

#include "data/sources/mqtt_options.h"
#include "data/telemetry/result.h"

#include <chrono>
#include <functional>
#include <optional>

namespace telltale {

/// How an attempt, or the connection it made, came to its end.
struct ConnectionEnd
{
    Error cause;
    bool isSaid = false; ///< the broker gave the cause itself
    std::optional<std::chrono::steady_clock::duration> held; ///< nothing: it never came to hold
};

/// Finds out whether another program with the same client id takes the session over again and
/// again. Some brokers say so; others (mosquitto 2.0) just end the connection of the loser, which
/// looks like the end of a broker - but a broker that ended refuses connections for a moment.
/// Thread  one.
class TakeOverWatch
{
public:
    enum class Verdict {
        No, ///< nothing, or not often enough
        Guessed, ///< lost takeOverLimit times in a row right after sign-in while the broker
                 ///< listened
        Certain, ///< the broker has said so takeOverLimit times in a row
    };

    explicit TakeOverWatch(const MqttOptions &options)
        : m_options(options)
    { }
    /// `keepsListening` is asked only after an early end without a word, and may take its time.
    Verdict judge(const ConnectionEnd &end, const std::function<bool()> &keepsListening);

private:
    const MqttOptions m_options;
    int m_said = 0; ///< in a row
    int m_guessed = 0; ///< in a row
};

} // namespace telltale
