#pragma once

#include "data/payloads/family_tools.h"

namespace telltale {

/// What a Tasmota document says about its own units.
struct TasmotaUnits
{
    std::string temperature = "°C";
    std::string pressure = "hPa";
};

/// The units stated by the object at `object`.
TasmotaUnits tasmotaUnits(const ValueTree &tree, std::uint32_t object);

/// The unit of a member; empty: none. `name` is its own name or, of a plain payload, its topic's.
std::string_view tasmotaUnit(const Member &member, std::string_view name,
                             const TasmotaUnits &units);

} // namespace telltale
