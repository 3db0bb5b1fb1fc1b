#include "data/payloads/tag_source.h"

namespace telltale {
namespace {

constexpr std::size_t kMaxPathBytes = 4U << 10U; ///< longer ones would make the registry unbounded

} // namespace

TagSource::Answer TagSource::find(std::string_view path, const RawMessage &message, bool mayCreate)
{
    if (const TagId known = m_registry.find(path); known.isValid()) {
        m_registry.setFamily(known, m_family);
        return {known};
    }
    if (!mayCreate)
        return {{}, Refusal::Unknown};
    if (path.size() > kMaxPathBytes
        || !m_allowance.admit(message.source, m_registry.countOf(message.source), message.arrival))
        return {{}, Refusal::Limit};
    const TagId made = m_registry.intern(path, message.source);
    m_registry.setFamily(made, m_family);
    return {made};
}

} // namespace telltale
