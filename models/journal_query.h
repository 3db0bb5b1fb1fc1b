#pragma once

#include "data/alarms/journal_filter.h"

#include <QCoreApplication>
#include <QString>
#include <QTimeZone>

#include <string>
#include <vector>

namespace telltale {

/// What somebody types and chooses to find entries of the alarm journal, as a filter. Words are
/// looked for as they are shown: "returned" finds what the journal calls RTN.
/// Thread  any.
class JournalQuery
{
    Q_DECLARE_TR_FUNCTIONS(JournalQuery)

public:
    /// A choice of types under one name.
    struct Kind
    {
        QString name;
        std::vector<std::string> types; ///< empty: all
    };
    /// All, groups of types, then each by itself.
    static std::vector<Kind> kinds();

    /// Every word must occur.
    static std::vector<JournalWord> words(const QString &text);
    /// In English, for the journal: "words pump hot; types ALARM, RTN; tag a/**; from .. to ..";
    /// a range without an end has no "to".
    static std::string told(const JournalFilter &filter);
    /// The same for people, in the language of the program.
    static QString shown(const JournalFilter &filter, Timestamp now, const QTimeZone &zone);
};

} // namespace telltale
