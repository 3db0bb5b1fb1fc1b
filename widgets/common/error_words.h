#pragma once

#include "data/telemetry/result.h"

#include <QCoreApplication>
#include <QString>

namespace telltale {

/// What an error code means to people, and what they can do; in the language of the window.
/// Details of errors are English and for the log; they are shown beside, as they are.
class ErrorWords
{
    Q_DECLARE_TR_FUNCTIONS(ErrorWords)

public:
    static QString title(Error::Code code); ///< "The host name is unknown"
    static QString remedy(Error::Code code); ///< "Check the address and this computer's network."
    /// Title, detail and remedy in one line.
    static QString sentence(const Error &error);
    /// The same of something a person wanted to save: nothing tries it again.
    static QString unsaved(const Error &error);
    /// Why a window beside the owner of the data changes nothing, and where to do it.
    static QString viewOnly(const std::string &owner);
};

} // namespace telltale
