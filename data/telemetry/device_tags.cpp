#include "data/telemetry/device_tags.h"

#include <functional>

namespace telltale {

/// A tag of one level has no device: it stands for itself.
void DeviceTags::add(std::string_view path)
{
    const auto tag = static_cast<std::uint32_t>(m_firstOf.size());
    const std::size_t slash = path.rfind('/');
    if (slash == std::string_view::npos) {
        m_firstOf.push_back(tag);
        return;
    }
    const std::uint64_t device = std::hash<std::string_view>()(path.substr(0, slash));
    m_firstOf.push_back(m_devices.try_emplace(device, tag).first->second);
}

} // namespace telltale
