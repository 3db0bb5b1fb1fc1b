#include "models/page_description.h"

#include "models/page_binding.h"
#include "models/tag_role.h"

#include "data/json/json_members.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace telltale {
namespace {

constexpr std::size_t kMostTiles = 200;
constexpr std::size_t kMostWords = 64; ///< in a list of types, roles, names, trends
constexpr std::size_t kLongestText = 1024; ///< bytes, as a topic
constexpr int kMostRows = 20;

using Source = TileKind::Source;

constexpr std::array kKinds {
    TileKind {"value", Source::TagOrJoined},
    TileKind {"target", Source::TagOrJoined, true},
    TileKind {"state", Source::Tag},
    TileKind {"count", Source::Pattern},
};

constexpr std::array<std::string_view, 4> kAggregates {"sum", "mean", "min", "max"};

Error malformed(const std::string &where, const std::string &why)
{
    return {Error::Code::Malformed, where + ": " + why};
}

std::string inQuotes(std::string_view text)
{
    return '"' + std::string(text) + '"';
}

/// "should be one of a, b, c"
template <typename Names> std::string oneOf(const char *member, const Names &names)
{
    std::string words = inQuotes(member) + " should be one of";
    const char *before = " ";
    for (const std::string_view name : names) {
        words += before + std::string(name);
        before = ", ";
    }
    return words;
}

std::vector<std::string_view> roleNames()
{
    std::vector<std::string_view> names;
    for (const TagRole &role : tagRoles())
        names.push_back(role.name);
    return names;
}

std::vector<std::string_view> kindNames()
{
    std::vector<std::string_view> names;
    for (const TileKind &kind : kKinds)
        names.push_back(kind.name);
    return names;
}

Outcome checkLength(const std::string &where, const char *member, const std::string &text)
{
    if (text.size() <= kLongestText)
        return {};
    return Error {Error::Code::LimitExceeded,
                  where + ": " + inQuotes(member) + " has more than " + std::to_string(kLongestText)
                      + " bytes"};
}

Outcome checkAggregate(const TileDescription &tile, const TileKind &kind, const std::string &where)
{
    if (tile.aggregate.empty())
        return {};
    if (tile.tag.empty() || kind.source != Source::TagOrJoined)
        return malformed(where,
                         "\"aggregate\" goes with a pattern as \"tag\" of a value or a target");
    const bool isKnown
        = std::find(kAggregates.begin(), kAggregates.end(), tile.aggregate) != kAggregates.end();
    return isKnown ? Outcome() : malformed(where, oneOf("aggregate", kAggregates));
}

Outcome checkTile(const TileDescription &tile, const std::string &where)
{
    const TileKind *kind = findTileKind(tile.kind);
    if (!kind)
        return malformed(where, oneOf("kind", kindNames()));
    const int ways
        = (tile.tag.empty() ? 0 : 1) + (tile.role.empty() ? 0 : 1) + (tile.name.empty() ? 0 : 1);
    if (ways != 1)
        return malformed(where, "should have exactly one of \"tag\", \"role\" and \"name\"");
    if (!tile.role.empty() && findRole(tile.role) == tagRoles().size())
        return malformed(where, oneOf("role", roleNames()));
    if (kind->source == Source::Pattern && tile.tag.empty())
        return malformed(where, "a tile of kind " + inQuotes(tile.kind) + " needs a \"tag\"");
    if (kind->hasTarget != tile.target.has_value())
        return malformed(where, "\"target\" and the kind \"target\" go together");
    for (const auto &[member, text] : {std::pair("tag", tile.tag), std::pair("name", tile.name),
                                       std::pair("title", tile.title)}) {
        if (Outcome length = checkLength(where, member, text); !length.ok())
            return length;
    }
    return checkAggregate(tile, *kind, where);
}

/// A tile that says no kind is of that for a target if it has one.
Result<TileDescription> readTile(const QJsonValue &value, const std::string &where)
{
    if (!value.isObject())
        return malformed(where, "should be an object { ... }");
    TileDescription tile;
    tile.kind.clear();
    JsonMembers members(value.toObject(), where);
    members.text("kind", tile.kind);
    members.text("tag", tile.tag);
    members.text("role", tile.role);
    members.text("name", tile.name);
    members.text("aggregate", tile.aggregate);
    members.text("title", tile.title);
    members.number("target", tile.target);
    if (const Outcome done = members.finish(); !done.ok())
        return done.error();
    if (tile.kind.empty())
        tile.kind = tile.target ? "target" : "value";
    if (const Outcome right = checkTile(tile, where); !right.ok())
        return right.error();
    return tile;
}

Outcome readTiles(const QJsonValue &value, PageDescription &page)
{
    if (value.isUndefined())
        return {};
    if (!value.isArray())
        return malformed(page.file, "\"tiles\" should be a list");
    const QJsonArray list = value.toArray();
    if (list.size() > static_cast<qsizetype>(kMostTiles))
        return Error {Error::Code::LimitExceeded,
                      page.file + ": more than " + std::to_string(kMostTiles) + " tiles"};
    for (qsizetype i = 0; i < list.size(); ++i) {
        Result<TileDescription> tile = readTile(list.at(i), "tile " + std::to_string(i + 1));
        if (!tile.ok())
            return tile.error();
        page.tiles.push_back(std::move(tile).value());
    }
    return {};
}

Outcome readScope(const std::string &word, PageDescription &page)
{
    if (page.file == "overview") {
        page.scope = PageDescription::Scope::Overview;
        return word.empty() ? Outcome()
                            : malformed("page", "the overview has no \"for\": its name says it");
    }
    if (word == "area")
        page.scope = PageDescription::Scope::Area;
    else if (!word.empty() && word != "asset")
        return malformed("page", "\"for\" should be asset or area");
    return {};
}

Outcome checkWords(const PageDescription &page)
{
    const auto isUnknown
        = [](const std::string &role) { return findRole(role) == tagRoles().size(); };
    for (const auto &[member, list] :
         {std::pair("types", &page.types), std::pair("roles", &page.roles),
          std::pair("names", &page.names), std::pair("trends", &page.trends)}) {
        if (list->size() > kMostWords)
            return Error {Error::Code::LimitExceeded,
                          "page: " + inQuotes(member) + " has more than " + std::to_string(kMostWords)
                              + " entries"};
        for (const std::string &word : *list) {
            if (Outcome length = checkLength("page", member, word); !length.ok())
                return length;
        }
    }
    if (std::any_of(page.roles.begin(), page.roles.end(), isUnknown))
        return malformed("page", oneOf("roles", roleNames()));
    if (std::any_of(page.trends.begin(), page.trends.end(), isUnknown))
        return malformed("page", oneOf("trends", roleNames()));
    return {};
}

Outcome checkPage(const PageDescription &page)
{
    if (Outcome words = checkWords(page); !words.ok())
        return words;
    if (!page.fill.empty() && !findFillRule(page.fill))
        return malformed("page", oneOf("fill", fillRuleNames()));
    if (page.tiles.empty() && page.fill.empty())
        return malformed("page", "shows nothing: give it \"tiles\", \"fill\" or both");
    const bool isForTypes = page.scope != PageDescription::Scope::Overview;
    for (const TileDescription &tile : page.tiles) {
        if (!isForTypes && tile.tag.empty())
            return malformed("page", "tiles of the overview need a \"tag\": it is of no one asset");
    }
    return {};
}

} // namespace

