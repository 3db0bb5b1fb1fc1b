#pragma once

#include "data/telemetry/sample_batch.h"
#include "data/telemetry/tag_registry.h"

#include <functional>
#include <string>

namespace telltale::bench {

/// The shared data sets in order of arrival, in batches of about 20,000 samples; tags are put into
/// the registry as they come. `take` gets each batch.
/// Errors  false: the file is not there or has a row of another form.
using TakeBatch = std::function<void(const SampleBatchPtr &)>;

/// Twelve stations, hourly, four years; one column is text.
bool readBeijing(const std::string &folder, TagRegistry &registry, const TakeBatch &take);
/// Twelve nodes of three rooms, every few seconds, ms; eight columns, four of them 0, 1, 2 ...
bool readRooms(const std::string &folder, TagRegistry &registry, const TakeBatch &take);
/// One turbine, ten minutes, one year, four columns.
bool readWind(const std::string &folder, TagRegistry &registry, const TakeBatch &take);
/// Twenty machines, hourly, 90 days, four columns.
bool readAzure(const std::string &folder, TagRegistry &registry, const TakeBatch &take);

} // namespace telltale::bench
