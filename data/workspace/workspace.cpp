#include "data/workspace/workspace.h"

#include "data/storage/file.h"
#include "data/workspace/retention_json.h"
#include "data/workspace/workspace_json.h"

#include <filesystem>

namespace telltale {
namespace {

constexpr int kGoodStatesKept = 20;

std::string goodPath(const std::string &folder, const std::string &file, int n)
{
    return folder + "/.good/" + file + "." + std::to_string(n);
}

/// Shifts the good states by one and keeps `content` as the newest, unless it is that already.
Outcome keepGood(const std::string &folder, const std::string &file, std::string_view content)
{
    const Result<std::string> newest = readFile(goodPath(folder, file, 1));
    if (newest.ok() && newest.value() == content)
        return {};
    if (Outcome made = makeFolder(folder + "/.good"); !made.ok())
        return made;
    std::error_code ignored; // a state that is not there yet need not be moved
    for (int n = kGoodStatesKept - 1; n >= 1; --n)
        std::filesystem::rename(goodPath(folder, file, n), goodPath(folder, file, n + 1), ignored);
    return writeFileDurably(goodPath(folder, file, 1), content);
}

} // namespace

Result<Workspace> Workspace::load(const std::string &folder)
{
    if (const Outcome made = makeFolder(folder); !made.ok())
        return made.error();
    Workspace workspace;
    workspace.m_folder = folder;
    workspace.loadFile("workspace.json", [&](std::string_view text) {
        return readSettings(text, workspace.settings);
    });
    workspace.loadFile("connections.json", [&](std::string_view text) {
        return readConnections(text, workspace.connections);
    });
    workspace.loadFile("tags.json",
                       [&](std::string_view text) { return readTags(text, workspace.tags); });
    workspace.loadFile("overview.json",
                       [&](std::string_view text) { return readTiles(text, workspace.tiles); });
    RuleSet rules;
    workspace.loadFile("rules.json", [&](std::string_view text) { return readRules(text, rules); });
    workspace.rules = std::move(rules.rules);
    workspace.groups = std::move(rules.groups);
    workspace.loadFile("retention.json", [&](std::string_view text) {
        return readRetention(text, workspace.retention);
    });
    return workspace;
}

void Workspace::loadFile(const std::string &file, const Reader &reader)
{
    const std::string path = m_folder + "/" + file;
    const Result<std::string> content = readFile(path);
    if (!content.ok()) {
        if (content.error().code != Error::Code::NotFound)
            m_problems.push_back(content.error());
        return;
    }
    const Outcome read = reader(content.value());
    if (read.ok()) {
        if (const Outcome kept = keepGood(m_folder, file, content.value()); !kept.ok())
            m_problems.push_back(kept.error());
        return;
    }
    fallBack(file, content.value(), read.error(), reader);
}

void Workspace::fallBack(const std::string &file, const std::string &broken, const Error &why,
                         const Reader &reader)
{
    const std::string path = m_folder + "/" + file;
    std::string said = path + ": " + why.detail;
    if (const Outcome kept = writeFileDurably(path + ".broken", broken); !kept.ok())
        said += "; it could not be kept aside: " + kept.error().detail;
    for (int n = 1; n <= kGoodStatesKept; ++n) {
        const Result<std::string> good = readFile(goodPath(m_folder, file, n));
        if (!good.ok() || !reader(good.value()).ok())
            continue;
        said += "; the last good state is used; mend the file (a copy is in " + file + ".broken)";
        m_problems.push_back({why.code, said});
        return;
    }
    said += "; there is no earlier good state, so it counts as empty (a copy is in " + file
        + ".broken)";
    m_problems.push_back({why.code, said});
}

Outcome Workspace::save(const std::string &file, const std::string &content) const
{
    if (m_refusal)
        return *m_refusal;
    if (Outcome made = makeFolder(m_folder); !made.ok())
        return made;
    if (Outcome written = writeFileDurably(m_folder + "/" + file, content); !written.ok())
        return written;
    return keepGood(m_folder, file, content);
}

std::string Workspace::name() const
{
    return std::filesystem::path(m_folder).filename().string();
}

bool Workspace::isEmpty() const
{
    return connections.empty() && tags.empty() && tiles.empty() && rules.empty() && groups.empty();
}

Outcome Workspace::saveSettings()
{
    return save("workspace.json", writeSettings(settings));
}

Outcome Workspace::saveConnections()
{
    return save("connections.json", writeConnections(connections));
}

Outcome Workspace::saveTags()
{
    return save("tags.json", writeTags(tags));
}

Outcome Workspace::saveTiles()
{
    return save("overview.json", writeTiles(tiles));
}

Outcome Workspace::saveRules()
{
    return save("rules.json", ruleSetToJson({groups, rules}));
}

} // namespace telltale
