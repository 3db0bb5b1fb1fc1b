#include "data/payloads/payload_families.h"

#include <array>

namespace telltale {
namespace {

/// One line per family, in the order of payloads.md section 1, "Which family".
constexpr std::array<PayloadFamily, 0> kFamilies {};

} // namespace

std::span<const PayloadFamily> payloadFamilies()
{
    return kFamilies;
}

} // namespace telltale
