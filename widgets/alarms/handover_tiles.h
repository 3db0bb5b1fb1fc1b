#pragma once

#include <QWidget>

namespace telltale {

class FigureTile;
struct Handover;

/// What a hand-over comes to, as figures in a row above its parts.
/// Thread  GUI.
class HandoverTiles : public QWidget
{
    Q_OBJECT

public:
    explicit HandoverTiles(QWidget *parent = nullptr);
    /// `counts`: the alarms that came, by priority, in words.
    void setHandover(const Handover &handover, const QString &counts);

private:
    FigureTile *m_active;
    FigureTile *m_shelved;
    FigureTile *m_out;
    FigureTile *m_came;
    FigureTile *m_done;
};

} // namespace telltale
