#pragma once

class QLabel;
class QString;

namespace telltale {

/// Labels of text of foreign origin: plain text only. Those of the bars of the window are cut where
/// they do not fit.
QLabel *quietLabel(); ///< in the second colour
QLabel *strongLabel();
/// Of a panel: as many lines as the text needs, to be selected and copied.
QLabel *wholeLabel(const QString &name);

} // namespace telltale
