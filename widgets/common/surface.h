#pragma once

#include <QFrame>

namespace telltale {

/// A framed surface with rounded corners and nothing on it: what tiles and panels lie on.
/// Thread  GUI.
class Surface : public QFrame
{
    Q_OBJECT

public:
    using QFrame::QFrame;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace telltale
