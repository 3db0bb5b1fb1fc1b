#include "data/sources/source_ids.h"

#include "data/storage/file.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <set>

namespace telltale {

namespace {

std::string pathIn(const std::string &dataFolder)
{
    return dataFolder + "/sources.json";
}

/// Errors  Damaged.
Result<std::map<std::string, SourceId>> parse(const std::string &text)
{
    QJsonParseError failed {};
    const QJsonDocument document
        = QJsonDocument::fromJson(QByteArray::fromStdString(text), &failed);
    if (failed.error != QJsonParseError::NoError)
        return Error {Error::Code::Damaged, failed.errorString().toStdString()};
    if (!document.isObject())
        return Error {Error::Code::Damaged, "it is no JSON object"};
    std::map<std::string, SourceId> ids;
    std::set<int> taken;
    const QJsonObject object = document.object();
    for (auto member = object.begin(); member != object.end(); ++member) {
        const int id = member->toInt();
        if (id < 1 || id > std::numeric_limits<std::uint16_t>::max() || !taken.insert(id).second)
            return Error {Error::Code::Damaged,
                          "\"" + member.key().toStdString() + "\" has no id of its own"};
        ids[member.key().toStdString()] = {static_cast<std::uint16_t>(id)};
    }
    return ids;
}

} // namespace

Result<SourceIds> SourceIds::load(const std::string &dataFolder, SourceId largestUsed)
{
    SourceIds ids;
    ids.m_path = pathIn(dataFolder);
    ids.m_largest = largestUsed;
    const Result<std::string> content = readFile(ids.m_path);
    if (!content.ok() && content.error().code == Error::Code::NotFound)
        return ids;
    if (!content.ok() && content.error().code != Error::Code::LimitExceeded)
        return content.error();
    const Result<std::map<std::string, SourceId>> known
        = content.ok() ? parse(content.value()) : content.error();
    if (known.ok()) {
        ids.m_ids = known.value();
        return ids;
    }
    const std::string aside = ids.m_path + ".damaged";
    if (const Outcome moved = renameDurably(ids.m_path, aside); !moved.ok())
        return moved.error();
    ids.m_setAside
        = ids.m_path + " is damaged (" + known.error().detail + ") and was moved to " + aside;
    return ids;
}

std::map<SourceId, std::string> SourceIds::namesIn(const std::string &dataFolder)
{
    std::map<SourceId, std::string> names;
    const Result<std::string> content = readFile(pathIn(dataFolder));
    if (!content.ok())
        return names;
    if (const auto ids = parse(content.value()); ids.ok()) {
        for (const auto &[name, id] : ids.value())
            names[id] = name;
    }
    return names;
}

Result<SourceId> SourceIds::idOf(const std::string &name)
{
    if (const auto known = m_ids.find(name); known != m_ids.end())
        return known->second;
    SourceId largest = m_largest;
    for (const auto &[other, id] : m_ids)
        largest.value = std::max(largest.value, id.value);
    if (largest.value == std::numeric_limits<std::uint16_t>::max())
        return Error {Error::Code::LimitExceeded,
                      "there have been 65535 connections in this data folder: begin a new one"};
    const SourceId next {static_cast<std::uint16_t>(largest.value + 1)};
    std::map<std::string, SourceId> grown = m_ids;
    grown[name] = next;
    QJsonObject object;
    for (const auto &[known, id] : grown)
        object.insert(QString::fromStdString(known), id.value);
    if (const Outcome written
        = writeFileDurably(m_path, QJsonDocument(object).toJson().toStdString());
        !written.ok())
        return written.error();
    m_ids = std::move(grown);
    return next;
}

} // namespace telltale
