#include "models/file_saver.h"

#include "data/workspace/workspace.h"

#include <QCoreApplication>
#include <QMetaObject>

#include <utility>

namespace telltale {

FileSaver::FileSaver(SaveQueue::Watcher watcher, QObject *parent)
    : QObject(parent)
    , m_queue(std::move(watcher))
{ }

void FileSaver::save(FileSave save, Answer answer)
{
    SaveQueue::Done done;
    if (answer) {
        done = [this, answer = std::move(answer)](const Outcome &written) {
            QMetaObject::invokeMethod(
                this, [answer, written] { answer(written); }, Qt::QueuedConnection);
        };
    }
    m_queue.add(std::move(save), std::move(done));
}

void FileSaver::edit(Workspace &workspace, FileOf file, Change change, Answer answer)
{
    m_edits.push_back({&workspace, file, std::move(change), std::move(answer)});
    if (m_edits.size() == 1)
        beginEdit();
}

void FileSaver::beginEdit()
{
    const Edit &edit = m_edits.front();
    Workspace changed = *edit.workspace;
    edit.change(changed);
    save((changed.*edit.file)(), [this](const Outcome &saved) { finishEdit(saved); });
}

void FileSaver::finishEdit(const Outcome &saved)
{
    const Edit edit = std::move(m_edits.front());
    m_edits.pop_front();
    if (saved.ok())
        edit.change(*edit.workspace);
    if (!m_edits.empty())
        beginEdit();
    edit.answer(saved);
}

/// An edit that waits begins with the answer to the one before it.
void FileSaver::flush()
{
    m_queue.flush();
    while (!m_edits.empty()) {
        QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
        m_queue.flush();
    }
}

} // namespace telltale
