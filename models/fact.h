#pragma once

#include <QString>

namespace telltale {

/// One line of words: what it is, and what it says.
struct Fact
{
    QString name;
    QString value;
    bool operator==(const Fact &) const = default;
};

} // namespace telltale
