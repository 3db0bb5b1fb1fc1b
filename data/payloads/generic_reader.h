#pragma once

#include "data/payloads/value_tree.h"

namespace telltale {

/// Which of the generic forms a payload had (payloads.md sections 1 and 15).
enum class GenericForm { Json, Bare, Cbor, MessagePack, Unknown };

struct GenericReading
{
    GenericForm form = GenericForm::Unknown; ///< Unknown: bytes nobody described
    ReadProblem problem; ///< why it could not be read though it is of this form
};

/// Reads a payload of no particular family into `tree`. The payload must not be empty.
/// Thread  one per tree.
GenericReading readGeneric(std::string_view payload, ValueTree &tree);

} // namespace telltale
