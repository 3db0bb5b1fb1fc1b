#include "models/alarm_request.h"

#include "models/gui_call.h"
#include "models/value_text.h"

#include "data/alarms/alarm_board.h"
#include "data/telemetry/status_board.h"

namespace telltale {
namespace {

QString reasonWords(const std::string &reason)
{
    if (reason == "stale_occurrence")
        return AlarmRequest::tr("it came again meanwhile; look at it and acknowledge once more");
    if (reason == "nothing_to_ack")
        return AlarmRequest::tr("there is nothing to acknowledge");
    if (reason == "already_acked")
        return AlarmRequest::tr("it is acknowledged already");
    if (reason == "suppressed")
        return AlarmRequest::tr("it is suppressed");
    if (reason == "unknown_alarm")
        return AlarmRequest::tr("its rule no longer exists");
    if (reason == "not_permitted")
        return AlarmRequest::tr("you are not permitted to");
    return shownText(reason);
}

QString viewWords(const PlantStatus &status)
{
    const std::string &owner = status.owner;
    if (owner.empty() && !status.recording)
        return AlarmRequest::tr("nothing can be stored at the moment");
    if (owner.empty())
        return AlarmRequest::tr("nothing records at the moment; start Telltale first");
    return AlarmRequest::tr("this window is a view; act in the one of %1").arg(shownText(owner));
}

} // namespace

void AlarmRequest::send(const Plant &plant, AlarmAction action, QObject *context, Answered answered)
{
    if (action.by.empty())
        action.by = plant.user;
    plant.alarms->act(
        std::move(action),
        onGuiThread<Outcome>(
            context, [&plant, answered = std::move(answered)](const Outcome &outcome) {
                answered(outcome.ok() ? QString() : refusal(plant, outcome.error()));
            }));
}

void AlarmRequest::acknowledge(const Plant &plant, const AlarmRow &row, QObject *context,
                               Answered answered)
{
    AlarmAction action;
    action.kind = AlarmAction::Kind::Acknowledge;
    action.alarms = {{row.id, row.occurrence}};
    send(plant, std::move(action), context, std::move(answered));
}

QString AlarmRequest::refusal(const Plant &plant, const Error &error)
{
    const PlantStatus status = plant.status->status();
    if (error.code == Error::Code::DiskFull)
        return tr("Done, but not stored yet: the disk is full. Free some space; it is stored then. "
                  "Until then the end of the program would undo it.");
    if (error.code == Error::Code::DiskError)
        return tr(
            "Done, but not stored yet: the disk cannot be written. Check it; storing is tried "
            "again. Until then the end of the program would undo it.");
    const bool isView = error.code == Error::Code::NotPermitted && !status.isOwner;
    return tr("Refused: %1").arg(isView ? viewWords(status) : reasonWords(error.detail));
}

} // namespace telltale
