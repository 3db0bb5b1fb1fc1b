#pragma once

class QLabel;

namespace telltale {

/// Labels of the bars of the window. Their text is of foreign origin: plain text only, cut
/// where it does not fit.
QLabel *quietLabel(); ///< in the second colour
QLabel *strongLabel();

} // namespace telltale
