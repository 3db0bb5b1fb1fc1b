#pragma once

#include <QFont>
#include <QStringList>

namespace telltale {

/// A text and the font in which it fits.
struct FittedText
{
    QString text;
    QFont font;
};

/// The first of `forms` that is no wider than `room` in `largest` or in one of a few smaller sizes
/// of it; the last one, cut, where none is.
FittedText fitValue(const QStringList &forms, const QFont &largest, int room);

} // namespace telltale
