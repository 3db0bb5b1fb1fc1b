#include "models/file_saver.h"

#include <QMetaObject>

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

} // namespace telltale
