#pragma once

#include "models/plant.h"

#include "data/telemetry/timestamp.h"

#include <QWidget>

namespace telltale {

class SpeakersPanel;
class SpeakingAssetsPanel;
class ThroughputPanel;
struct ConnectionStatus;

/// What comes through a connection: the areas that speak on it; where there is room, also their
/// assets one by one - of the area that is selected - and how much came in the last hour.
/// Thread  GUI.
class IncomingPanels : public QWidget
{
    Q_OBJECT

public:
    explicit IncomingPanels(const Plant &plant, QWidget *parent = nullptr);

    /// Whether there is room for everything.
    void setRoomy(bool isRoomy);
    bool isComplete() const;
    void frame(Timestamp now); ///< counts and draws on
    /// Shows what `connection` brought (null: nothing), not too often.
    void showStatus(const ConnectionStatus *connection, Timestamp now);
    void show(const ConnectionStatus *connection); ///< at once

Q_SIGNALS:
    void openRequested(const QString &key);

private:
    void showAssets();
    void fit();

    SpeakersPanel *m_speakers;
    SpeakingAssetsPanel *m_assets;
    ThroughputPanel *m_throughput;
    bool m_isRoomy = false;
};

} // namespace telltale
