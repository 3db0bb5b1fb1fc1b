#pragma once

#include "data/alarms/alarm_rule.h"
#include "data/sources/source.h"
#include "data/telemetry/result.h"
#include "data/telemetry/retention_policy.h"
#include "data/telemetry/tag.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace telltale {

/// What the overview shows: one KPI tile. `tag` may name one tag or an aggregate of a pattern.
struct TileDescription
{
    std::string tag; ///< path, or a pattern with `aggregate`
    std::string aggregate; ///< empty: the tag itself; sum, mean, min, max of the matching tags
    std::string title; ///< empty: from the tag
    std::optional<double> target;
    bool operator==(const TileDescription &) const = default;
};

struct WorkspaceSettings
{
    std::string site; ///< shown in the banner
    std::string zone; ///< IANA; empty: of this computer
    std::string theme = "light"; ///< light, dark
    std::string language; ///< en, de; empty: of this computer
    bool demo = false; ///< filled by the demo plant: nobody has configured anything
    bool operator==(const WorkspaceSettings &) const = default;
};

/// The folder of text files that holds connections, tags, tiles and rules: made to live in version
/// control. One JSON file each - `workspace.json`, `connections.json`, `tags.json`,
/// `overview.json`, `rules.json`, `retention.json` - with a `version`; written durably, the last
/// good state of a file kept beside it as `.good/<name>.<n>`, n = 1..20, newest first. Thread  one
/// at a time. No secrets in here. Errors  load() never fails as a whole: a broken file falls back
/// to its last good state and is
///         named in problems() with line and reason; the broken one is never overwritten without
///         being kept as `<name>.broken`.
class Workspace
{
public:
    /// Loads what is there; a missing folder is created, 0700, empty.
    static Result<Workspace> load(const std::string &folder);

    const std::string &folder() const { return m_folder; }
    std::string name() const;
    bool isEmpty() const; ///< nothing configured yet
    const std::vector<Error> &problems() const { return m_problems; }

    WorkspaceSettings settings;
    std::vector<ConnectionConfig> connections; ///< source ids come from the pipeline
    std::map<std::string, TagInfo> tags; ///< by path: what a person said of a tag
    std::vector<TileDescription> tiles; ///< empty: chosen from what is there
    std::vector<AlarmRule> rules;
    std::vector<AlarmGroup> groups; ///< of alarms; in rules.json beside the rules
    RetentionPolicy retention; ///< written by people only

    /// From now on every save is refused with `why`; what would be edited stays as it is.
    void refuseEditing(Error why) { m_refusal = std::move(why); }
    /// Whether the files may be changed from here. Errors  Busy: they are another process's.
    Outcome mayEdit() const { return m_refusal ? Outcome(*m_refusal) : Outcome(); }

    Outcome saveSettings();
    Outcome saveConnections();
    Outcome saveTags();
    Outcome saveTiles();
    Outcome saveRules();

private:
    using Reader = std::function<Outcome(std::string_view)>;
    Outcome save(const std::string &file, const std::string &content) const;
    void loadFile(const std::string &file, const Reader &reader);
    void fallBack(const std::string &file, const std::string &broken, const Error &why,
                  const Reader &reader);

    std::string m_folder;
    std::vector<Error> m_problems;
    std::optional<Error> m_refusal;
};

} // namespace telltale
