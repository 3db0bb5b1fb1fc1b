#pragma once

#include <QLabel>

namespace telltale {

/// One line of plain text that gives way: what does not fit ends in an ellipsis, and the tool tip
/// has it whole. For names that come from afar and may have any length.
/// Thread  GUI.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(const QString &text = {}, QWidget *parent = nullptr);
    bool isCut() const; ///< the text is wider than the label
    /// The width of the text, at most that of some letters.
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

} // namespace telltale
