#pragma once

#include "data/alarms/alarm_types.h"

#include <QCoreApplication>
#include <QLocale>
#include <QString>

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>

namespace telltale {

/// How alarms read: the words of alarms.md section 10, beside colour and shape.
class AlarmWords
{
    Q_DECLARE_TR_FUNCTIONS(AlarmWords)

public:
    static QString priority(int priority); ///< CRIT, HIGH, MED, LOW
    static QString numbered(int priority); ///< "1 CRIT"
    /// "3 CRIT · 2 HIGH", of how many there are of each priority; empty: none.
    static QString counts(const std::array<std::uint64_t, 5> &byPriority);
    static QString state(AlarmState state); ///< NEW, ACKED, RETURNED ...
    /// What a marker says to whoever does not see it: "Priority 1 CRIT, NEW".
    static QString marker(int priority, AlarmState state);
    /// The same of the word a journal has for it (UNACK, RTNUN); another word stands as it is.
    static QString state(const std::string &journalWord);
    static QString journalType(const std::string &type); ///< of a journal entry
    /// What the alarm says. Those the program brings along are said in the language of the window,
    /// whatever was stored; those of rules as their author wrote them.
    static QString title(const AlarmRow &row);
    static QString title(const std::string &id, const std::string &stored);
    static QString cause(const AlarmRow &row); ///< empty: not stated; so the next two
    static QString consequence(const AlarmRow &row);
    static QString action(const AlarmRow &row);
    static QString rule(const AlarmRow &row); ///< id of its rule
    /// "since restart: no data": its state is that of before; empty: some came.
    static QString noData(const AlarmRow &row);
    /// "chattering × 7", the times since it was acknowledged; empty: it does not.
    static QString chattering(const AlarmRow &row);
    /// What was violated: "≥ 85.0" with the decimal sign of the locale.
    static QString condition(const AlarmRow &row, int decimals, const QLocale &locale);
    /// The same of a condition without a limit, as the engine tells it: "no data for 30 s".
    static QString condition(const std::string &told);
    /// "30 s" of "no data for 30 s", "no link" of "link down"; empty where a condition has no
    /// shorter form.
    static QString shortCondition(const AlarmRow &row);
    /// The connection an alarm is about; empty: it is another alarm.
    static QString connection(const std::string &id);
    /// "9 min 46 s", "overdue 2 min"; dash: nothing is stated, or the condition has returned.
    static QString timeLeft(const AlarmRow &row, Timestamp now);
};

/// What is left of the time to respond, below zero when it has run out; nothing where none is
/// stated or the condition has returned.
std::optional<std::chrono::microseconds> timeLeft(const AlarmRow &row, Timestamp now);

/// By priority, then as in the alarm list.
bool isWorse(const AlarmRow &one, const AlarmRow &other);

/// The alarm that needs an acknowledgement most: by priority, in each new ones before returned
/// ones, then the newest. Null: none does.
const AlarmRow *worstUnacknowledged(const std::vector<AlarmRow> &rows);

} // namespace telltale
