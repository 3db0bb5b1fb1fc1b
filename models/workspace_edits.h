#pragma once

#include "models/file_saver.h"
#include "models/plant.h"

#include "data/alarms/alarm_rule.h"
#include "data/sources/source.h"

#include <functional>
#include <string>
#include <vector>

namespace telltale {

/// What windows change of the workspace: it is so, and announced, once it is stored; else it stays
/// as it was. Answers go to whoever asked, on the GUI thread.
namespace WorkspaceEdits {

using Rules = std::vector<AlarmRule>;
using Connections = std::vector<ConnectionConfig>;

/// `reason`: why, for the journal; never empty.
void editRules(const Plant &plant, const std::function<void(Rules &)> &change,
               const std::string &reason, FileSaver::Answer answer);
void editConnections(const Plant &plant, const std::function<void(Connections &)> &change,
                     FileSaver::Answer answer);
/// In the place of the connection `name`, with a password for the keychain unless that is empty.
void saveConnection(const Plant &plant, const std::string &name, const ConnectionConfig &changed,
                    const std::string &password, FileSaver::Answer answer);
void saveTag(const Plant &plant, const TagInfo &tag, FileSaver::Answer answer);

/// In the place of the one of that id or name; at the end if it is new, or gone meanwhile.
void put(Rules &rules, const std::string &id, const AlarmRule &changed);
void put(Connections &connections, const std::string &name, const ConnectionConfig &changed);

} // namespace WorkspaceEdits
} // namespace telltale
