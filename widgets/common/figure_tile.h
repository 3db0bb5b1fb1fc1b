#pragma once

#include "widgets/common/surface.h"

class QLabel;

namespace telltale {

/// A key figure on a small framed surface: what it is, its value, one line of meaning.
/// Thread  GUI.
class FigureTile : public Surface
{
    Q_OBJECT

public:
    explicit FigureTile(const QString &title, QWidget *parent = nullptr);
    void setFigure(const QString &value, const QString &meaning);

private:
    void applyTheme();

    QLabel *m_title;
    QLabel *m_value;
    QLabel *m_meaning;
};

} // namespace telltale
