#include "models/alarm_request.h"

#include "models/alerts.h"
#include "models/gui_call.h"
#include "models/told_words.h"
#include "models/value_text.h"

#include "data/alarms/alarm_board.h"
#include "data/telemetry/status_board.h"

namespace telltale {
namespace {

/// What the engine refuses with, and how that is said.
struct Refusal
{
    const char *word;
    const char *shown;
};
constexpr Refusal kRefusals[] = {
    {"stale_occurrence",
     QT_TRANSLATE_NOOP("AlarmRequest",
                       "it came again meanwhile; look at it and acknowledge once more")},
    {"nothing_to_ack", QT_TRANSLATE_NOOP("AlarmRequest", "there is nothing to acknowledge")},
    {"already_acked", QT_TRANSLATE_NOOP("AlarmRequest", "it is acknowledged already")},
    {"suppressed", QT_TRANSLATE_NOOP("AlarmRequest", "it is suppressed")},
    {"unknown_alarm", QT_TRANSLATE_NOOP("AlarmRequest", "its rule no longer exists")},
    {"not_permitted", QT_TRANSLATE_NOOP("AlarmRequest", "you are not permitted to")},
    {"not_shelvable",
     QT_TRANSLATE_NOOP(
         "AlarmRequest",
         "its rule allows no shelving; of priority 1 that must be written in the rule")},
    {"reason_required", QT_TRANSLATE_NOOP("AlarmRequest", "a reason is needed")},
    {"bad_duration", QT_TRANSLATE_NOOP("AlarmRequest", "that is longer than its rule allows")},
    {"total_exceeded",
     QT_TRANSLATE_NOOP("AlarmRequest", "it has been shelved for as long as its rule allows")},
    {"shelf_full",
     QT_TRANSLATE_NOOP("AlarmRequest", "as many alarms are shelved as may be at once")},
    {"not_shelved", QT_TRANSLATE_NOOP("AlarmRequest", "it is not shelved")},
    {"out_of_service", QT_TRANSLATE_NOOP("AlarmRequest", "it is out of service")},
    {"already_out_of_service", QT_TRANSLATE_NOOP("AlarmRequest", "it is out of service")},
    {"not_out_of_service", QT_TRANSLATE_NOOP("AlarmRequest", "it is not out of service")},
    {"ack_first", QT_TRANSLATE_NOOP("AlarmRequest", "it must be acknowledged first")},
    {"condition_active", QT_TRANSLATE_NOOP("AlarmRequest", "it is still active")},
    {"nothing_to_reset", QT_TRANSLATE_NOOP("AlarmRequest", "there is nothing to reset")},
};

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
    for (const Refusal &known : kRefusals) {
        if (word == known.word)
            return tr(known.shown);
    }
    return shownText(word);
}

std::vector<std::string> AlarmRequest::reasonsWith(const QString &text)
{
    std::vector<std::string> words;
    for (const Refusal &known : kRefusals) {
        if (tr(known.shown).contains(text, Qt::CaseInsensitive))
            words.emplace_back(known.word);
    }
    return words;
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
