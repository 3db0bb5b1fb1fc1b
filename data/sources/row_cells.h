#pragma once

#include "data/telemetry/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace telltale {

/// What is true of the cells of any table, whoever reads it.

/// No value: blank, spaces alone, or `NA`.
bool isAbsentCell(std::string_view cell);

/// The number a cell means, in the grammar of JSON: forms of other programs (+1.5, .5, -.5, 5.)
/// mean what they look like. Empty: it is no number. Valid as long as `cell` and `scratch`.
std::string_view numberOfCell(std::string_view cell, std::string &scratch);

/// A cell as JSON: the number it is, with the file's digits, else a text.
std::string jsonOfCell(std::string_view cell);

/// Errors  WrongUse: a name is not UTF-8.
Outcome checkHeading(const std::vector<std::string> &heading);

/// Errors  Malformed: more or fewer than the heading has.
Outcome checkCells(const std::vector<std::string_view> &cells, std::size_t columns);

/// A to Z as a to z.
std::string loweredCell(std::string_view text);

} // namespace telltale
