#pragma once

#include <QLatin1String>
#include <QPushButton>
#include <QWidget>

namespace telltale::test {

/// The part of a page or dialog that has this name.
template <typename Field> Field *field(const QWidget &parent, const char *name)
{
    return parent.findChild<Field *>(QLatin1String(name));
}

/// The button a person finds by these words.
inline QPushButton *button(const QWidget &parent, const QString &text)
{
    for (QPushButton *one : parent.findChildren<QPushButton *>()) {
        if (one->text().contains(text) && one->isVisibleTo(&parent))
            return one;
    }
    return nullptr;
}

} // namespace telltale::test
