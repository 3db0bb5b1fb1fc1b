#include "models/speaker_census.h"

#include "models/connection_rows.h"
#include "models/value_text.h"

#include "data/telemetry/live_values.h"
#include "data/telemetry/tag_registry.h"

#include <array>
#include <span>

namespace telltale {
namespace {

constexpr std::size_t kAtOnce = 5'000;
constexpr std::size_t kMeasured = 50; ///< tags per area whose cadence is asked
constexpr std::size_t kHeard = 500; ///< tags of an asset whose arrival is asked
constexpr std::size_t kKnown = 200; ///< tags per area whose family and unit are asked
constexpr std::size_t kNamed = 6;
constexpr std::size_t kFamilyColumn = 1;
constexpr QChar kNoFamily {0x2013};

QString namesOf(const std::map<std::string, std::vector<TagId>> &assets)
{
    QStringList names;
    for (const auto &[asset, tags] : assets) {
        if (names.size() == static_cast<qsizetype>(kNamed))
            return names.join(QStringLiteral(", ")) + QStringLiteral(" …");
        names << levelText(std::string_view(asset).substr(asset.rfind('/') + 1));
    }
    return names.join(QStringLiteral(", "));
}

/// Samples per second of all tags, from the cadence of the first ones.
double rateOf(const std::vector<TagId> &tags, const LiveValues &live, Timestamp now)
{
    const std::size_t measured = std::min(tags.size(), kMeasured);
    double rate = 0.0;
    for (std::size_t i = 0; i < measured; ++i) {
        const LiveValues::Value value = live.value(tags[i]);
        if (value.cadence > 0 && !value.isHeld() && !isStale(value, now))
            rate += 1e6 / static_cast<double>(value.cadence);
    }
    return measured == 0 ? 0.0
                         : rate * static_cast<double>(tags.size()) / static_cast<double>(measured);
}

/// When one of the tags last came; the earliest time if none did since the start.
Timestamp lastHeard(const std::vector<TagId> &tags, const LiveValues &live)
{
    Timestamp last {};
    for (std::size_t i = 0; i < std::min(tags.size(), kHeard); ++i) {
        const LiveValues::Value value = live.value(tags[i]);
        if (value.sample.tag.isValid() && !value.fromHistory)
            last = std::max(last, value.arrival);
    }
    return last;
}

QString familyWord(std::string_view family)
{
    static constexpr std::array<std::pair<std::string_view, const char *>, 7> kNames {
        {{"shelly", "Shelly"},
         {"zigbee2mqtt", "Zigbee2MQTT"},
         {"tasmota", "Tasmota"},
         {"senml", "SenML"},
         {"json", "JSON"},
         {"cbor", "CBOR"},
         {"msgpack", "MessagePack"}}};
    for (const auto &[name, word] : kNames) {
        if (name == family)
            return QLatin1String(word);
    }
    return family == "bare" ? SpeakerCensus::tr("Plain values") : shownText(family);
}

/// A number without a unit is half a number; states and texts need none.
bool needsUnit(const LiveValues::Value &value)
{
    return !value.sample.tag.isValid() || value.sample.flags.kind() == SampleFlags::Kind::Number
        || value.sample.flags.kind() == SampleFlags::Kind::Integer;
}

} // namespace

SpeakerCensus::SpeakerCensus(const TagRegistry &tags)
    : m_tags(tags)
{ }

bool SpeakerCensus::update()
{
    if (const std::uint64_t revision = m_tags.sourceRevision(); revision != m_sourceRevision) {
        m_sourceRevision = revision;
        m_seen = 0;
        m_areas.clear();
        m_totals.clear();
    }
    const std::size_t end = std::min(m_tags.size(), m_seen + kAtOnce);
    const bool isNew = m_seen < end;
    for (; m_seen < end; ++m_seen)
        add({static_cast<std::uint32_t>(m_seen)});
    return isNew;
}

void SpeakerCensus::add(TagId tag)
{
    const TagInfo info = m_tags.info(tag);
    const std::string asset = assetPath(info.path);
    Area &area = m_areas[{info.source, assetPath(asset)}];
    Tags &tags = area.assets[asset];
    Totals &totals = m_totals[info.source];
    totals.areas += area.tags.empty() ? 1 : 0;
    totals.assets += tags.empty() ? 1 : 0;
    ++totals.tags;
    tags.push_back(tag);
    area.tags.push_back(tag);
}

SpeakerCensus::Totals SpeakerCensus::totals(SourceId source) const
{
    const auto found = m_totals.find(source);
    return found == m_totals.end() ? Totals {} : found->second;
}

std::size_t SpeakerCensus::assets(SourceId source, const std::optional<std::string> &area) const
{
    if (!area)
        return totals(source).assets;
    const auto found = m_areas.find({source, *area});
    return found == m_areas.end() ? 0 : found->second.assets.size();
}

std::vector<TableColumn> SpeakerCensus::columns()
{
    return {{tr("Area")},       {tr("Family", "of payloads")}, {tr("Assets")},       {tr("Which")},
            {tr("Tags"), true}, {tr("Complete"), true},        {tr("Samples"), true}};
}

bool SpeakerCensus::hasFamily(const TableRow &area)
{
    return area.cells[kFamilyColumn].text != kNoFamily;
}

std::vector<TableRow> SpeakerCensus::rows(SourceId source, const LiveValues &live,
                                          Timestamp now) const
{
    std::vector<TableRow> rows;
    for (auto it = m_areas.lower_bound({source, {}});
         it != m_areas.end() && it->first.first == source && rows.size() < kMostAreas; ++it)
        rows.push_back(makeRow(it->first.second, it->second, live, now));
    return rows;
}

std::vector<TableColumn> SpeakerCensus::assetColumns()
{
    return {{tr("Asset")},
            {tr("Area")},
            {tr("Tags"), true},
            {tr("Samples"), true},
            {tr("Last heard"), true}};
}

std::vector<TableRow> SpeakerCensus::assetRows(SourceId source,
                                               const std::optional<std::string> &area,
                                               const LiveValues &live, Timestamp now) const
{
    std::vector<TableRow> rows;
    for (auto it = m_areas.lower_bound({source, area.value_or(std::string())});
         it != m_areas.end() && it->first.first == source; ++it) {
        if (area && it->first.second != *area)
            break;
        for (const auto &[path, tags] : it->second.assets) {
            if (rows.size() == kMostAssets)
                return rows;
            rows.push_back(assetRow(path, tags, live, now));
        }
    }
    return rows;
}

TableRow SpeakerCensus::assetRow(const std::string &path, const Tags &tags, const LiveValues &live,
                                 Timestamp now)
{
    const double rate = rateOf(tags, live, now);
    const Timestamp last = lastHeard(tags, live);
    const std::string area = assetPath(path);
    const QString heard = last == Timestamp {} ? QStringLiteral("–") : ageText(now - last);
    return {path,
            {{levelText(std::string_view(path).substr(path.rfind('/') + 1))},
             {area.empty() ? tr("(no area)") : shownText(area), {}, true},
             {countText(tags.size()), static_cast<qulonglong>(tags.size())},
             {ConnectionRows::rate(rate), rate},
             {heard, static_cast<qlonglong>(-toMicroseconds(last)), true}}};
}

/// Which families bring the first tags of `tags`, and how many of these have all they need.
SpeakerCensus::Described SpeakerCensus::describe(const Tags &tags, const LiveValues &live) const
{
    const std::span<const TagId> first(tags.data(), std::min(tags.size(), kKnown));
    const std::vector<TagRegistry::Known> known = m_tags.known(first);
    QStringList families;
    std::size_t complete = 0;
    for (std::size_t i = 0; i < first.size(); ++i) {
        complete += known[i].hasUnit || !needsUnit(live.value(first[i])) ? 1 : 0;
        const QString word = familyWord(known[i].family);
        if (!word.isEmpty() && !families.contains(word))
            families << word;
    }
    const double share = static_cast<double>(complete) / static_cast<double>(first.size());
    return {families.isEmpty() ? QString(kNoFamily) : families.join(QStringLiteral(", ")),
            first.size() < tags.size()
                ? QStringLiteral("≈ %1 %").arg(numberText(100 * share, 0, QLocale()))
                : countText(complete) + QLatin1Char('/') + countText(first.size()),
            share};
}

TableRow SpeakerCensus::makeRow(const std::string &path, const Area &area, const LiveValues &live,
                                Timestamp now) const
{
    const double rate = rateOf(area.tags, live, now);
    const Described described = describe(area.tags, live);
    return {path,
            {{path.empty() ? tr("(no area)") : shownText(path)},
             {described.families},
             {tr("%n asset(s)", nullptr, static_cast<int>(area.assets.size())),
              static_cast<qulonglong>(area.assets.size())},
             {namesOf(area.assets), {}, true},
             {countText(area.tags.size()), static_cast<qulonglong>(area.tags.size())},
             {described.complete, described.share},
             {ConnectionRows::rate(rate), rate}}};
}

} // namespace telltale
