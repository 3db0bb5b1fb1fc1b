#pragma once

#include "data/telemetry/result.h"

#include <string>

namespace telltale {

/// A folder `telltale-demo-<process>-XXXXXX` for the demo broker's configuration; removed with this
/// object. The name carries the process it belongs to.
class DemoFolder
{
public:
    static Result<DemoFolder> make(const std::string &root);
    DemoFolder(DemoFolder &&other) noexcept;
    DemoFolder &operator=(DemoFolder &&other) noexcept;
    ~DemoFolder();

    const std::string &path() const { return m_path; }
    std::string configFile() const { return m_path + "/mosquitto.conf"; }

private:
    explicit DemoFolder(std::string path)
        : m_path(std::move(path))
    { }
    std::string m_path;
};

/// $XDG_RUNTIME_DIR if it can be written, else /tmp.
std::string demoRoot();

/// Ends the brokers and removes the folders below `root` whose process is dead, and nothing else.
/// Returns how many of both there were.
int sweepDemoBrokers(const std::string &root);

} // namespace telltale
