#pragma once

#include "data/alarms/alarm_instance.h"
#include "data/telemetry/sample.h"

#include <string_view>

namespace telltale {

/// What an alarm sees of one sample.
struct AlarmSample
{
    enum class Type : std::uint8_t { Number, Boolean, Text };
    AlarmTime time = 0; ///< event time
    double value = 0.0;
    std::string_view text;
    Type type = Type::Number;
    Quality::Status quality = Quality::Status::Good;
    bool isRepeat = false; ///< retained without a time of its own: the same value says nothing new
};

/// Of a sample as it is recorded; `side` is its side value, or null, and outlives what is made.
AlarmSample alarmSampleOf(AlarmTime time, double value, Quality quality, SampleFlags flags,
                          const SideValue *side);

/// A tag some rule reads: its newest evaluated sample and who reads it.
struct AlarmInput
{
    enum class Use : std::uint8_t { Value, Setpoint, Suppressor };
    struct Reader
    {
        std::uint32_t alarm;
        Use use;
    };

    std::string path;
    SourceId source;
    std::vector<Reader> readers; ///< in rule order
    bool isUnsaved = false;

    AlarmTime newest = kNoTime; ///< event time; kNoTime: nothing came yet
    double value = 0.0;
    std::string text;
    AlarmSample::Type type = AlarmSample::Type::Number;
    Quality::Status quality = Quality::Status::Good;
    double goodNumber = 0.0; ///< the newest good value that was a number
    bool hasGoodNumber = false;

    template <typename Codec> void visit(Codec &codec)
    {
        std::uint64_t version = 1;
        codec(version);
        codec(newest), codec(value), codec(text), codec(type), codec(quality);
        codec(goodNumber), codec(hasGoodNumber);
    }

    bool isSame(const AlarmSample &sample) const
    {
        return type == sample.type && quality == sample.quality && text == sample.text
            && (value == sample.value || (value != value && sample.value != sample.value));
    }
    void take(const AlarmSample &sample, AlarmTime te);
    bool isBad() const; ///< by its quality, or no number at all
    bool isBadNumber() const { return isBad() || type != AlarmSample::Type::Number; }
};

} // namespace telltale
