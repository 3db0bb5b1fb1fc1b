#pragma once

#include "data/alarms/rule_json.h"
#include "data/workspace/workspace.h"

#include <string>
#include <string_view>

namespace telltale {

/// The JSON forms of the workspace's files. A reader replaces its target only if the whole text is
/// right; unknown members are refused by name, so that a misspelt one is not silently ignored.
/// Errors  Malformed with line and reason; NewerVersion for a higher `version` than 1.
Outcome readSettings(std::string_view text, WorkspaceSettings &settings);
Outcome readConnections(std::string_view text, std::vector<ConnectionConfig> &connections);
Outcome readTags(std::string_view text, std::map<std::string, TagInfo> &tags);
Outcome readRules(std::string_view text, RuleSet &rules);

std::string writeSettings(const WorkspaceSettings &settings);
std::string writeConnections(const std::vector<ConnectionConfig> &connections);
std::string writeTags(const std::map<std::string, TagInfo> &tags);

} // namespace telltale
