#pragma once

#include "data/alarms/key_figures.h"

#include <QCoreApplication>
#include <QLocale>
#include <QString>

namespace telltale {

/// How key figures read: name, value, target, and what they come to in a word.
/// Thread  any.
class KeyFigureWords
{
    Q_DECLARE_TR_FUNCTIONS(KeyFigureWords)

public:
    static QString name(KeyFigure::Kind kind, int priority);
    /// With its unit; a dash: there is none.
    static QString value(const KeyFigure &figure, const QLocale &locale);
    static QString target(KeyFigure::Kind kind, int priority, const QLocale &locale);
    static QString actAbove(KeyFigure::Kind kind, int priority, const QLocale &locale);
    static QString verdict(const KeyFigure &figure); ///< empty: there is none

private:
    static QString upset(const KeyFigure &figure);
};

} // namespace telltale
