#include "models/asset_facts.h"

#include "models/alarm_words.h"
#include "models/connection_rows.h"
#include "models/gap_words.h"
#include "models/value_text.h"

#include "data/telemetry/future_limit.h"
#include "data/telemetry/live_values.h"
#include "data/telemetry/status_board.h"
#include "data/telemetry/tag_registry.h"

#include <algorithm>

namespace telltale {
namespace {

constexpr std::size_t kTexts = 4;
constexpr std::size_t kTagsLookedAt = 256;

struct Event
{
    Timestamp at;
    QString words;
};

QString wordsOf(const AlarmJournalEntry &entry, std::string_view page)
{
    QString words = AlarmWords::journalType(entry.type) + QStringLiteral(": ");
    const std::string asset = assetPath(entry.tag);
    if (!asset.empty() && asset != page)
        words += assetTitle(asset, page) + QStringLiteral(" · ");
    words += AlarmWords::title(entry.alarm, entry.title);
    if (!entry.by.empty())
        words += QStringLiteral(" · ") + shownText(entry.by);
    return words;
}

/// The newest ones, at most `most`.
std::vector<Event> notedUntil(Timestamp now, const std::vector<AlarmJournalEntry> &entries,
                              std::string_view page, std::size_t most)
{
    std::vector<Event> noted;
    for (const AlarmJournalEntry &entry : entries) {
        if (noted.size() == most)
            break;
        const Timestamp at = entry.hasEventTime ? entry.eventTime : entry.time;
        if (at <= now)
            noted.push_back({at, wordsOf(entry, page)});
    }
    return noted;
}

Event eventOf(const HistoryGap &gap, const Plant &plant, std::string_view page, Timestamp now)
{
    const bool hasBegin = gap.range.from != Timestamp::min();
    const QString why = gapWords(gap, now);
    return {hasBegin ? gap.range.from : std::min(gap.range.to, now),
            !gap.tag.isValid() ? AssetFacts::tr("Not received: %1").arg(why)
                               //: %1 a tag, %2 why
                               : AssetFacts::tr("%1 not received: %2")
                                     .arg(tagTitleOn(page, plant.tags->info(gap.tag)), why)};
}

void newestFirst(std::vector<Event> &events)
{
    std::stable_sort(events.begin(), events.end(),
                     [](const Event &one, const Event &other) { return one.at > other.at; });
}

QString sourceName(const Plant &plant, SourceId source)
{
    const PlantStatus status = plant.status->status();
    for (const ConnectionStatus &connection : status.connections) {
        if (connection.source == source)
            return ConnectionRows::name(connection);
    }
    return source.value == 0 ? AssetFacts::tr("the program itself") : QStringLiteral("–");
}

/// The levels all tags have in common.
std::string commonPath(const Plant &plant, const std::vector<TagId> &tags)
{
    std::string common = assetPath(plant.tags->path(tags.front()));
    for (const TagId tag : tags) {
        while (!common.empty() && !plant.tags->path(tag).starts_with(common + '/'))
            common = assetPath(common);
    }
    return common;
}

/// Tags that say what kind of machine it is.
bool isKindOfAsset(const TagInfo &tag)
{
    const std::string name = tag.path.substr(tag.path.rfind('/') + 1);
    return name == "type" || name == "model";
}

/// The words of a machine, marked as such.
QString toldText(const Sample &sample, const TagInfo &info)
{
    const QString text = valueText(sample, info, QLocale());
    return sample.quality.isBad() ? text : QLocale().quoteString(text);
}

/// What a text tag says, and of which asset.
struct Said
{
    std::string asset;
    Fact fact;
    bool isKind = false;
};

/// What the asset says of itself, what it is first: where several speak, they are below it, and
/// what they say holds for each of them alone.
std::vector<Fact> ownFacts(std::vector<Said> said, const std::string &asset)
{
    const bool isOne = std::all_of(said.begin(), said.end(), [&said](const Said &one) {
        return one.asset == said.front().asset;
    });
    if (!isOne)
        std::erase_if(said, [&asset](const Said &one) { return one.asset != asset; });
    std::stable_partition(said.begin(), said.end(), [](const Said &one) { return one.isKind; });
    std::vector<Fact> facts;
    for (std::size_t i = 0; i < std::min(said.size(), kTexts); ++i)
        facts.push_back(std::move(said[i].fact));
    return facts;
}

/// Kept by the broker, nobody knows for how long.
bool isOfUnknownAge(SampleFlags flags)
{
    return flags.has(SampleFlags::kRetained) && flags.has(SampleFlags::kNoSourceTime);
}

/// "0.4 s ago", "2 min 5 s ago".
QString agoText(std::chrono::microseconds age)
{
    const bool isShort = age < std::chrono::seconds(10);
    const double seconds = static_cast<double>(age.count()) / 1e6;
    return AssetFacts::tr("%1 ago").arg(
        isShort ? QStringLiteral("%1 s").arg(numberText(seconds, 1, QLocale())) : ageText(age));
}

} // namespace

std::vector<Fact> AssetFacts::events(const Plant &plant, std::string_view page,
                                     const std::vector<AlarmJournalEntry> &entries,
                                     const std::vector<HistoryGap> &gaps, Timestamp now,
                                     std::size_t most)
{
    std::vector<Event> noted = notedUntil(now, entries, page, most);
    std::vector<Event> missed;
    for (const HistoryGap &gap : gaps) {
        if (!isBrief(gap, now))
            missed.push_back(eventOf(gap, plant, page, now));
    }
    newestFirst(missed);
    const std::size_t missedRoom = std::max(most / 2, most - std::min(most, noted.size()));
    const std::size_t left = missed.size() - std::min(missed.size(), missedRoom);
    missed.resize(missed.size() - left);
    noted.resize(std::min(noted.size(), most - missed.size()));
    noted.insert(noted.end(), missed.begin(), missed.end());
    newestFirst(noted);
    std::vector<Fact> facts;
    for (const Event &event : noted)
        facts.push_back({shortTimeText(event.at, now, plant.zone, QLocale()), event.words});
    if (left > 0)
        facts.push_back({QStringLiteral("…"),
                         tr("%n more gap(s) in the trends", nullptr, static_cast<int>(left))});
    return facts;
}

std::vector<Fact> AssetFacts::properties(const Plant &plant, const std::vector<TagId> &tags,
                                         std::size_t all, const QString &running, Timestamp now)
{
    LiveValues::Value newest;
    std::int64_t cadence = 0;
    bool isClockWrong = false;
    std::chrono::microseconds ahead {0}; // of the clock, what was stored before the start
    std::vector<Said> said;
    for (std::size_t i = 0; i < std::min(tags.size(), kTagsLookedAt); ++i) {
        const LiveValues::Value value = plant.live->value(tags[i]);
        if (!value.sample.tag.isValid())
            continue;
        const bool isNewer = !newest.sample.tag.isValid() || value.sample.time > newest.sample.time;
        if (isAhead(value.sample.time, now))
            ahead = std::max(ahead, value.sample.time - now);
        else if (isNewer && !isOfUnknownAge(value.sample.flags))
            newest = value;
        if (value.cadence > 0)
            cadence = cadence == 0 ? value.cadence : std::min(cadence, value.cadence);
        isClockWrong = isClockWrong || value.sample.flags.has(SampleFlags::kTimeReplaced);
        if (value.sample.flags.kind() != SampleFlags::Kind::Text)
            continue;
        const TagInfo info = plant.tags->info(tags[i]);
        said.push_back({assetPath(info.path),
                        {tagTitle(info), toldText(value.sample, info)},
                        isKindOfAsset(info)});
    }
    const std::vector<Fact> texts
        = ownFacts(std::move(said), tags.empty() ? std::string() : commonPath(plant, tags));
    std::vector<Fact> facts;
    if (!texts.empty())
        facts.push_back(texts.front()); // what it is, where it says so
    QString seen = QStringLiteral("–");
    if (newest.sample.tag.isValid())
        seen = agoText(std::max(now - newest.sample.time, std::chrono::microseconds(0)));
    if (cadence > 0)
        seen += QStringLiteral(" · ")
            + tr("every %1").arg(cadenceText(std::chrono::microseconds(cadence), QLocale()));
    facts.push_back({tr("Last seen"), seen});
    if (isClockWrong)
        facts.push_back({tr("Device clock"), tr("wrong: the time of arrival is used")});
    else if (ahead.count() > 0)
        facts.push_back({tr("Device clock"),
                         tr("wrong: the last stored value is %1 ahead").arg(ageText(ahead))});
    if (!running.isEmpty())
        facts.push_back({tr("Running"), running});
    facts.insert(facts.end(), texts.begin() + (texts.empty() ? 0 : 1), texts.end());
    if (!tags.empty()) {
        facts.push_back({tr("Source"), sourceName(plant, plant.tags->info(tags.front()).source)});
        facts.push_back({tr("Topics"), shownText(commonPath(plant, tags)) + QStringLiteral("/#")});
    }
    const QString count = countText(all);
    facts.push_back(
        {tr("Tags"),
         all <= tags.size()
             ? count
             //: %1 all tags, %2 those on the page
             : tr("%1, here the first %2; the tree has all").arg(count, countText(tags.size()))});
    return facts;
}

} // namespace telltale
