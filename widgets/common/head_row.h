#pragma once

#include <QWidget>

class QBoxLayout;
class QHBoxLayout;

namespace telltale {

/// The head of a page: what it is at the left, what can be done at the right. Where the page is too
/// narrow for both, one below the other.
/// Thread  GUI.
class HeadRow : public QWidget
{
    Q_OBJECT

public:
    explicit HeadRow(QWidget *parent = nullptr);
    QHBoxLayout *start() const { return m_start; }
    QHBoxLayout *end() const { return m_end; }
    /// One below the other rather than cutting words.
    void keepWords() { m_keepsWords = true; }
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    QBoxLayout *m_both;
    QHBoxLayout *m_start;
    QHBoxLayout *m_end;
    bool m_keepsWords = false;
    bool m_isBeside = true;
};

} // namespace telltale
