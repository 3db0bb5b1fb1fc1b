#pragma once

#include "widgets/common/panel.h"

#include "models/plant.h"
#include "models/speaker_census.h"

namespace telltale {

class RowTableModel;
struct ConnectionStatus;

/// What speaks on a connection: areas with their families, assets and tags. Opens what is
/// activated.
/// Thread  GUI.
class SpeakersPanel : public Panel
{
    Q_OBJECT

public:
    explicit SpeakersPanel(const Plant &plant, QWidget *parent = nullptr);

    /// Goes on counting the tags that are new, a part each time; true while there are more.
    bool count();
    /// Shows what `connection` brought (null: nothing), unless it was shown a short while ago.
    void frame(const ConnectionStatus *connection, Timestamp now);
    void show(const ConnectionStatus *connection);

Q_SIGNALS:
    void openRequested(const QString &key);

private:
    const Plant &m_plant;
    SpeakerCensus m_census;
    bool m_isCounting = true;
    std::int64_t m_shownAt = 0; ///< second
    RowTableModel *m_rows;
};

} // namespace telltale
