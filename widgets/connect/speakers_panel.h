#pragma once

#include "widgets/common/panel.h"

#include "models/plant.h"
#include "models/speaker_census.h"

#include <optional>
#include <string>

namespace telltale {

class DataTable;
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

    /// Goes on counting the tags that are new, a part each time.
    void count();
    /// All are counted, and what is shown tells of them all.
    bool isComplete() const { return !m_isCounting && !m_hasUnshown; }
    /// Shows what `connection` brought (null: nothing), unless it was shown a short while ago.
    void frame(const ConnectionStatus *connection, Timestamp now);
    void show(const ConnectionStatus *connection);
    const SpeakerCensus &census() const { return m_census; }
    /// Of the connection that is shown.
    std::optional<SourceId> source() const { return m_source; }
    /// Path of the area that is selected.
    std::optional<std::string> area() const;
    int wantedHeight() const; ///< with all its rows

Q_SIGNALS:
    void openRequested(const QString &key);
    void shown(); ///< something else, or another area is selected

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitWords();
    void showFamilies(bool areKnown);
    static QString wordsOfNothing(const ConnectionStatus *connection);
    QString totalWords(const SpeakerCensus::Totals &totals) const;

    const Plant &m_plant;
    SpeakerCensus m_census;
    bool m_isCounting = true;
    bool m_knowsFamilies = false;
    bool m_hasUnshown = true; ///< counted since it was shown last
    std::int64_t m_shownAt = 0; ///< second
    std::optional<SourceId> m_source;
    RowTableModel *m_rows;
    DataTable *m_table;
};

} // namespace telltale
