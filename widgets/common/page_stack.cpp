#include "widgets/common/page_stack.h"

#include <QScrollBar>
#include <QVBoxLayout>

namespace telltale {

PageStack::PageStack(QWidget *parent)
    : QStackedWidget(parent)
{
    connect(this, &QStackedWidget::currentChanged, this, [this] { updateGeometry(); });
}

QSize PageStack::minimumSizeHint() const
{
    const QWidget *page = currentWidget();
    return page ? page->minimumSizeHint().expandedTo(page->minimumSize()) : QSize();
}

PageScroller::PageScroller(PageStack *pages, QWidget *parent)
    : QScrollArea(parent)
{
    // A layout between them: a scroll area asks the layout of what it holds, not the widget,
    // whether its height follows from its width.
    auto *holder = new QWidget;
    auto *whole = new QVBoxLayout(holder);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(pages);
    setWidget(holder);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    connect(pages, &QStackedWidget::currentChanged, this, [this] {
        horizontalScrollBar()->setValue(0);
        verticalScrollBar()->setValue(0);
    });
}

} // namespace telltale
