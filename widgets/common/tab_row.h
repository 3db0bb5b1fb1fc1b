#pragma once

#include <QTabBar>

class QFontMetrics;

namespace telltale {

/// The row of page tabs. The first tab stays; others close with their cross, the middle button or
/// Ctrl+W.
/// Thread  GUI.
class TabRow : public QTabBar
{
    Q_OBJECT

public:
    explicit TabRow(QWidget *parent = nullptr);
    QSize minimumSizeHint() const override;
    /// As much of a tab's text as fits: of "asset · tag" the asset stays, and the end of its name.
    static QString fitting(const QString &text, const QFontMetrics &metrics, int width);

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void tabInserted(int index) override;

private:
    void applyTheme();
    int widthFor(int index, int text) const;
    QRect cross(int index) const;
    void paintTab(QPainter &painter, int index) const;

    int m_hovered = -1;
};

} // namespace telltale
