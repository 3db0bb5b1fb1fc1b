#include "widgets/overview/tile_grid.h"

#include "widgets/common/theme.h"
#include "widgets/tiles/tile.h"
#include "widgets/tiles/tile_table.h"

#include "data/telemetry/clock.h"

#include <QKeyEvent>
#include <QResizeEvent>

#include <algorithm>
#include <cmath>

namespace telltale {
namespace {

constexpr int kWide = 320; ///< one tile with its gap
constexpr int kNarrow = 240; ///< the same where at most kFew stand side by side
constexpr int kFew = 4;
constexpr int kDesk = 1632; ///< width up to which tiles have the size of the design
constexpr double kMostZoom = 2.5;
constexpr double kZoomStep = 0.25;
constexpr double kMostHeight = 0.45; ///< of all rows, as a part of the window
constexpr double kTallest = 0.8; ///< of a tile that fills, as a part of its width

} // namespace

TileGrid::TileGrid(const Plant &plant, KpiTileModel &model, QWidget *parent)
    : QWidget(parent)
    , m_plant(plant)
    , m_model(model)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&m_model, &KpiTileModel::rebuilt, this, &TileGrid::rebuild);
    connect(&m_model, &KpiTileModel::changed, this, &TileGrid::show);
    connect(&Theme::instance(), &Theme::changed, this, &TileGrid::arrange);
    rebuild();
}

int TileGrid::columns() const
{
    const Theme &theme = Theme::instance();
    const int room = width() + Theme::kGap;
    const double growth = std::max(1.0, std::sqrt(double(room) / theme.measure(kDesk)));
    const int wide = static_cast<int>(theme.measure(kWide) * growth);
    const int few = std::min(kFew, room / theme.measure(kNarrow));
    return std::clamp(std::max(few, (room + wide / 3) / wide), 1, 12);
}

/// Where there is room for many, so many that the last row is as full as can be.
int TileGrid::across() const
{
    const int most = columns();
    const int tiles = static_cast<int>(m_tiles.size());
    if (width() <= Theme::instance().measure(kDesk) || tiles == 0)
        return most;
    const auto missing = [tiles](int across) { return (across - tiles % across) % across; };
    int best = most;
    for (int across = most; across >= (most + 1) / 2; --across) {
        if (missing(across) < missing(best))
            best = across;
    }
    return best;
}

/// By how much tiles are larger than the design has them: as wide as there is room, and no higher
/// than leaves some to what stands below.
double TileGrid::zoom() const
{
    const Theme &theme = Theme::instance();
    const double wide = double(width()) / across() / theme.measure(kWide);
    const double high
        = kMostHeight * window()->height() / rows() / theme.measure(Theme::kTileHeight);
    const double fitting = std::clamp(std::min(wide, high), 1.0, kMostZoom);
    return std::floor(fitting / kZoomStep) * kZoomStep;
}

int TileGrid::rows() const
{
    const int tiles = std::max(1, static_cast<int>(m_tiles.size()));
    return (tiles + across() - 1) / across();
}

int TileGrid::tileHeight(double zoom) const
{
    const int least = qRound(Theme::instance().measure(Theme::kTileHeight) * zoom);
    const int filling = (m_heightToFill + Theme::kGap) / rows() - Theme::kGap;
    const int most = static_cast<int>(kTallest * width() / across());
    return std::max(least, std::min(filling, most));
}

void TileGrid::setHeightToFill(int height)
{
    if (height == m_heightToFill)
        return;
    m_heightToFill = height;
    arrange();
}

void TileGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
    if (columns() == m_columns)
        return;
    m_columns = columns();
    Q_EMIT columnsChanged();
}

bool TileGrid::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto at = std::find(m_tiles.begin(), m_tiles.end(), watched);
    const auto index = static_cast<std::size_t>(at - m_tiles.begin());
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Left:
        moveFocus(index, -1);
        return true;
    case Qt::Key_Right:
        moveFocus(index, 1);
        return true;
    case Qt::Key_Up:
        moveFocus(index, -across());
        return true;
    case Qt::Key_Down:
        moveFocus(index, across());
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void TileGrid::rebuild()
{
    while (m_tiles.size() > m_model.size()) {
        delete m_tiles.back();
        m_tiles.pop_back();
    }
    for (std::size_t i = 0; i < m_model.size(); ++i) {
        if (i == m_tiles.size()) {
            m_tiles.push_back(make(i));
        } else if (m_tiles[i]->data().kind != m_model.tile(i).kind) {
            delete m_tiles[i];
            m_tiles[i] = make(i);
        }
        show(i);
    }
    arrange();
}

Tile *TileGrid::make(std::size_t index)
{
    Tile *tile = makeTile(m_model.tile(index).kind, m_plant.zone, this);
    tile->installEventFilter(this);
    connect(tile, &Tile::opened, this, [this, index] {
        Q_EMIT opened(index);
        const std::string &asset = m_model.tile(index).asset;
        if (!asset.empty())
            Q_EMIT openRequested(QStringLiteral("asset:") + QString::fromStdString(asset));
    });
    tile->show();
    return tile;
}

void TileGrid::arrange()
{
    const int across = this->across();
    const double zoom = this->zoom();
    const int high = tileHeight(zoom);
    const int room = width() - (across - 1) * Theme::kGap;
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        const int column = static_cast<int>(i) % across;
        const int row = static_cast<int>(i) / across;
        const int left = column * room / across + column * Theme::kGap;
        const int right = (column + 1) * room / across + column * Theme::kGap;
        m_tiles[i]->setZoom(zoom);
        m_tiles[i]->setGeometry(left, row * (high + Theme::kGap), right - left, high);
    }
    setFixedHeight(m_tiles.empty() ? 0 : rows() * (high + Theme::kGap) - Theme::kGap);
}

void TileGrid::show(std::size_t index)
{
    if (index < m_tiles.size())
        m_tiles[index]->setData(m_model.tile(index), m_plant.clock->now());
}

void TileGrid::moveFocus(std::size_t from, int by)
{
    const auto to = static_cast<std::ptrdiff_t>(from) + by;
    if (to >= 0 && to < static_cast<std::ptrdiff_t>(m_tiles.size()))
        m_tiles[static_cast<std::size_t>(to)]->setFocus(Qt::TabFocusReason);
}

} // namespace telltale
