#pragma once

#include "data/storage/save_queue.h"

#include <QObject>

#include <functional>

namespace telltale {

/// Writes what is edited in windows off the GUI thread, and answers there.
/// Thread  GUI. Its destructor writes what waits; answers that did not arrive by then are dropped.
class FileSaver : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(const Outcome &)>;

    /// `watcher` hears of every write, on the thread that writes.
    explicit FileSaver(SaveQueue::Watcher watcher = {}, QObject *parent = nullptr);

    /// The last save of a file wins. The answer comes later, whatever became of the asker.
    void save(FileSave save, Answer answer = {});
    void flush() { m_queue.flush(); } ///< all that was asked for is on the disk

private:
    SaveQueue m_queue;
};

} // namespace telltale
