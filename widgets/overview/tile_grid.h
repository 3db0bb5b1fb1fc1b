#pragma once

#include "models/kpi_tile_model.h"
#include "models/plant.h"

#include <QWidget>

#include <vector>

namespace telltale {

class Tile;

/// The tiles of a KpiTileModel in rows of equal tiles: five across at 1600 pixels, three at 960. On
/// walls tiles grow: fewer, larger ones fill the rows.
/// Thread  GUI.
class TileGrid : public QWidget
{
    Q_OBJECT

public:
    TileGrid(const Plant &plant, KpiTileModel &model, QWidget *parent = nullptr);

    int columns() const; ///< for which there is room
    int across() const; ///< of the tiles there are
    /// The height that all rows may fill by growing, curves and all; 0: none.
    void setHeightToFill(int height);
    Tile *tile(std::size_t index) const { return m_tiles[index]; }
    std::size_t size() const { return m_tiles.size(); }

Q_SIGNALS:
    void openRequested(const QString &key);
    void opened(std::size_t index); ///< the same click, for those who open something else
    void columnsChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    double zoom() const;
    int rows() const;
    int tileHeight(double zoom) const;
    void rebuild();
    Tile *make(std::size_t index);
    void arrange();
    void show(std::size_t index);
    void moveFocus(std::size_t from, int by);

    const Plant &m_plant;
    KpiTileModel &m_model;
    std::vector<Tile *> m_tiles;
    int m_columns = 0;
    int m_heightToFill = 0;
};

} // namespace telltale
