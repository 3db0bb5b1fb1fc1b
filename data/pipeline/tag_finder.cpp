#include "data/pipeline/tag_finder.h"

#include "data/telemetry/topic_name.h"

namespace telltale {

Result<TagId> TagFinder::find(std::string_view path)
{
    if (m_tag.isValid() && path == m_path)
        return m_tag;
    TagId tag = m_registry->find(path);
    if (!tag.isValid()) {
        if (path.empty() || path.size() > kPathBytes || !isUtf8(path))
            return Error {Error::Code::Malformed, "a tag is 1 to 4096 bytes of UTF-8"};
        if (m_registry->size() >= kMostTags)
            return Error {Error::Code::LimitExceeded, "there are 2 000 000 tags already"};
        tag = m_registry->intern(path);
    }
    m_path = path;
    m_tag = tag;
    return tag;
}

} // namespace telltale
