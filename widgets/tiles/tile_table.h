#pragma once

#include <QTimeZone>

#include <span>
#include <string_view>

class QWidget;

namespace telltale {

class Tile;

/// How one kind of tile is drawn. A new kind is a file, its line in tile_table.cpp, and in
/// models/page_reader.cpp what a description of it needs.
struct TileMaker
{
    std::string_view kind; ///< of tileKinds()
    Tile *(*make)(const QTimeZone &zone, QWidget *parent);
};

std::span<const TileMaker> tileTable();
/// A tile of `kind`, which is in the table: page descriptions are checked when they are read.
Tile *makeTile(std::string_view kind, const QTimeZone &zone, QWidget *parent);

} // namespace telltale