std::span<const TileKind> tileKinds()
{
    return kKinds;
}

const TileKind *findTileKind(std::string_view name)
{
    const auto *const found = std::find_if(kKinds.begin(), kKinds.end(),
                                           [&](const TileKind &kind) { return kind.name == name; });
    return found == kKinds.end() ? nullptr : found;
}

Result<PageDescription> readPage(const std::string &file, std::string_view text)
{
    Result<QJsonObject> object = readDocument(text);
    if (!object.ok())
        return object.error();
    PageDescription page;
    page.file = file;
    if (const Outcome tiles = readTiles(object->take(QStringLiteral("tiles")), page); !tiles.ok())
        return tiles.error();
    std::string scope;
    JsonMembers members(object.value(), "page");
    members.text("for", scope);
    members.texts("types", page.types);
    members.texts("roles", page.roles);
    members.texts("names", page.names);
    members.text("fill", page.fill);
    members.texts("trends", page.trends);
    members.integer("rows", page.rows, 0, kMostRows);
    if (const Outcome done = members.finish(); !done.ok())
        return done.error();
    if (const Outcome scoped = readScope(scope, page); !scoped.ok())
        return scoped.error();
    if (const Outcome right = checkPage(page); !right.ok())
        return right.error();
    return page;
}

} // namespace telltale
