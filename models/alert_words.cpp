#include "models/alert_words.h"

#include "models/alerts.h"
#include "models/told_words.h"

namespace telltale {

using State = Alerts::Outlet::State;

QString AlertWords::sound(const Alerts &alerts)
{
    if (!alerts.isAudible())
        return tr("no alarm sound");
    return alerts.isSounding() ? tr("horn on") : tr("sound on");
}

QString AlertWords::soundReason(const Alerts &alerts)
{
    if (alerts.isMuted())
        return tr("Muted: Ctrl+M lets alarms be heard again.");
    switch (alerts.sound().state) {
    case State::Untested:
        return tr("The sound has not been tested yet.");
    case State::Absent:
        return tr("There is no sound device. Connect one; it is looked for every minute.");
    case State::Failed:
        return tr("The sound device fails: %1. It is tried again every minute.")
            .arg(ToldWords::detail(alerts.sound().detail));
    case State::Works:
        break;
    }
    return tr("F8 silences the horn until the next alarm, and acknowledges nothing.");
}

QString AlertWords::desktop(const Alerts &alerts)
{
    switch (alerts.desktop().state) {
    case State::Untested:
        return tr("not tested yet");
    case State::Absent:
        return tr("not available here");
    case State::Failed:
        return tr("failing");
    case State::Works:
        break;
    }
    return tr("priorities 1 and 2, while another window is used");
}

std::vector<TableRow> AlertWords::rows(const Alerts &alerts)
{
    const QString detail = ToldWords::detail(alerts.desktop().detail);
    return {{"sound", {{tr("Alarm sound"), {}, true}, {sound(alerts)}}, soundReason(alerts)},
            {"desktop", {{tr("Desktop notifications"), {}, true}, {desktop(alerts)}}, detail}};
}

} // namespace telltale
