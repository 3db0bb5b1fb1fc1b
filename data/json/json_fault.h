#pragma once

#include <string>

struct QJsonParseError;

namespace telltale {

/// What is written wrong, in words for who mends the file: "a comma or a } is missing before here".
std::string jsonFault(const QJsonParseError &error);

} // namespace telltale
