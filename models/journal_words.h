#pragma once

#include "data/alarms/journal_filter.h"

#include <QCoreApplication>
#include <QLocale>
#include <QString>
#include <QTimeZone>

#include <vector>

namespace telltale {

class TagRegistry;

/// What an entry of the alarm journal says beside type, state and value: the words of people as
/// they wrote them, those of the engine in the language of the window.
/// Thread  any.
class JournalWords
{
    Q_DECLARE_TR_FUNCTIONS(JournalWords)

public:
    /// "until 22:10:00 · sensor is exchanged", "shelve: a reason is needed".
    static QString of(const AlarmJournalEntry &entry, Timestamp now, const QTimeZone &zone);

    /// In the words of the alarm list: "NEW → RETURNED".
    static QString change(const AlarmJournalEntry &entry);

    /// With the places its tag has today, and its unit.
    static QString value(const AlarmJournalEntry &entry, const TagRegistry &tags,
                         const QLocale &locale);

    /// Of its tag, or the connection it is about.
    static QString place(const AlarmJournalEntry &entry, const TagRegistry &tags);

    /// The words of the engine that are shown with `text` in them: what is looked for as it is
    /// shown.
    static std::vector<JournalCode> codesWith(const QString &text);

private:
    static QString action(const std::string &word);
    static QString fate(const std::string &word); ///< of a rule
    static QString reason(const AlarmJournalEntry &entry);
};

} // namespace telltale
