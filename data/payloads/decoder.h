#pragma once

#include "data/payloads/decoder_options.h"
#include "data/telemetry/sample.h"
#include "data/telemetry/timestamp.h"

#include <string>
#include <string_view>
#include <vector>

namespace telltale {

/// One message as a decoder sees it. Views are valid during the call only.
struct RawMessage
{
    std::string_view topic;
    std::string_view payload;
    Timestamp arrival;
    SourceId source;
    std::uint8_t flags = 0; ///< SampleFlags::kRetained, kRedelivered as they apply to its samples
};

/// A sample before its tag has an id.
struct DecodedSample
{
    std::string tag; ///< full path
    Timestamp time;
    double value = 0.0;
    Quality quality;
    SampleFlags flags;
    SideValue side;
    std::string unit; ///< empty: not stated
    std::string qualityName; ///< the source's own status name, where quality says SourceStatus
    Timestamp stated {}; ///< what the source said, where its time was replaced
};

/// Something a message says that is no sample (payloads.md section 1, "Events").
struct DecodedEvent
{
    enum class Kind { Online, Offline, Birth, Death, RebirthNeeded, Metadata, Command, Error };
    Kind kind = Kind::Error;
    std::string asset;
    std::string detail;

    bool isGoodbye() const { return kind == Kind::Offline || kind == Kind::Death; }
};

/// What one message became: wholly decoded, or one Error event and no samples.
struct Decoded
{
    std::vector<DecodedSample> samples;
    std::vector<DecodedEvent> events;
    std::uint32_t timesReplaced = 0;
    std::uint32_t duplicateMembers = 0;
    void clear();
};

/// One payload family: one file, one line in the table of payload_families.cpp. Made per source,
/// with the options of that source.
/// Thread  one; an instance keeps what earlier messages of its source taught it.
class Decoder
{
public:
    enum class Verdict { Decoded, NotMine };
    virtual ~Decoder() = default;
    /// Fills `out` if the message is of this family. Broken bytes of the family are Decoded with an
    /// Error event; NotMine passes the message on to the next family.
    virtual Verdict decode(const RawMessage &message, Decoded &out) = 0;
};

} // namespace telltale
