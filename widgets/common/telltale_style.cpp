#include "widgets/common/telltale_style.h"

#include "widgets/common/style_painter.h"
#include "widgets/common/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStyleOption>
#include <QTextEdit>

namespace telltale {
namespace {

using Role = Theme::Role;

constexpr int kScrollBar = 10;
constexpr int kTabScroller = 20;
constexpr int kShortestHandle = 28;
constexpr int kButtonPadding = 12;
constexpr int kFieldPadding = 8;

QColor colour(Role role)
{
    return Theme::instance().color(role);
}

void setRole(QWidget &widget, QPalette::ColorRole role, Role as)
{
    QPalette palette = widget.palette();
    palette.setColor(role, colour(as));
    widget.setPalette(palette);
}

/// The groove without the step buttons nobody uses.
QRect scrollPart(const QStyleOptionSlider &bar, QStyle::SubControl part)
{
    const bool isLying = bar.orientation == Qt::Horizontal;
    const int length = isLying ? bar.rect.width() : bar.rect.height();
    const int range = bar.maximum - bar.minimum;
    int handle = length;
    if (range > 0)
        handle = std::clamp(
            static_cast<int>(std::int64_t {bar.pageStep} * length / (range + bar.pageStep)),
            std::min(kShortestHandle, length), length);
    const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                      length - handle, bar.upsideDown);
    const auto along = [&](int from, int size) {
        return isLying ? QRect(bar.rect.left() + from, bar.rect.top(), size, bar.rect.height())
                       : QRect(bar.rect.left(), bar.rect.top() + from, bar.rect.width(), size);
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        return along(start, handle);
    case QStyle::SC_ScrollBarGroove:
        return bar.rect;
    case QStyle::SC_ScrollBarSubPage:
        return along(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return along(start + handle, length - start - handle);
    default:
        return {};
    }
}

} // namespace

TelltaleStyle::TelltaleStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{ }

void TelltaleStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    const QString name = widget->objectName();
    if (name == QLatin1String("second"))
        setRole(*widget, QPalette::WindowText, Role::Second);
    else if (name == QLatin1String("live"))
        setRole(*widget, QPalette::WindowText, Role::Live);
    else if (name == QLatin1String("link"))
        setRole(*widget, QPalette::ButtonText, Role::Second);
    else if (name == QLatin1String("page"))
        widget->setAutoFillBackground(true);
    if (qobject_cast<QLineEdit *>(widget) || qobject_cast<QPlainTextEdit *>(widget)
        || qobject_cast<QTextEdit *>(widget))
        setRole(*widget, QPalette::Base, Role::Field);
    // Names come from afar: no label reads them as HTML unless it says so and escapes them.
    if (auto *label = qobject_cast<QLabel *>(widget);
        label && label->textFormat() == Qt::AutoText && !label->inherits("QTipLabel"))
        label->setTextFormat(Qt::PlainText);
    if (qobject_cast<QDialog *>(widget))
        setRole(*widget, QPalette::Window, Role::Surface);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (auto *area = qobject_cast<QScrollArea *>(widget)) {
        area->setFrameShape(QFrame::NoFrame);
        area->viewport()->setAutoFillBackground(false);
        if (area->widget())
            area->widget()->setAutoFillBackground(false);
    }
    if (auto *view = qobject_cast<QAbstractItemView *>(widget);
        view && !qobject_cast<QHeaderView *>(view))
        view->setFrameShape(QFrame::NoFrame);
}

QPalette TelltaleStyle::standardPalette() const
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Role as) { palette.setColor(role, colour(as)); };
    set(QPalette::Window, Role::Ground);
    set(QPalette::Base, Role::Surface);
    set(QPalette::AlternateBase, Role::Surface);
    set(QPalette::Button, Role::Raised);
    set(QPalette::WindowText, Role::Text);
    set(QPalette::Text, Role::Text);
    set(QPalette::ButtonText, Role::Text);
    set(QPalette::BrightText, Role::Text);
    set(QPalette::Highlight, Role::Selection);
    set(QPalette::HighlightedText, Role::Text);
    set(QPalette::PlaceholderText, Role::Second);
    set(QPalette::ToolTipBase, Role::Raised);
    set(QPalette::ToolTipText, Role::Text);
    set(QPalette::Link, Role::Live);
    set(QPalette::Light, Role::Raised);
    set(QPalette::Midlight, Role::Surface);
    set(QPalette::Mid, Role::Line);
    set(QPalette::Dark, Role::Line);
    set(QPalette::Shadow, Role::Line);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colour(Role::Second));
    return palette;
}

int TelltaleStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                               const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return kScrollBar;
    case PM_TabBarScrollButtonWidth:
        return Theme::instance().measure(kTabScroller);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_TreeViewIndentation:
        return Theme::instance().measure(16);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int TelltaleStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                             QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ItemView_ArrowKeysNavigateIntoChildren:
        return hint == SH_ItemView_ArrowKeysNavigateIntoChildren ? 1 : 0;
    case SH_Widget_Animation_Duration:
    case SH_ScrollBar_Transient:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QSize TelltaleStyle::sizeFromContents(ContentsType type, const QStyleOption *option,
                                      const QSize &size, const QWidget *widget) const
{
    const Theme &theme = Theme::instance();
    const int height = theme.measure(Theme::kButtonHeight);
    switch (type) {
    case CT_PushButton:
        return {size.width() + 2 * theme.measure(kButtonPadding), height};
    case CT_ToolButton:
        if (widget && widget->objectName() == QLatin1String("link"))
            return size;
        return {size.width() + 2 * theme.measure(kFieldPadding), height};
    case CT_LineEdit:
        return {size.width(), height};
    case CT_ComboBox:
    case CT_SpinBox:
        return {QProxyStyle::sizeFromContents(type, option, size, widget).width(), height};
    case CT_MenuItem:
        return QProxyStyle::sizeFromContents(type, option, size, widget) + QSize(16, 4);
    default:
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

QRect TelltaleStyle::subElementRect(SubElement element, const QStyleOption *option,
                                    const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        const int padding = Theme::instance().measure(kFieldPadding) - 2;
        return option->rect.adjusted(padding, 1, -padding, -1);
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect TelltaleStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                    SubControl part, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return scrollPart(*bar, part);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

void TelltaleStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                                  QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonTool:
        if ((option->state & State_AutoRaise)
            && !(option->state & (State_MouseOver | State_Sunken | State_HasFocus)))
            return;
        [[fallthrough]];
    case PE_PanelButtonCommand:
        StylePainter(*painter).button(*option, widget);
        return;
    case PE_PanelLineEdit:
    case PE_FrameLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            StylePainter(*painter).box(option->rect, Role::Field, option->state);
        return;
    }
    case PE_IndicatorBranch:
        if (option->state & State_Children)
            StylePainter(*painter).arrow(option->rect,
                                         option->state & State_Open ? StylePainter::Arrow::Down
                                                                    : StylePainter::Arrow::Right);
        return;
    case PE_PanelItemViewRow:
        if (option->state & State_Selected)
            painter->fillRect(option->rect, colour(Role::Selection));
        return;
    case PE_FrameFocusRect:
        if (!qobject_cast<const QAbstractItemView *>(widget)) {
            painter->setPen(colour(Role::Text));
            painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        }
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void TelltaleStyle::drawControl(ControlElement element, const QStyleOption *option,
                                QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case CE_ShapedFrame:
        if (widget && StylePainter(*painter).namedFrame(option->rect, widget->objectName()))
            return;
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        StylePainter(*painter).headerSection(option->rect);
        return;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            StylePainter(*painter).headerLabel(*header);
        return;
    case CE_Header: // without Fusion's own idea of where a sort arrow goes
        drawControl(CE_HeaderSection, option, painter, widget);
        drawControl(CE_HeaderLabel, option, painter, widget);
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void TelltaleStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                       QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
            bar && bar->maximum > bar->minimum)
            StylePainter(*painter).scrollHandle(scrollPart(*bar, SC_ScrollBarSlider),
                                                bar->activeSubControls & SC_ScrollBarSlider);
        return;
    }
    if (control == CC_ToolButton) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
            QStyleOptionToolButton plain = *button;
            plain.features &= ~QStyleOptionToolButton::HasMenu; // no arrow beside the name
            QProxyStyle::drawComplexControl(control, &plain, painter, widget);
            return;
        }
    }
    if (control == CC_ComboBox) {
        const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        if (box && !box->editable) {
            StylePainter paint(*painter);
            paint.box(box->rect, Role::Raised, box->state);
            paint.arrow(subControlRect(control, option, SC_ComboBoxArrow, widget),
                        StylePainter::Arrow::Down);
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace telltale
