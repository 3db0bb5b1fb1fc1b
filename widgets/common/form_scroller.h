#pragma once

#include <QScrollArea>

namespace telltale {

/// The fields of a dialog: as large as they need, but no larger than the screen has room for; then
/// they scroll, and the buttons below them stay in sight.
/// Thread  GUI.
class FormScroller : public QScrollArea
{
    Q_OBJECT

public:
    /// `room` is the most that it may ask for.
    FormScroller(QWidget *content, QSize room, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    int heightFor(int width) const;

    const QSize m_room;
};

} // namespace telltale
