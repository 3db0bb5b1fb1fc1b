#pragma once

#include <chrono>
#include <cstdint>

namespace telltale {

/// Times of an MQTT connection. The defaults are what runs; tests shorten them.
struct MqttOptions
{
    /// For each layer: name, port, TLS, and the broker's answer to CONNECT and SUBSCRIBE.
    std::chrono::milliseconds connectTimeout {10'000};
    /// Whole seconds. The client library gives a silent link up after two of these and up to 2 s
    /// of its own timers, so a half-open link is known within 15 s.
    std::chrono::milliseconds keepAlive {6'000};
    std::chrono::milliseconds firstDelay {1'000}; ///< upper end of the first wait, then doubled
    std::chrono::milliseconds lastDelay {30'000};
    std::chrono::milliseconds refusedDelay {30'000}; ///< after wrong password, certificate ...
    /// A connection that held this long starts the backoff anew.
    std::chrono::milliseconds stableAfter {10'000};
    /// A loss so soon after sign-in, without a word, may be another client with the same id.
    std::chrono::milliseconds takeOverWindow {5'000};
    /// So often in a row: guessed ones then wait lastDelay each, those the broker has told of stop
    /// the connection for takeOverPause.
    int takeOverLimit = 3;
    std::chrono::milliseconds takeOverPause {600'000};
    /// A broker that seemed not to know MQTT 5 is asked for it again at an attempt after this.
    std::chrono::milliseconds olderVersionFor {600'000};

    static constexpr std::uint32_t kSessionExpirySeconds = 7 * 24 * 3600;
    /// Messages the broker may have in flight to us (stated in MQTT 5).
    static constexpr std::uint16_t kReceiveMaximum = 1000;
    /// Absolute limit of a payload; larger ones are never kept, whatever the connection says.
    static constexpr std::uint32_t kAbsolutePayloadLimit = 1U << 20U;
    /// Announced in MQTT 5: the largest payload, the longest topic, and room for properties.
    static constexpr std::uint32_t kMaximumPacket = kAbsolutePayloadLimit + 2U * 65'536U;
};

} // namespace telltale
