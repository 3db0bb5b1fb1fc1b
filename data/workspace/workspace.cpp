#include "data/workspace/workspace.h"

#include "data/storage/file.h"
#include "data/workspace/retention_json.h"
#include "data/workspace/workspace_json.h"

#include <algorithm>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace telltale {
namespace {

constexpr int kGoodStatesKept = 20;
constexpr std::size_t kMostPages = 500;
constexpr std::size_t kPageBytes = 1U << 20U;
const std::string kPageFolder = "pages";
const std::string kPageEnding = ".json";

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
    const std::string here
        = std::filesystem::path(goodPath(folder, file, 1)).parent_path().string();
    if (Outcome made = makeFolder(here); !made.ok())
        return made;
    std::error_code ignored; // a state that is not there yet need not be moved
    for (int n = kGoodStatesKept - 1; n >= 1; --n)
        std::filesystem::rename(goodPath(folder, file, n), goodPath(folder, file, n + 1), ignored);
    return writeFileDurably(goodPath(folder, file, 1), content);
}

Outcome writeState(const std::string &folder, const std::string &file, const std::string &content)
{
    const std::string path = folder + "/" + file;
    if (Outcome made = makeFolder(std::filesystem::path(path).parent_path().string()); !made.ok())
        return made;
    if (Outcome written = writeFileDurably(path, content); !written.ok())
        return written;
    return keepGood(folder, file, content);
}

