#pragma once

#include "data/payloads/decimal_seconds.h"
#include "data/payloads/decoder.h"
#include "data/payloads/family_tools.h"
#include "data/payloads/value_tree.h"

#include <map>
#include <memory>
#include <set>
#include <string>

namespace telltale {

/// SenML packs in JSON or CBOR (payloads.md section 14, RFC 8428), on any topic.
/// Thread  one.
class SenmlDecoder final : public Decoder
{
public:
    static bool mayTake(std::string_view) { return true; }
    /// Packs are arrays.
    static bool mayHold(std::string_view payload);
    static std::unique_ptr<Decoder> create(const DecoderOptions &)
    {
        return std::make_unique<SenmlDecoder>();
    }

    Verdict decode(const RawMessage &message, Decoded &out) override;

private:
    /// One record with what base members added to it.
    struct Record
    {
        std::string name;
        std::string unit; ///< as sent
        SampleTime time;
        const TreeValue *value = nullptr; ///< of v, vs or vb
        const TreeValue *sum = nullptr;
        double baseValue = 0.0;
        double baseSum = 0.0;
    };
    /// Base members in force.
    struct Base
    {
        std::string name;
        std::string unit;
        DecimalSeconds time;
        double value = 0.0;
        double sum = 0.0;
    };

    bool readPack(std::string_view payload);
    void nameLabels();
    bool isPack() const;
    const char *readRecords(Timestamp arrival);
    const char *checkMembers(std::uint32_t record, Base &base) const;
    const char *readRecord(std::uint32_t record, const Base &base, Timestamp arrival);
    void store(std::string_view topic, Decoded &out) const;
    std::string pathOf(std::string_view topic, const Record &record) const;

    ValueTree m_tree;
    std::vector<Record> m_records;
    std::map<std::string, std::set<std::string>> m_unitsOf; ///< units of each name in the pack
};

} // namespace telltale
