#pragma once

namespace telltale {

/// Digits of a number that count.
inline constexpr int kSignificantDigits = 6;

/// How many digits after the point `value` needs to show kSignificantDigits, without zeros at their
/// end; at least `seen`. So what a tag needed once it keeps, and its numbers stand still.
/// Shape   0 .. 5, or `seen`: that is all there is to say of 0, of what is not finite, and of what
///         is shown as a power of ten. Quick where `seen` is enough: it is asked of every sample.
int decimalPlaces(double value, int seen = -1);

} // namespace telltale
