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
    /// "it is more than 32 levels deep (byte 31)": what was found where.
    static QString detail(std::string_view told);
    /// What remedyOf() says of the whole reason.
    static QString remedy(const std::string &reason);
};

} // namespace telltale
