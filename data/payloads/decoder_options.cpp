#include "data/payloads/decoder_options.h"

namespace telltale {

void SourceOptions::set(SourceId source, const DecoderOptions &options)
{
    const std::lock_guard lock(m_mutex);
    if (DecoderOptions &known = m_options[source]; known != options) {
        known = options;
        m_version.fetch_add(1, std::memory_order_release);
    }
}

DecoderOptions SourceOptions::of(SourceId source) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_options.find(source);
    return found == m_options.end() ? DecoderOptions {} : found->second;
}

} // namespace telltale
