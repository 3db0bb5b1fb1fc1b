#pragma once

class QLabel;

namespace telltale {

/// Labels of the bars of the window. Their text is of foreign origin: plain text only.
QLabel *quietLabel(); ///< in the second colour
QLabel *strongLabel();

} // namespace telltale
