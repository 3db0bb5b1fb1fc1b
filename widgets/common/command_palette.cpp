#include "widgets/common/command_palette.h"

#include "widgets/common/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace telltale {
namespace {

constexpr int kWidth = 560;
constexpr int kHeight = 420;
constexpr int kTop = 88;
constexpr int kHintRole = Qt::UserRole;

class CommandDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Theme &theme = Theme::instance();
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, theme.color(Theme::Role::Selection));
        const QRect row = option.rect.adjusted(theme.measure(12), 0, -theme.measure(12), 0);
        painter->setFont(theme.font(Theme::Type::Label));
        painter->setPen(theme.color(Theme::Role::Second));
        const QString hint = painter->fontMetrics().elidedText(index.data(kHintRole).toString(),
                                                               Qt::ElideMiddle, row.width() / 2);
        painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter, hint);
        const int taken = painter->fontMetrics().horizontalAdvance(hint) + theme.measure(12);
        painter->setFont(theme.font(Theme::Type::Text));
        painter->setPen(theme.color(Theme::Role::Text));
        painter->drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight,
                                                            row.width() - taken));
        painter->restore();
    }
    /// A row is as wide as the list leaves it beside its scroll bar.
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {0, Theme::instance().measure(Theme::kTableRow)};
    }
};

} // namespace

CommandPalette::CommandPalette(QWidget *over)
    : QFrame(over)
    , m_field(new QLineEdit)
    , m_list(new QListWidget)
    , m_note(new QLabel(tr("Nothing has all these words in its name.")))
{
    m_field->setPlaceholderText(tr("Page, asset, tag or action"));
    m_field->setAccessibleName(tr("Page, asset, tag or action"));
    m_field->installEventFilter(this);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(1, Theme::kGrid, 1, 1);
    auto *field = new QVBoxLayout;
    field->setContentsMargins(Theme::kGrid, 0, Theme::kGrid, 0);
    field->addWidget(m_field);
    whole->addLayout(field);
    m_note->setObjectName(QStringLiteral("second"));
    m_note->setContentsMargins(Theme::kGap, Theme::kGrid, Theme::kGap, Theme::kGrid);
    m_note->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    whole->addWidget(m_list, 1);
    whole->addWidget(m_note, 1);
    hide();
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::runCurrent);
}

bool CommandPalette::fits(const QString &name, const QStringList &words)
{
    return std::all_of(words.begin(), words.end(), [&](const QString &word) {
        return name.contains(word, Qt::CaseInsensitive);
    });
}

void CommandPalette::open(std::vector<Command> commands, Finder find)
{
    m_commands = std::move(commands);
    m_find = std::move(find);
    const Theme &theme = Theme::instance();
    const QWidget *over = parentWidget();
    const int wide = std::min(theme.measure(kWidth), over->width() - 2 * Theme::kMargin);
    const int high = std::min(theme.measure(kHeight), over->height() - theme.measure(kTop));
    setGeometry((over->width() - wide) / 2, theme.measure(kTop) / 2, wide, high);
    m_field->clear();
    fill({});
    if (QWidget *focused = window()->focusWidget(); focused != m_field)
        m_before = focused;
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::FocusOut)
        hide();
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Escape:
        giveFocusBack();
        return true;
    case Qt::Key_Down:
        moveCurrent(1);
        return true;
    case Qt::Key_Up:
        moveCurrent(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

/// Else it would go to whatever comes next: a text field, or a button that removes something.
void CommandPalette::giveFocusBack()
{
    if (m_before && m_before->isVisible())
        m_before->setFocus(Qt::OtherFocusReason);
    hide();
}

void CommandPalette::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Theme &theme = Theme::instance();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Theme::Role::Surface));
    painter.setPen(theme.color(Theme::Role::Text));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void CommandPalette::fill(const QString &text)
{
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    m_shown.clear();
    std::copy_if(m_commands.begin(), m_commands.end(), std::back_inserter(m_shown),
                 [&](const Command &command) { return fits(command.name, words); });
    if (!words.isEmpty() && m_find) {
        for (Command &command : m_find(text))
            m_shown.push_back(std::move(command));
    }
    m_list->clear();
    for (const Command &command : m_shown) {
        auto *item = new QListWidgetItem(command.name, m_list);
        item->setData(kHintRole, command.hint);
    }
    m_list->setCurrentRow(0);
    m_list->setVisible(!m_shown.empty());
    m_note->setVisible(m_shown.empty());
}

QString CommandPalette::note() const
{
    return m_note->isHidden() ? QString() : m_note->text();
}

void CommandPalette::runCurrent()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= static_cast<int>(m_shown.size()))
        return;
    const std::function<void()> run = m_shown[static_cast<std::size_t>(row)].run;
    giveFocusBack();
    run();
}

void CommandPalette::moveCurrent(int by)
{
    const int rows = m_list->count();
    if (rows > 0)
        m_list->setCurrentRow((m_list->currentRow() + by + rows) % rows);
}

} // namespace telltale
