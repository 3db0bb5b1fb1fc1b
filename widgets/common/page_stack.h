#pragma once

#include <QScrollArea>
#include <QStackedWidget>

namespace telltale {

/// The pages of the window, one of them shown. It wants no more room than that one.
/// Thread  GUI.
class PageStack : public QStackedWidget
{
    Q_OBJECT

public:
    explicit PageStack(QWidget *parent = nullptr);
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return false; }
};

/// What a PageStack lies in: scrolled where the window is smaller than the page can be.
/// Thread  GUI.
class PageScroller : public QScrollArea
{
    Q_OBJECT

public:
    explicit PageScroller(PageStack *pages, QWidget *parent = nullptr);
};

} // namespace telltale
