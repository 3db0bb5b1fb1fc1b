#include "widgets/assets/asset_dock.h"

#include "widgets/assets/asset_tree_view.h"
#include "widgets/common/theme.h"

#include "models/asset_filter_model.h"
#include "models/asset_tree_model.h"
#include "models/trend_key.h"
#include "models/value_text.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QSignalBlocker>
#include <QStackedWidget>

#include <utility>
#include <vector>

namespace telltale {
namespace {

constexpr int kRowsAtStart = 40; ///< areas are opened while they fit
constexpr int kLevelsAtStart = 2;
const QString kAssetKey = QStringLiteral("asset:");

} // namespace

AssetDock::AssetDock(AssetTreeModel &model, QWidget *parent)
    : QFrame(parent)
    , m_model(&model)
    , m_found(new AssetFilterModel(*m_model, this))
    , m_header(new QFrame)
    , m_title(new QLabel(tr("Assets")))
    , m_count(new QLabel)
    , m_field(new QLineEdit)
    , m_note(new QLabel)
    , m_stack(new QStackedWidget)
    , m_tree(new AssetTreeView)
    , m_results(new AssetTreeView)
{
    m_header->setObjectName(QStringLiteral("panelHeader"));
    m_count->setObjectName(QStringLiteral("second"));
    m_note->setObjectName(QStringLiteral("second"));
    m_note->setContentsMargins(Theme::kGap, 0, Theme::kGap, Theme::kGrid);
    m_note->setWordWrap(true);
    m_note->hide();
    auto *head = new QHBoxLayout(m_header);
    head->setContentsMargins(Theme::kGap, 0, Theme::kGap, 0);
    head->addWidget(m_title, 1);
    head->addWidget(m_count);
    m_field->setPlaceholderText(tr("Filter assets and tags    Ctrl+F"));
    m_field->setAccessibleName(tr("Filter assets and tags"));
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    m_tree->setModel(m_model);
    m_tree->setAccessibleName(tr("Assets"));
    m_results->setModel(m_found);
    m_results->setAccessibleName(tr("Assets and tags found"));
    m_stack->addWidget(m_tree);
    m_stack->addWidget(m_results);

    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 1, 0);
    whole->setSpacing(0);
    whole->addWidget(m_header);
    auto *field = new QHBoxLayout;
    field->setContentsMargins(Theme::kGap, Theme::kGrid, Theme::kGap, Theme::kGrid);
    field->addWidget(m_field);
    whole->addLayout(field);
    whole->addWidget(m_note);
    whole->addWidget(m_stack, 1);
    connect(m_field, &QLineEdit::textChanged, this, &AssetDock::filter);
    connect(m_tree, &AssetTreeView::opened, this, &AssetDock::open);
    connect(m_results, &AssetTreeView::opened, this, &AssetDock::open);
    connect(m_tree, &QTreeView::expanded, this, &AssetDock::expandedChanged);
    connect(m_tree, &QTreeView::collapsed, this, &AssetDock::expandedChanged);
    connect(m_model, &AssetTreeModel::grown, this, &AssetDock::openAwaited);
    connect(&Theme::instance(), &Theme::changed, this, &AssetDock::applyTheme);
    applyTheme();
}

void AssetDock::frame(Timestamp now)
{
    m_model->sync(now);
    m_count->setText(numberText(m_model->tree().assets(), 0, QLocale()));
    openFirstLevels();
    const std::int64_t second = toMicroseconds(now) / 1'000'000;
    if (second == m_second)
        return;
    m_second = second;
    static_cast<AssetTreeView *>(m_stack->currentWidget())->viewport()->update(); // states age
}

void AssetDock::focusFilter()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

std::optional<QStringList> AssetDock::expanded() const
{
    if (!m_hasOpened)
        return std::nullopt;
    QStringList found = m_awaited;
    QModelIndexList level {QModelIndex()};
    while (!level.isEmpty()) {
        const QModelIndex parent = level.takeLast();
        for (int i = 0; i < m_model->rowCount(parent); ++i) {
            const QModelIndex node = m_model->index(i, 0, parent);
            if (m_tree->isExpanded(node))
                level << node;
        }
        if (parent.isValid())
            found << parent.data(AssetTreeModel::PathRole).toString();
    }
    return found;
}

