#include "widgets/alarms/handover_tiles.h"

#include "widgets/common/figure_tile.h"
#include "widgets/common/theme.h"

#include "models/handover.h"
#include "models/value_text.h"

#include <QHBoxLayout>

namespace telltale {

HandoverTiles::HandoverTiles(QWidget *parent)
    : QWidget(parent)
    , m_active(new FigureTile(tr("Alarms now")))
    , m_shelved(new FigureTile(tr("Shelved")))
    , m_out(new FigureTile(tr("Out of service")))
    , m_came(new FigureTile(tr("Came in the shift")))
    , m_done(new FigureTile(tr("Actions in the shift")))
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Theme::kGap);
    for (FigureTile *tile : {m_active, m_shelved, m_out, m_came, m_done})
        line->addWidget(tile, 1);
}

void HandoverTiles::setHandover(const Handover &handover, const QString &counts)
{
    const AlarmSnapshot &alarms = *handover.alarms;
    const auto isLong = static_cast<int>(handover.longOutOfService());
    m_active->setFigure(countText(alarms.rows.size()), tr("active or not acknowledged"));
    m_shelved->setFigure(countText(alarms.shelved), tr("each with reason and end"));
    m_out->setFigure(countText(alarms.outOfService),
                     isLong == 0 ? tr("none over 24 h")
                                 : tr("%n over 24 h", "out of service", isLong));
    m_came->setFigure(countText(handover.figures.annunciated), counts);
    m_done->setFigure(countText(handover.actions.size() + handover.moreActions),
                      tr("%n note(s)", nullptr, static_cast<int>(handover.notes.size())));
}

} // namespace telltale
