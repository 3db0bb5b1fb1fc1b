#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;

namespace telltale {

/// Words about what was just asked for and refused, in full, over the page: below the banner of the
/// window, gone after a while or by a click. There is one in a window.
/// Thread  GUI.
class Notice : public QFrame
{
    Q_OBJECT

public:
    /// In the window of `near`; an empty `text` takes back what is said there.
    static void say(const QWidget &near, const QString &text);
    /// What is said in the window of `near`; empty: nothing.
    static QString said(const QWidget &near);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    explicit Notice(QWidget *window);
    static Notice *of(const QWidget &near);
    void show(const QString &text);
    void place();

    QLabel *m_text;
    QTimer m_stays;
};

} // namespace telltale
