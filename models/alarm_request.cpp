#include "models/alarm_request.h"

#include "models/alerts.h"
#include "models/gui_call.h"
#include "models/told_words.h"
#include "models/value_text.h"

#include "data/alarms/alarm_board.h"
#include "data/telemetry/status_board.h"

namespace telltale {
namespace {

QString viewWords(const PlantStatus &status)
{
    const std::string &owner = status.owner;
    if (owner.empty() && !status.recording)
        return AlarmRequest::tr("nothing can be stored at the moment");
    if (owner.empty())
        return AlarmRequest::tr("nothing records at the moment; start Telltale first");
    return AlarmRequest::tr("this window is a view; act in the one of %1")
        .arg(ToldWords::owner(owner));
}

} // namespace

void AlarmRequest::send(const Plant &plant, AlarmAction action, QObject *context, Answered answered)
{
    if (action.by.empty())
        action.by = plant.user;
    plant.alarms->act(
        std::move(action),
        onGuiThread<AlarmAnswer>(
            context, [&plant, answered = std::move(answered)](const AlarmAnswer &answer) {
                answered(answer.ok() ? QString() : refusal(plant, answer));
            }));
}

/// Of several alarms some may be acknowledged all the same.
QString AlarmRequest::refusal(const Plant &plant, const AlarmAnswer &answer)
{
    if (answer.acknowledged == 0)
        return refusal(plant, answer.error());
    const QString done
        = tr("%n alarm(s) acknowledged", nullptr, static_cast<int>(answer.acknowledged));
    const QString left = answer.error().detail == "stale_occurrence"
        ? tr("%n came again meanwhile", nullptr, static_cast<int>(answer.refused))
        : refusal(plant, answer.error());
    return done + QStringLiteral("; ") + left;
}

void AlarmRequest::acknowledge(const Plant &plant, const AlarmRow &row, QObject *context,
                               Answered answered)
{
    AlarmAction action;
    action.kind = AlarmAction::Kind::Acknowledge;
    action.alarms = {{row.id, row.occurrence}};
    send(plant, std::move(action), context, std::move(answered));
}

void AlarmRequest::silence(const Plant &plant, QObject *context, Answered answered)
{
    if (!obstacle(plant).isEmpty()) {
        plant.alerts->silenceHere();
        return answered({});
    }
    AlarmAction action;
    action.kind = AlarmAction::Kind::Silence;
    send(plant, std::move(action), context, std::move(answered));
}

QString AlarmRequest::obstacle(const Plant &plant)
{
    const PlantStatus status = plant.status->status();
    return status.isOwner ? QString() : viewWords(status);
}

QString AlarmRequest::reason(const std::string &word)
{
    if (word == "stale_occurrence")
        return tr("it came again meanwhile; look at it and acknowledge once more");
    if (word == "nothing_to_ack")
        return tr("there is nothing to acknowledge");
    if (word == "already_acked")
        return tr("it is acknowledged already");
    if (word == "suppressed")
        return tr("it is suppressed");
    if (word == "unknown_alarm")
        return tr("its rule no longer exists");
    if (word == "not_permitted")
        return tr("you are not permitted to");
    if (word == "not_shelvable")
        return tr("its rule allows no shelving; of priority 1 that must be written in the rule");
    if (word == "reason_required")
        return tr("a reason is needed");
    if (word == "bad_duration")
        return tr("that is longer than its rule allows");
    if (word == "total_exceeded")
        return tr("it has been shelved for as long as its rule allows");
    if (word == "shelf_full")
        return tr("as many alarms are shelved as may be at once");
    if (word == "not_shelved")
        return tr("it is not shelved");
    if (word == "out_of_service" || word == "already_out_of_service")
        return tr("it is out of service");
    if (word == "not_out_of_service")
        return tr("it is not out of service");
    if (word == "ack_first")
        return tr("it must be acknowledged first");
    if (word == "condition_active")
        return tr("it is still active");
    if (word == "nothing_to_reset")
        return tr("there is nothing to reset");
    return shownText(word);
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
    return tr("Refused: %1").arg(isView ? viewWords(status) : reason(error.detail));
}

} // namespace telltale
