#include "data/notify/channel_config.h"

#include "data/json/json_members.h"
#include "data/notify/channel_kind.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace telltale {
namespace {

constexpr const char *kList = "channels";
constexpr std::size_t kLongestName = 64;

/// Names stand in keys, environments and files.
bool isPlainName(const std::string &name)
{
    const auto isFine
        = [](unsigned char byte) { return byte >= ' ' && byte != 0x7F && byte != '/'; };
    return !name.empty() && name.size() <= kLongestName
        && std::all_of(name.begin(), name.end(), isFine);
}

std::string allKinds()
{
    std::string words;
    for (const ChannelKind &kind : channelKinds())
        words += (words.empty() ? "" : ", ") + std::string(kind.word);
    return words;
}

Result<ChannelConfig> channelOf(const QJsonObject &object, const std::string &where)
{
    ChannelConfig read;
    read.text = QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
    JsonMembers members(object, where);
    std::vector<std::string> tags;
    members.text("name", read.name);
    members.text("kind", read.kind);
    members.boolean("enabled", read.isEnabled);
    members.integers("priorities", read.priorities, 1, 4);
    members.texts("tags", tags);
    for (const std::string &tag : tags)
        read.tags.emplace_back(tag);
    const auto wrong = [&where](const std::string &why) {
        return Error {Error::Code::Malformed, where + ": " + why};
    };
    if (!isPlainName(read.name))
        return wrong("\"name\" should be 1 to 64 characters without / and control characters");
    const ChannelKind *kind = channelKind(read.kind);
    if (!kind)
        return wrong("\"kind\" should be one of " + allKinds());
    Result<ChannelKind::Read> made = kind->read(members, read.name);
    if (Outcome done = members.finish(); !done)
        return done.error();
    if (!made)
        return wrong(made.error().detail);
    read.make = std::move(made->make);
    read.runs = std::move(made->runs);
    return read;
}

bool hasPriority(const std::vector<int> &priorities, int priority)
{
    return priorities.empty()
        || std::find(priorities.begin(), priorities.end(), priority) != priorities.end();
}

} // namespace

std::uint64_t ChannelConfig::wanted(const AlarmNotification &notification) const
{
    if (!isEnabled)
        return 0;
    const std::uint64_t all = std::max<std::uint64_t>(notification.count, 1);
    if (!notification.channel.empty())
        return notification.channel == name ? all : 0;
    if (notification.kind == AlarmNotification::Kind::Digest)
        return wantedOfFlood(notification);
    if (!notification.about) // it could not be read, and may be of any
        return all;
    const AlarmRow &about = *notification.about;
    return takes(about.tag.empty() ? about.id : about.tag, about.priority) ? all : 0;
}

/// What is not named among the withheld is of priority 3 or 4, and of any tag.
std::uint64_t ChannelConfig::wantedOfFlood(const AlarmNotification &digest) const
{
    const std::uint64_t all = std::max<std::uint64_t>(digest.count, 1);
    std::uint64_t named = 0;
    std::uint64_t taken = 0;
    for (const WithheldAlarm &one : digest.withheld) {
        named += one.count;
        taken += takes(one.path, one.priority) ? one.count : 0;
    }
    const bool mayTakeOthers = hasPriority(priorities, 3) || hasPriority(priorities, 4);
    return std::min(all, taken + (mayTakeOthers && named < all ? all - named : 0));
}

bool ChannelConfig::takes(const std::string &path, int priority) const
{
    return hasPriority(priorities, priority)
        && (tags.empty() || std::any_of(tags.begin(), tags.end(), [&path](const PathPattern &tag) {
                return tag.matches(path);
            }));
}

Outcome readChannels(std::string_view text, std::vector<ChannelConfig> &channels)
{
    const Result<QJsonArray> list = readList(text, kList);
    if (!list)
        return list.error();
    if (list.value().size() > static_cast<qsizetype>(kMostChannels))
        return Error {Error::Code::Malformed,
                      "line 1: more than " + std::to_string(kMostChannels) + " channels"};
    std::vector<ChannelConfig> read;
    for (const QJsonValue &value : list.value()) {
        const std::string where
            = lineOfElement(text, read.size()) + ": channel " + std::to_string(read.size() + 1);
        if (!value.isObject())
            return Error {Error::Code::Malformed, where + " should be an object { ... }"};
        Result<ChannelConfig> channel = channelOf(value.toObject(), where);
        if (!channel)
            return channel.error();
        const auto isTaken
            = [&channel](const ChannelConfig &one) { return one.name == channel->name; };
        if (std::any_of(read.begin(), read.end(), isTaken))
            return Error {Error::Code::Malformed,
                          where + ": the name \"" + channel->name + "\" is there twice"};
        read.push_back(std::move(channel).value());
    }
    channels = std::move(read);
    return {};
}

} // namespace telltale
