#pragma once

#include <QCoreApplication>
#include <QString>

#include <string_view>

namespace telltale {

/// What the data layer tells in English, for the log and other programs, in the language of the
/// window. What is no text of this program stands as it is.
/// Thread  any.
class ToldWords
{
    Q_DECLARE_TR_FUNCTIONS(ToldWords)

public:
    /// Who has the data: "root@vm, process 4711".
    static QString owner(std::string_view told);
    /// What a problem is about: "device clocks", "works (password)".
    static QString subject(std::string_view told);
    /// Cause or remedy of a problem or of a disconnect, one or several.
    static QString detail(std::string_view told);
    /// What a rule of an alarm finds: "rises ≥ 0.5/s"; its numbers in the form of the locale.
    static QString condition(std::string_view told);
};

} // namespace telltale
