#pragma once

#include "data/storage/save_queue.h"

#include <QObject>

#include <deque>
#include <functional>

namespace telltale {

class Workspace;

/// Writes what is edited in windows off the GUI thread, and answers there.
/// Thread  GUI. Its destructor writes what waits; answers that did not arrive by then are dropped,
///         and edits that wait for another one: flush() first.
class FileSaver : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(const Outcome &)>;
    using Change = std::function<void(Workspace &)>;
    using FileOf = FileSave (Workspace::*)() const;

    /// `watcher` hears of every write, on the thread that writes.
    explicit FileSaver(SaveQueue::Watcher watcher = {}, QObject *parent = nullptr);

    /// The last save of a file wins. The answer comes later, whatever became of the asker.
    void save(FileSave save, Answer answer = {});
    /// Changes the workspace as `change` does, once `file` of it is stored so; where that fails it
    /// stays as it is. One edit after the other; `change` is called on a copy, too.
    void edit(Workspace &workspace, FileOf file, Change change, Answer answer);
    void flush(); ///< all that was asked for is on the disk

private:
    struct Edit
    {
        Workspace *workspace = nullptr;
        FileOf file = nullptr;
        Change change;
        Answer answer;
    };
    void beginEdit();
    void finishEdit(const Outcome &saved);

    std::deque<Edit> m_edits; ///< the first is being stored
    SaveQueue m_queue;
};

} // namespace telltale
