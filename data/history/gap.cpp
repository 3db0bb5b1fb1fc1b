#include "data/history/gap.h"

namespace telltale {

const char *causeWord(HistoryGap::Cause cause)
{
    switch (cause) {
    case HistoryGap::Cause::ProgramOff:
        return "program off";
    case HistoryGap::Cause::SourceDisconnected:
        return "source disconnected";
    case HistoryGap::Cause::DeviceSilent:
        return "device silent";
    case HistoryGap::Cause::PayloadRejected:
        return "payload rejected";
    case HistoryGap::Cause::DiskError:
        return "disk error";
    case HistoryGap::Cause::Overload:
        return "overload";
    case HistoryGap::Cause::SwitchedOff:
        return "switched off";
    }
    return "";
}

} // namespace telltale
