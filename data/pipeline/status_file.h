#pragma once

#include "data/telemetry/result.h"
#include "data/telemetry/status_board.h"

#include <string>

namespace telltale {

/// The newest PlantStatus of a data folder, `status.json`, for other processes. Not synced: it is
/// only the present.
/// Thread  write(): one at a time; read(): any.
class StatusFile
{
public:
    explicit StatusFile(const std::string &dataFolder);

    /// Replaces the file in one step, or on a full disk writes over it, which needs no room: with
    /// the lists as far as they fit.
    void write(const PlantStatus &status) const;
    /// Errors  NotFound: nothing ever ran here; Malformed, DiskError.
    Result<PlantStatus> read() const;

private:
    void writeOver(PlantStatus status) const;
    std::string m_path;
};

/// How a data folder stands: what its owner said last, at most 1 s ago; when nobody owns it, what
/// is stored, with sums that hold.
/// Errors  nothing readable is stored.
Result<PlantStatus> statusOf(const std::string &dataFolder);

} // namespace telltale
