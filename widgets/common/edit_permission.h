#pragma once

class QWidget;

namespace telltale {

struct Plant;

/// Whether plant and workspace may be changed from this window. If not - it is a view - a message
/// over `window` says so and names the owner.
bool mayEdit(const Plant &plant, QWidget *window);

} // namespace telltale
