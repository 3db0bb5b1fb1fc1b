#pragma once

#include "models/handover.h"

#include "data/telemetry/result.h"

#include <QLocale>
#include <QTimeZone>

#include <string>

namespace telltale {

class TagRegistry;

/// What stands in a hand-over beside what was gathered.
struct HandoverPaper
{
    std::string site; ///< or what else the plant is called
    std::string madeBy; ///< empty: nobody is named
    QTimeZone zone; ///< of every time in it
    QLocale locale; ///< of numbers and dates; the words follow the installed translation
};

/// Writes a hand-over as a PDF, as writePages() does: first what the shift was and its notes, then
/// the lists of now, the alarms and actions of the shift, and its key figures.
/// Thread  any; needs no window.
/// Errors  Cancelled; those of the file.
Outcome writeHandover(const Handover &handover, const TagRegistry &tags, const HandoverPaper &paper,
                      const std::string &file, const CancelFlag *cancel = nullptr);

} // namespace telltale
