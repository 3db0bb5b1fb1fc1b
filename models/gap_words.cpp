#include "models/gap_words.h"

#include "models/value_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace telltale {

QString rollUpWords()
{
    return QCoreApplication::translate("GapWords", "only roll-ups are left");
}

QString gapWords(const HistoryGap &gap, Timestamp now)
{
    const auto words = [&gap] {
        switch (gap.cause) {
        case HistoryGap::Cause::ProgramOff:
            return QCoreApplication::translate("GapWords", "program off %1");
        case HistoryGap::Cause::SourceDisconnected:
            return QCoreApplication::translate("GapWords", "broker down %1");
        case HistoryGap::Cause::DeviceSilent:
            return QCoreApplication::translate("GapWords", "device silent %1");
        case HistoryGap::Cause::PayloadRejected:
            return QCoreApplication::translate("GapWords", "payload rejected %1");
        case HistoryGap::Cause::DiskError:
            return QCoreApplication::translate("GapWords", "disk error %1");
        case HistoryGap::Cause::Overload:
            return QCoreApplication::translate("GapWords", "overload %1");
        case HistoryGap::Cause::SwitchedOff:
            return QCoreApplication::translate("GapWords", "switched off %1");
        case HistoryGap::Cause::NameUnknown:
            return QCoreApplication::translate("GapWords", "name unknown %1");
        case HistoryGap::Cause::TlsFailed:
            return QCoreApplication::translate("GapWords", "TLS failed %1");
        case HistoryGap::Cause::SignInRefused:
            return QCoreApplication::translate("GapWords", "sign-in refused %1");
        case HistoryGap::Cause::NotPermitted:
            return QCoreApplication::translate("GapWords", "not permitted %1");
        }
        return QString();
    };
    const bool hasBegin = gap.range.from != Timestamp::min();
    QString age;
    if (isBrief(gap, now))
        age = QStringLiteral("< 1 s");
    else if (hasBegin)
        age = ageText(std::min(gap.range.to, now) - gap.range.from);
    return words().arg(age).trimmed();
}

QString gapCauseWords(const std::string &key)
{
    const std::optional<HistoryGap::Cause> cause = causeOfKey(key);
    if (!cause)
        return shownText(key).replace(QLatin1Char('_'), QLatin1Char(' '));
    return gapWords({*cause, {}, {}, {Timestamp::min(), Timestamp::max()}}, {});
}

bool isBrief(const HistoryGap &gap, Timestamp now)
{
    return gap.range.from != Timestamp::min()
        && std::min(gap.range.to, now) - gap.range.from < std::chrono::seconds(1);
}

} // namespace telltale
