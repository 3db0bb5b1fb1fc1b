#pragma once

#include "app/demo/water_plant.h"

#include <optional>
#include <string>
#include <utility>

namespace telltale {

/// A plant kept in a file, so that the next start goes on where this one was.
/// Thread  one.
class PlantFile
{
public:
    /// An empty path keeps nothing.
    explicit PlantFile(std::string path)
        : m_path(std::move(path))
    { }

    /// Replaces the file in one step. What cannot be written is left as it was: the next start has
    /// more to make up for.
    void save(WaterPlant plant) const;
    /// Nothing if there is none that can be read.
    std::optional<WaterPlant> load() const;

private:
    std::string m_path;
};

} // namespace telltale
