#include "data/notify/command_approvals.h"

#include "data/notify/channel_config.h"
#include "data/storage/file.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace telltale {
namespace {

constexpr int kVersion = 1;
constexpr std::size_t kLargestFile = 1U << 20U;

std::string fileIn(const std::string &dataFolder)
{
    return dataFolder + "/commands.json";
}

QString fingerprint(const ChannelConfig &channel)
{
    const QByteArray text = QByteArray::fromStdString(channel.text);
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

} // namespace

CommandApprovals CommandApprovals::load(const std::string &dataFolder)
{
    CommandApprovals loaded;
    const Result<std::string> text = readFile(fileIn(dataFolder), kLargestFile);
    if (!text)
        return loaded;
    const QJsonObject object
        = QJsonDocument::fromJson(QByteArray::fromStdString(text.value())).object();
    if (object.value(QStringLiteral("version")).toInt() != kVersion)
        return loaded;
    for (const QJsonValue &one : object.value(QStringLiteral("allowed")).toArray())
        loaded.m_allowed.insert(one.toString().toStdString());
    return loaded;
}

Outcome CommandApprovals::allow(const std::string &dataFolder,
                                const std::vector<ChannelConfig> &channels)
{
    QJsonArray allowed;
    for (const ChannelConfig &channel : channels) {
        if (!channel.runs.empty())
            allowed.append(fingerprint(channel));
    }
    const QJsonObject object {{QStringLiteral("version"), kVersion},
                              {QStringLiteral("allowed"), allowed}};
    if (Outcome made = makeFolder(dataFolder); !made)
        return made;
    return writeFileDurably(fileIn(dataFolder), QJsonDocument(object).toJson().toStdString());
}

bool CommandApprovals::cover(const ChannelConfig &channel) const
{
    return channel.runs.empty() || m_allowed.contains(fingerprint(channel).toStdString());
}

} // namespace telltale
