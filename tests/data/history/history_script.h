#pragma once

#include "data/telemetry/sample_batch.h"

#include <cstdint>

namespace telltale::test {

constexpr std::uint32_t kScriptTags = 5;

/// Batch number `index` (from 1) of an endless script, the same at every call: times go on from
/// batch to batch, some samples come twice, a few with another value.
SampleBatchPtr scriptBatch(std::uint64_t index);

} // namespace telltale::test
