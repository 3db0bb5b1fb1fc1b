#pragma once

#include "data/telemetry/result.h"

#include <cstdint>
#include <string>

namespace telltale {

/// A little room kept aside in a folder, `reserve`, given up when the disk is full and nothing can
/// be opened - SQLite needs some even to read -, or the alarm journal cannot be written. Thread one
/// at a time.
class DiskReserve
{
public:
    static constexpr std::uint64_t kBytes = 8U << 20U;
    static constexpr std::uint64_t kLeftFree = 64U << 20U; ///< not kept aside if less is left

    explicit DiskReserve(const std::string &folder);

    /// Makes it if there is none and room enough.
    void keep();
    /// Gives it up; false if there was none.
    bool release();

private:
    std::string m_path;
    bool m_isKept = false;
};

/// Whether an error may pass by itself once the disk can be written again.
bool isDiskTrouble(const Error &error);

} // namespace telltale
