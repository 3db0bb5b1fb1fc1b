#include "data/pipeline/source_ids.h"

#include "data/storage/file.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace telltale {

Result<SourceIds> SourceIds::load(const std::string &dataFolder)
{
    SourceIds ids;
    ids.m_path = dataFolder + "/sources.json";
    const Result<std::string> content = readFile(ids.m_path);
    if (!content.ok()) {
        if (content.error().code == Error::Code::NotFound)
            return ids;
        return content.error();
    }
    QJsonParseError failed {};
    const QJsonObject object
        = QJsonDocument::fromJson(QByteArray::fromStdString(content.value()), &failed).object();
    if (failed.error != QJsonParseError::NoError)
        return Error {Error::Code::Damaged, ids.m_path + ": " + failed.errorString().toStdString()};
    for (auto member = object.begin(); member != object.end(); ++member)
        ids.m_ids[member.key().toStdString()] = {static_cast<std::uint16_t>(member->toInt())};
    return ids;
}

Result<SourceId> SourceIds::idOf(const std::string &name)
{
    if (const auto known = m_ids.find(name); known != m_ids.end())
        return known->second;
    SourceId next {1};
    for (const auto &[other, id] : m_ids)
        next.value = std::max(next.value, static_cast<std::uint16_t>(id.value + 1));
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