void AssetDock::expand(const QStringList &paths)
{
    m_hasOpened = true;
    m_isRestored = true;
    m_awaited = paths;
    openAwaited();
}

void AssetDock::openAwaited()
{
    QStringList missing;
    for (const QString &path : std::exchange(m_awaited, {})) {
        const AssetTree::Node node = m_model->tree().find(path.toStdString());
        if (node == AssetTree::kNone)
            missing << path;
        else
            m_tree->expand(m_model->indexOf(node));
    }
    m_awaited = missing;
}

void AssetDock::select(const QString &key)
{
    if (!key.startsWith(kAssetKey))
        return;
    const std::string path = key.mid(kAssetKey.size()).toStdString();
    const QModelIndex index = m_model->indexOf(m_model->tree().find(path));
    if (!index.isValid() || index == m_tree->currentIndex())
        return;
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

bool AssetDock::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Escape:
        m_field->clear();
        m_tree->setFocus();
        return true;
    case Qt::Key_Down:
        m_stack->currentWidget()->setFocus();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const QModelIndex first = m_found->firstMatch(); first.isValid())
            open(first);
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

void AssetDock::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Theme &theme = Theme::instance();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Theme::Role::Surface));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), theme.color(Theme::Role::Line));
}

void AssetDock::open(const QModelIndex &index)
{
    const QString path = index.data(AssetTreeModel::PathRole).toString();
    const bool isTag = index.data(AssetTreeModel::IsTagRole).toBool();
    Q_EMIT openRequested(isTag ? TrendKey::of(QStringList(path)) : kAssetKey + path);
}

void AssetDock::filter(const QString &text)
{
    const bool isFiltering = !text.trimmed().isEmpty();
    m_found->setFilter(text);
    m_stack->setCurrentWidget(isFiltering ? m_results : m_tree);
    m_note->setVisible(isFiltering && (m_found->isCut() || m_found->found() == 0));
    if (!isFiltering)
        return;
    m_note->setText(
        m_found->found() == 0
            ? tr("Nothing has this in its path.")
            : tr("The first %1 of %2 tags found.").arg(m_found->shown()).arg(m_found->found()));
    m_results->expandAll();
}

/// Each area once, as soon as something is below it: what a person closes stays closed.
void AssetDock::openFirstLevels()
{
    const std::size_t size = m_model->tree().size();
    if (m_isRestored || !m_model->hasAllTags() || m_model->tree().assets() == 0
        || m_openedOf == size)
        return; // which levels have room is known of a whole tree only
    m_openedOf = size;
    m_hasOpened = true;
    int rows = m_model->rowCount();
    std::vector<QModelIndex> level {QModelIndex()};
    for (int depth = 0; depth < kLevelsAtStart && !level.empty(); ++depth) {
        std::vector<QModelIndex> below;
        for (const QModelIndex &parent : level) {
            for (int i = 0; i < std::min(m_model->rowCount(parent), kRowsAtStart); ++i) {
                const QModelIndex area = m_model->index(i, 0, parent);
                const AssetTree::Node node = m_model->nodeOf(area);
                const auto more = static_cast<int>(m_model->tree().children(node).size());
                if (m_model->tree().isAsset(node) || m_model->tree().isOwn(node) || more == 0)
                    continue;
                if (rows + more <= kRowsAtStart && m_opened.insert(node).second)
                    m_tree->expand(area);
                if (!m_tree->isExpanded(area))
                    continue;
                if (m_model->rowCount(area) == 0)
                    m_openedOf = 0; // the view asks for them soon
                rows += more;
                below.push_back(area);
            }
        }
        level = std::move(below);
    }
}

void AssetDock::applyTheme()
{
    const Theme &theme = Theme::instance();
    setMinimumWidth(theme.measure(200));
    m_header->setFixedHeight(theme.measure(Theme::kTabHeight));
    m_title->setFont(theme.font(Theme::Type::Strong));
    m_count->setFont(theme.font(Theme::Type::Label));
    update();
}

} // namespace telltale
