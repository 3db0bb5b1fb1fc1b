#pragma once

#include <QCoreApplication>
#include <QString>

#include <string>
#include <string_view>

namespace telltale {

/// Why a payload was not understood and what to do about it, in the language of the window.
class PayloadWords
{
    Q_DECLARE_TR_FUNCTIONS(PayloadWords)

public:
    /// What was found where, behind the words of its kind: ": it is more than 32 levels deep (byte
    /// 31)". What is no text of this program is as told, in brackets.
    static QString detail(std::string_view told);
    /// What it looks like: "JSON, broken at byte 17", "24 bytes, binary".
    static QString looks(std::string_view told);
    /// What remedyOf() says of the whole reason.
    static QString remedy(const std::string &reason);
};

} // namespace telltale
