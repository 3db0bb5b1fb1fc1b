#pragma once

#include "data/payloads/tag_allowance.h"
#include "data/telemetry/tag_registry.h"

#include <string_view>

namespace telltale {

/// Tags by path for one decoder: those that exist, and new ones as far as their source may have
/// them.
/// Thread  one; the registry takes care of itself.
class TagSource
{
public:
    enum class Refusal { None, Unknown, Limit };
    struct Answer
    {
        TagId tag;
        Refusal refusal = Refusal::None; ///< why there is no tag
    };

    TagSource(TagRegistry &registry, const BatchDecoder::Limits &limits)
        : m_registry(registry)
        , m_allowance(limits)
    { }
    /// The tag at `path`. With `mayCreate` false (a bad sample without a value) only one that
    /// exists.
    Answer find(std::string_view path, const RawMessage &message, bool mayCreate);
    /// What brings the tags that are asked for from now on; a name that lives as long as the
    /// program.
    void setFamily(std::string_view family) { m_family = family; }
    TagRegistry &registry() { return m_registry; }

private:
    TagRegistry &m_registry;
    TagAllowance m_allowance;
    std::string_view m_family;
};

} // namespace telltale
