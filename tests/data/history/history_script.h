#pragma once

#include "data/history/history_writer.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace telltale::test {

constexpr std::uint32_t kScriptTags = 5;

/// Batch number `index` (from 1) of an endless script, the same at every call: times go on from
/// batch to batch, some samples come twice, a few with another value.
SampleBatchPtr scriptBatch(std::uint64_t index);

/// A writer that knows the script's tags; null if the files cannot be opened.
std::unique_ptr<HistoryWriter> openScriptWriter(const HistoryWriter::Options &options,
                                                TagRegistry &registry);

/// How many batches of the script `folder` holds, committed with their numbers as positions and as
/// counter "batches", if there is one: whole ones, from the first on, and nothing else. Nothing: it
/// is not so, or something was set aside.
std::optional<std::uint64_t> scriptBatchesIn(const std::string &folder);

} // namespace telltale::test
