#pragma once

#include "widgets/common/panel.h"

#include "models/plant.h"

#include "data/telemetry/tag.h"

#include <optional>
#include <string>

namespace telltale {

class RowTableModel;
class SpeakerCensus;

/// The assets that speak on a connection, of one area or of all. Opens what is activated.
/// Thread  GUI.
class SpeakingAssetsPanel : public Panel
{
    Q_OBJECT

public:
    explicit SpeakingAssetsPanel(const Plant &plant, QWidget *parent = nullptr);
    /// No source: nothing; no area: those of all.
    void show(const SpeakerCensus &census, std::optional<SourceId> source,
              const std::optional<std::string> &area);

Q_SIGNALS:
    void openRequested(const QString &key);

private:
    QString remark(std::size_t all, const std::optional<std::string> &area) const;

    const Plant &m_plant;
    RowTableModel *m_rows;
};

} // namespace telltale
