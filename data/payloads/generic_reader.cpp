#include "data/payloads/generic_reader.h"

#include "data/payloads/bare_value.h"
#include "data/payloads/cbor_reader.h"
#include "data/payloads/json_reader.h"
#include "data/payloads/message_pack_reader.h"
#include "data/telemetry/payload_remedy.h"

#include <simdjson.h>

namespace telltale {
namespace {

bool beginsDocument(std::string_view text)
{
    return text.starts_with('{') || text.starts_with('[');
}

GenericReading readText(std::string_view payload, ValueTree &tree)
{
    const std::string_view text = withoutMark(payload);
    if (beginsDocument(trimmed(text))) {
        ReadProblem problem = JsonReader(text, tree).read();
        problem.at += payload.size() - text.size();
        return {GenericForm::Json, problem};
    }
    if (isBareText(text))
        return {GenericForm::Bare, readBareValue(text, tree)};
    return {};
}

/// Bytes are CBOR or MessagePack if they are wholly that; what is neither may still exceed a limit.
GenericReading readBytes(std::string_view payload, ValueTree &tree)
{
    if (beginsDocument(trimmed(withoutMark(payload)))) {
        const ReadProblem problem {ReadProblem::Kind::Malformed, 0, PayloadFault::kNotUtf8};
        return {GenericForm::Json, problem};
    }
    const ReadProblem asCbor = CborReader(payload, tree).read();
    if (!asCbor)
        return {GenericForm::Cbor, {}};
    const ReadProblem asMessagePack = MessagePackReader(payload, tree).read();
    if (!asMessagePack)
        return {GenericForm::MessagePack, {}};
    if (asCbor.kind == ReadProblem::Kind::Limit)
        return {GenericForm::Cbor, asCbor};
    if (asMessagePack.kind == ReadProblem::Kind::Limit)
        return {GenericForm::MessagePack, asMessagePack};
    return {};
}

} // namespace

GenericReading readGeneric(std::string_view payload, ValueTree &tree)
{
    if (simdjson::validate_utf8(payload.data(), payload.size())) {
        const GenericReading reading = readText(payload, tree);
        if (reading.form != GenericForm::Unknown)
            return reading;
    }
    return readBytes(payload, tree);
}

} // namespace telltale
