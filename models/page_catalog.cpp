#include "models/page_catalog.h"

#include "models/tag_role.h"
#include "models/value_text.h"

#include "data/telemetry/live_values.h"
#include "data/telemetry/path_pattern.h"
#include "data/telemetry/tag_registry.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

/// The pages are in a static library: nobody else would pull them in. Outside of the namespace.
static void initializePages()
{
    Q_INIT_RESOURCE(pages);
}

namespace telltale {
namespace {

constexpr int kTypeWorth = 1000; ///< more than any number of roles and names

std::map<std::string, std::string> builtInPages()
{
    initializePages();
    std::map<std::string, std::string> texts;
    const QDir folder(QStringLiteral(":/pages"));
    for (const QString &name : folder.entryList()) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            texts[name.chopped(5).toStdString()] = file.readAll().toStdString();
    }
    return texts;
}

/// The title of a built-in page in the language of the program.
std::string translated(const std::string &title)
{
    static constexpr std::array kTitles {QT_TRANSLATE_NOOP("BuiltInPages", "Running")};
    const auto *const found = std::find(kTitles.begin(), kTitles.end(), std::string_view(title));
    return found == kTitles.end()
        ? title
        : QCoreApplication::translate("BuiltInPages", *found).toStdString();
}

/// What an asset offers to a page's conditions.
struct Traits
{
    std::string type;
    std::set<std::string_view> roles;
    std::vector<std::string> paths;
    bool isArea = true;
};

Traits traitsOf(const Plant &plant, const std::string &asset, const std::vector<TagId> &tags,
                const std::string &type)
{
    Traits traits;
    traits.type = type;
    for (const TagId tag : tags) {
        const TagInfo info = plant.tags->info(tag);
        if (assetPath(info.path) == asset)
            traits.isArea = false;
        if (const std::size_t role = roleOf(info); role < tagRoles().size())
            traits.roles.insert(tagRoles()[role].name);
        traits.paths.push_back(info.path);
    }
    return traits;
}

bool hasType(const PageDescription &page, const Traits &traits)
{
    const std::string type = shownText(traits.type).toLower().toStdString();
    return std::any_of(page.types.begin(), page.types.end(), [&](const std::string &wanted) {
        return PathPattern(shownText(wanted).toLower().toStdString()).matches(type);
    });
}

bool hasName(const Traits &traits, const std::string &name)
{
    const PathPattern pattern("**/" + name);
    return std::any_of(traits.paths.begin(), traits.paths.end(),
                       [&](const std::string &path) { return pattern.matches(path); });
}

/// How well a page fits; negative: not at all.
int fit(const PageDescription &page, const Traits &traits)
{
    const auto scope = traits.isArea ? PageDescription::Scope::Area : PageDescription::Scope::Asset;
    const bool fits = page.scope == scope && (page.types.empty() || hasType(page, traits))
        && std::all_of(page.roles.begin(), page.roles.end(),
                       [&](const std::string &role) { return traits.roles.contains(role); })
        && std::all_of(page.names.begin(), page.names.end(),
                       [&](const std::string &name) { return hasName(traits, name); });
    if (!fits)
        return -1;
    return static_cast<int>(page.roles.size() + page.names.size())
        + (page.types.empty() ? 0 : kTypeWorth);
}

bool isKindOfAsset(std::string_view path)
{
    return path.ends_with("/type") || path.ends_with("/model");
}

} // namespace

PageCatalog::PageCatalog(const std::map<std::string, std::string> &own)
{
    for (const auto &[file, text] : own) {
        if (Result<PageDescription> page = readPage(file, text); page.ok())
            m_pages.push_back(std::move(page).value());
    }
    m_ours = m_pages.size();
    for (const auto &[file, text] : builtInPages()) {
        const bool isReplaced
            = std::any_of(m_pages.begin(), m_pages.begin() + static_cast<std::ptrdiff_t>(m_ours),
                          [&](const PageDescription &page) { return page.file == file; });
        Result<PageDescription> page = readPage(file, text);
        Q_ASSERT(page.ok());
        if (!isReplaced && page.ok())
            m_pages.push_back(std::move(page).value());
    }
}

const PageDescription &PageCatalog::page(const std::string &file) const
{
    const auto found = std::find_if(m_pages.begin(), m_pages.end(),
                                    [&](const PageDescription &page) { return page.file == file; });
    Q_ASSERT(found != m_pages.end());
    return *found;
}

PageDescription PageCatalog::forAsset(const Plant &plant, const std::string &asset,
                                      const std::vector<TagId> &tags, const std::string &type) const
{
    const Traits traits = traitsOf(plant, asset, tags, type);
    const PageDescription *best = &page("asset");
    int most = -1;
    for (const PageDescription &page : m_pages) {
        if (const int here = fit(page, traits); here > most) {
            most = here;
            best = &page;
        }
    }
    PageDescription shown = *best;
    const bool isBuiltIn = static_cast<std::size_t>(best - m_pages.data()) >= m_ours;
    for (TileDescription &tile : shown.tiles)
        tile.title = isBuiltIn ? translated(tile.title) : tile.title;
    return shown;
}

Outcome checkPageFile(const std::string &file, std::string_view text)
{
    const Result<PageDescription> page = readPage(file, text);
    return page.ok() ? Outcome() : Outcome(page.error());
}

std::string assetType(const Plant &plant, const std::string &asset, const std::vector<TagId> &tags)
{
    for (const TagId tag : tags) {
        const std::string path = plant.tags->path(tag);
        if (!isKindOfAsset(path) || assetPath(path) != asset)
            continue;
        const Sample sample = plant.live->value(tag).sample;
        const auto *text = std::get_if<std::string>(&sample.side);
        if (sample.tag.isValid() && text && sample.flags.kind() == SampleFlags::Kind::Text)
            return *text;
    }
    return {};
}

} // namespace telltale
