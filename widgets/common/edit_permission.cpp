#include "widgets/common/edit_permission.h"

#include "widgets/common/error_words.h"

#include "models/plant.h"

#include "data/telemetry/status_board.h"
#include "data/workspace/workspace.h"

#include <QMessageBox>

namespace telltale {

bool mayEdit(const Plant &plant, QWidget *window)
{
    const Outcome permission = plant.workspace->mayEdit();
    if (permission.ok())
        return true;
    const PlantStatus status = plant.status->status();
    const bool isView = !status.isOwner && !status.owner.empty();
    auto *message = new QMessageBox(QMessageBox::NoIcon, ErrorWords::title(permission.error().code),
                                    isView ? ErrorWords::viewOnly(status.owner)
                                           : ErrorWords::sentence(permission.error()),
                                    QMessageBox::Ok, window);
    message->setTextFormat(Qt::PlainText);
    message->setAttribute(Qt::WA_DeleteOnClose);
    message->open();
    return false;
}

} // namespace telltale
