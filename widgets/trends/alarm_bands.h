#pragma once

#include "models/plant.h"

#include "data/alarms/alarm_types.h"

#include <QObject>

#include <functional>
#include <string>
#include <vector>

namespace telltale {

class AlarmJournal;
class TrendView;

/// Tints in a trend the time that alarms of its tags lasted, as journal and active alarms tell it.
/// Thread  GUI; the journal is asked off it, again after alarms have changed. While it cannot be
///         read, the view says so, and what was read before stays.
class AlarmBands : public QObject
{
    Q_OBJECT

public:
    /// `concerns` says of which tags (paths) entries are kept.
    AlarmBands(const Plant &plant, TrendView &view,
               std::function<bool(const std::string &tag)> concerns, QObject *parent);
    ~AlarmBands() override;

    void frame(Timestamp now);
    /// The view has other tags.
    void show();
    bool isLoaded() const { return m_isLoaded; }
    /// Newest first.
    const std::vector<AlarmJournalEntry> &entries() const { return m_entries; }

Q_SIGNALS:
    void taken(); ///< other entries

private:
    void ask(Timestamp now);
    void take(std::vector<AlarmJournalEntry> entries);

    const Plant &m_plant;
    TrendView &m_view;
    const std::function<bool(const std::string &tag)> m_concerns;
    AlarmJournal *m_journal;
    std::vector<AlarmJournalEntry> m_entries;
    std::uint64_t m_version = 0; ///< of the alarms shown
    Timestamp m_askAt {}; ///< when the journal is to be asked; the largest time: not
    bool m_isLoaded = false;
};

} // namespace telltale