/// Of plain files, in order.
std::vector<std::string> pageNames(const std::string &folder)
{
    std::error_code failed; // no folder: no pages of one's own
    std::vector<std::string> names;
    for (const auto &entry :
         std::filesystem::directory_iterator(folder + '/' + kPageFolder, failed)) {
        std::error_code vanished;
        if (entry.path().extension() == kPageEnding && entry.is_regular_file(vanished))
            names.push_back(entry.path().stem().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

/// Rules and addresses that anybody may change are nobody's word.
Outcome checkOwnership(const std::string &folder)
{
    std::vector<std::string> paths {folder};
    for (const std::string &file : Workspace::filesIn(folder))
        paths.push_back(folder + '/' + file);
    for (const std::string &path : paths) {
        struct stat file = {};
        if (::stat(path.c_str(), &file) == 0 && (file.st_mode & S_IWOTH) != 0)
            return Error {Error::Code::WrongUse,
                          path + " can be changed by everybody on this computer: chmod o-w '" + path
                              + "', and see that it says what it should"};
    }
    return {};
}

} // namespace

std::vector<std::string> Workspace::filesIn(const std::string &folder)
{
    std::vector<std::string> files;
    for (const char *name : {"workspace.json", "connections.json", "tags.json", "rules.json",
                             "retention.json", "notifications.json", "overview.json"}) {
        std::error_code failed;
        if (std::filesystem::is_regular_file(folder + '/' + name, failed))
            files.emplace_back(name);
    }
    for (const std::string &page : pageNames(folder))
        files.push_back(kPageFolder + '/' + page + kPageEnding);
    return files;
}

Result<Workspace> Workspace::load(const std::string &folder, PageCheck checkPage)
{
    if (const Outcome made = makeFolder(folder); !made.ok())
        return made.error();
    if (const Outcome own = checkOwnership(folder); !own.ok())
        return own.error();
    Workspace workspace;
    workspace.m_folder = folder;
    if (::access(folder.c_str(), W_OK) != 0)
        workspace.refuseEditing({Error::Code::NotPermitted, folder + ": the folder is read-only"});
    workspace.loadFile("workspace.json", [&](std::string_view text) {
        return readSettings(text, workspace.settings);
    });
    workspace.m_knowsConnections
        = workspace.loadFile("connections.json", [&](std::string_view text) {
              return readConnections(text, workspace.connections);
          });
    workspace.loadFile("tags.json",
                       [&](std::string_view text) { return readTags(text, workspace.tags); });
    RuleSet rules;
    workspace.loadFile("rules.json", [&](std::string_view text) { return readRules(text, rules); });
    workspace.rules = std::move(rules.rules);
    workspace.groups = std::move(rules.groups);
    workspace.loadFile("retention.json", [&](std::string_view text) {
        return readRetention(text, workspace.retention);
    });
    workspace.loadFile("notifications.json", [&](std::string_view text) {
        return readChannels(text, workspace.channels);
    });
    if (checkPage)
        workspace.loadPages(checkPage);
    return workspace;
}

Workspace Workspace::without(const std::string &folder, const Error &why)
{
    Workspace workspace;
    workspace.m_folder = folder;
    workspace.m_problems.push_back(why);
    workspace.refuseEditing(why);
    return workspace;
}

/// Pages by name; what is no plain file, or one too many, is not looked at.
void Workspace::loadPages(PageCheck check)
{
    moveOldOverview();
    std::vector<std::string> names = pageNames(m_folder);
    if (names.size() > kMostPages) {
        m_problems.push_back({Error::Code::LimitExceeded,
                              m_folder + '/' + kPageFolder + ": more than "
                                  + std::to_string(kMostPages)
                                  + " pages; the others are left out"});
        names.resize(kMostPages);
    }
    for (const std::string &name : names) {
        const auto take = [&](std::string_view text) {
            if (text.size() > kPageBytes)
                return Outcome(Error {Error::Code::LimitExceeded, "larger than 1 MiB"});
            Outcome right = check(name, text);
            if (right.ok())
                pages[name] = text;
            return right;
        };
        loadFile(kPageFolder + '/' + name + kPageEnding, take);
    }
}

/// Until pages had files of their own the tiles of the overview had one, of the same form.
void Workspace::moveOldOverview()
{
    const std::string old = m_folder + "/overview.json";
    const std::string moved = m_folder + '/' + kPageFolder + "/overview" + kPageEnding;
    std::error_code absent;
    if (!std::filesystem::exists(old, absent) || std::filesystem::exists(moved, absent))
        return;
    Outcome done = makeFolder(m_folder + '/' + kPageFolder);
    if (done.ok())
        done = renameDurably(old, moved);
    if (!done.ok())
        m_problems.push_back(done.error());
}

/// Returns whether it holds what the file says, not what an earlier state of it said.
bool Workspace::loadFile(const std::string &file, const Reader &reader)
{
    const std::string path = m_folder + "/" + file;
    const Result<std::string> content = readFile(path);
    if (!content.ok()) {
        if (content.error().code != Error::Code::NotFound)
            fallBack(file, content.error(), {}, reader);
        return false;
    }
    const Outcome read = reader(content.value());
    if (read.ok()) {
        if (const Outcome kept = keepGood(m_folder, file, content.value()); !kept.ok())
            m_problems.push_back(kept.error());
        return true;
    }
    std::string aside = " (a copy is in " + file + ".broken)";
    if (const Outcome kept = writeFileDurably(path + ".broken", content.value()); !kept.ok())
        aside = "; it could not be kept aside: " + kept.error().detail;
    fallBack(file, {read.error().code, path + ": " + read.error().detail}, aside, reader);
    return false;
}

/// `aside`: where what the file says is kept.
void Workspace::fallBack(const std::string &file, const Error &why, const std::string &aside,
                         const Reader &reader)
{
    for (int n = 1; n <= kGoodStatesKept; ++n) {
        const Result<std::string> good = readFile(goodPath(m_folder, file, n));
        if (!good.ok() || !reader(good.value()).ok())
            continue;
        const char *remedy = why.code == Error::Code::NewerVersion ? "" : "; mend the file";
        m_problems.push_back(
            {why.code, why.detail + "; the last good state is used" + remedy + aside});
        return;
    }
    m_lost.insert(file);
    m_problems.push_back(
        {why.code,
         why.detail + "; there is no earlier good state, so it counts as not there" + aside});
}

FileSave Workspace::toSave(const std::string &file, std::string content) const
{
    const std::string path = m_folder + "/" + file;
    if (m_refusal)
        return {path, [why = *m_refusal] { return Outcome(why); }};
    return {path, [folder = m_folder, file, content = std::move(content)] {
                return writeState(folder, file, content);
            }};
}

std::string Workspace::name() const
{
    return std::filesystem::path(m_folder).filename().string();
}

std::string Workspace::problemOf(const std::string &file) const
{
    const std::string begin = m_folder + '/' + file + ": ";
    for (const Error &error : m_problems) {
        if (error.detail.starts_with(begin))
            return error.detail.substr(m_folder.size() + 1);
    }
    return {};
}

bool Workspace::isEmpty() const
{
    return connections.empty() && tags.empty() && pages.empty() && rules.empty() && groups.empty();
}

FileSave Workspace::settingsToSave() const
{
    return toSave("workspace.json", writeSettings(settings));
}

FileSave Workspace::connectionsToSave() const
{
    return toSave("connections.json", writeConnections(connections));
}

FileSave Workspace::tagsToSave() const
{
    return toSave("tags.json", writeTags(tags));
}

FileSave Workspace::pageToSave(const std::string &name) const
{
    const std::string file = kPageFolder + '/' + name + kPageEnding;
    const auto page = pages.find(name);
    if (page != pages.end())
        return toSave(file, page->second);
    const Error why {Error::Code::NotFound, "there is no page \"" + name + "\""};
    return {m_folder + '/' + file, [why] { return Outcome(why); }};
}

FileSave Workspace::rulesToSave() const
{
    return toSave("rules.json", ruleSetToJson({groups, rules}));
}

} // namespace telltale
