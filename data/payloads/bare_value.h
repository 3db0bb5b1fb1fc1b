#pragma once

#include "data/payloads/value_tree.h"

namespace telltale {

/// A payload that is a value by itself: a JSON number (also with a leading +), true, false, null, a
/// quoted JSON text, else the text as it is; white space around it is cut.
/// The text must be valid UTF-8 for which isBareText() holds.
ReadProblem readBareValue(std::string_view text, ValueTree &tree);

/// Whether valid UTF-8 may be a bare value: no control characters, tabs and line breaks aside.
bool isBareText(std::string_view text);

/// The text without JSON's white space at its ends.
std::string_view trimmed(std::string_view text);

/// The text without a byte order mark before it.
std::string_view withoutMark(std::string_view text);

} // namespace telltale
