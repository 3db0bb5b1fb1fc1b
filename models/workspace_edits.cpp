#include "models/workspace_edits.h"

#include "data/storage/owner_file.h"
#include "data/workspace/workspace.h"

#include <algorithm>
#include <memory>

namespace telltale {
namespace {

template <typename Item>
void putItem(std::vector<Item> &items, std::string Item::*key, const std::string &wanted,
             const Item &changed)
{
    const auto found = std::find_if(items.begin(), items.end(),
                                    [&](const Item &one) { return one.*key == wanted; });
    if (found == items.end())
        items.push_back(changed);
    else
        *found = changed;
}

void announce(const Plant &plant, const ConnectionConfig &connection, const std::string &password)
{
    if (password.empty() || !plant.storePassword)
        return plant.connectionsChanged();
    plant.storePassword(connection, password,
                        [&plant](const Outcome &) { plant.connectionsChanged(); });
}

} // namespace

void WorkspaceEdits::editRules(const Plant &plant, const std::function<void(Rules &)> &change,
                               const std::string &reason, FileSaver::Answer answer)
{
    Q_ASSERT(!reason.empty());
    plant.saver->edit(
        *plant.workspace, &Workspace::rulesToSave,
        [change](Workspace &workspace) { change(workspace.rules); },
        [&plant, reason, answer = std::move(answer)](const Outcome &saved) {
            if (saved.ok())
                plant.rulesChanged(reason);
            answer(saved);
        });
}

void WorkspaceEdits::editConnections(const Plant &plant,
                                     const std::function<void(Connections &)> &change,
                                     FileSaver::Answer answer)
{
    plant.saver->edit(
        *plant.workspace, &Workspace::connectionsToSave,
        [change](Workspace &workspace) { change(workspace.connections); },
        [&plant, answer = std::move(answer)](const Outcome &saved) {
            if (saved.ok())
                plant.connectionsChanged();
            answer(saved);
        });
}

void WorkspaceEdits::saveConnection(const Plant &plant, const std::string &name,
                                    const ConnectionConfig &changed, const std::string &password,
                                    FileSaver::Answer answer)
{
    const auto secret = std::make_shared<std::string>(password);
    plant.saver->edit(
        *plant.workspace, &Workspace::connectionsToSave,
        [name, changed](Workspace &workspace) { put(workspace.connections, name, changed); },
        [&plant, changed, secret, answer = std::move(answer)](const Outcome &saved) {
            if (saved.ok())
                announce(plant, changed, *secret);
            wipe(*secret);
            answer(saved);
        });
}

void WorkspaceEdits::saveTag(const Plant &plant, const TagInfo &tag, FileSaver::Answer answer)
{
    plant.saver->edit(
        *plant.workspace, &Workspace::tagsToSave,
        [tag](Workspace &workspace) { workspace.tags[tag.path] = tag; },
        [&plant, answer = std::move(answer)](const Outcome &saved) {
            if (saved.ok())
                plant.tagsChanged();
            answer(saved);
        });
}

void WorkspaceEdits::put(Rules &rules, const std::string &id, const AlarmRule &changed)
{
    putItem(rules, &AlarmRule::id, id, changed);
}

void WorkspaceEdits::put(Connections &connections, const std::string &name,
                         const ConnectionConfig &changed)
{
    putItem(connections, &ConnectionConfig::name, name, changed);
}

} // namespace telltale
