#pragma once

#include "data/alarms/alarm_rule.h"
#include "data/notify/channel_config.h"
#include "data/sources/source.h"
#include "data/storage/save_queue.h"
#include "data/telemetry/result.h"
#include "data/telemetry/retention_policy.h"
#include "data/telemetry/tag.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace telltale {

struct WorkspaceSettings
{
    std::string site; ///< shown in the banner
    std::string zone; ///< IANA; empty: of this computer
    std::string theme = "light"; ///< light, dark
    std::string language; ///< en, de; empty: of this computer
    std::vector<std::string> shifts {"06:00", "14:00", "22:00"}; ///< when they begin, in `zone`
    bool demo = false; ///< filled by the demo plant: nobody has configured anything
    bool operator==(const WorkspaceSettings &) const = default;
};

/// The folder of text files that holds connections, tags, pages and rules: made to live in version
/// control. One JSON file each - `workspace.json`, `connections.json`, `tags.json`, `rules.json`,
/// `retention.json`, `notifications.json`, a `pages/<name>.json` per page - with a `version`;
/// written durably, the last good state of a file kept beside it as `.good/<name>.<n>`, n = 1..20,
/// newest first. No secrets in here.
/// Thread  one at a time.
/// Errors  load() fails for a folder that cannot be had or that everybody may change (WrongUse),
///         and for nothing else: a file that is broken or cannot be read falls back to its last
///         good state and is named in problems() with line and reason; the broken one is never
///         overwritten without being kept as `<name>.broken`.
class Workspace
{
public:
    /// Whether the text of the page file `<name>.json` can be shown, and why not: what a page holds
    /// is known to those who draw it.
    using PageCheck = Outcome (*)(const std::string &name, std::string_view text);

    /// Its files that are there, relative to the folder: what a copy of a workspace has.
    static std::vector<std::string> filesIn(const std::string &folder);

    /// Loads what is there; a missing folder is created, 0700, empty. Without a check no pages.
    static Result<Workspace> load(const std::string &folder, PageCheck checkPage = nullptr);

    /// An empty one in a folder that cannot be had; every save is refused with `why`.
    static Workspace without(const std::string &folder, const Error &why);

    const std::string &folder() const { return m_folder; }
    std::string name() const;
    bool isEmpty() const; ///< nothing configured yet
    /// Whether `connections` were read from their file: a connection that is not in them was taken
    /// out of it.
    bool knowsConnections() const { return m_knowsConnections; }
    const std::vector<Error> &problems() const { return m_problems; }
    /// Whether `file` is there, but neither it nor an earlier state of it says anything.
    bool isLost(const std::string &file) const { return m_lost.contains(file); }
    /// What is wrong with `file`, as problems() has it but without the folder; empty: nothing.
    std::string problemOf(const std::string &file) const;

    WorkspaceSettings settings;
    std::vector<ConnectionConfig> connections; ///< source ids come from the pipeline
    std::map<std::string, TagInfo> tags; ///< by path: what a person said of a tag
    std::map<std::string, std::string> pages; ///< checked texts of page files by name
    std::vector<AlarmRule> rules;
    std::vector<AlarmGroup> groups; ///< of alarms; in rules.json beside the rules
    RetentionPolicy retention; ///< written by people only
    std::vector<ChannelConfig> channels; ///< of notifications; written by people only

    /// From now on every save is refused with `why`; what would be edited stays as it is.
    void refuseEditing(Error why) { m_refusal = std::move(why); }
    /// Whether the files may be changed from here.
    /// Errors  Busy: they are another process's; NotPermitted: the folder can only be read.
    Outcome mayEdit() const { return m_refusal ? Outcome(*m_refusal) : Outcome(); }

    /// A file as it stands now, to be written on whatever thread.
    FileSave settingsToSave() const;
    FileSave connectionsToSave() const;
    FileSave tagsToSave() const;
    FileSave pageToSave(const std::string &name) const; ///< of `pages`
    FileSave rulesToSave() const;

    /// Written before they return: for whoever has no screen to keep alive.
    Outcome saveSettings() const { return settingsToSave().write(); }
    Outcome saveConnections() const { return connectionsToSave().write(); }
    Outcome saveTags() const { return tagsToSave().write(); }
    Outcome savePage(const std::string &name) const { return pageToSave(name).write(); }
    Outcome saveRules() const { return rulesToSave().write(); }

private:
    using Reader = std::function<Outcome(std::string_view)>;
    FileSave toSave(const std::string &file, std::string content) const;
    bool loadFile(const std::string &file, const Reader &reader);
    void loadPages(PageCheck check);
    void moveOldOverview();
    void fallBack(const std::string &file, const Error &why, const std::string &aside,
                  const Reader &reader);

    std::string m_folder;
    bool m_knowsConnections = false;
    std::vector<Error> m_problems;
    std::set<std::string> m_lost;
    std::optional<Error> m_refusal;
};

} // namespace telltale
