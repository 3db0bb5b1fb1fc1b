#pragma once

#include "widgets/common/page.h"

#include "models/key_figure_count.h"

#include <QElapsedTimer>

#include <array>
#include <chrono>

class QLineEdit;
class QStackedWidget;

namespace telltale {

class AlarmHead;
class AlarmJournal;
class AlarmListView;
class FigureTile;
class JournalJob;
class JournalView;
class RulesView;

/// Page `alarms`: the active list with its key figures, the lists of hidden alarms, the journal and
/// the rules.
class AlarmPage : public Page
{
    Q_OBJECT

public:
    enum Segment {
        ActiveSegment,
        ShelvedSegment,
        SuppressedSegment,
        OutOfServiceSegment,
        JournalSegment,
        RulesSegment
    };

    explicit AlarmPage(const Plant &plant, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("alarms"); }
    QString title() const override;
    void frame(Timestamp now) override;
    bool isComplete() const override;
    void takeOver(const Page &before) override; ///< list, journal or rules, and the filter
    /// `shelved`, `suppressed`, `out-of-service`, `journal`, `rules`, `add-rule`, `worst`;
    /// else the list.
    void showPart(const QString &part) override;

    AlarmListView &list() const { return *m_list; }
    /// Of one of the three segments of hidden alarms.
    AlarmListView &hiddenList(Segment segment);
    void showSegment(int segment);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeFigures();
    void showSnapshot();
    void showAreas();
    void askFigures(Timestamp now);
    void takeFigures(const Result<KeyFigureList> &figures);
    void showFigures();
    void showNoFigures();
    void giveWay();
    RulesView &rules();
    void connectList(AlarmListView &list);
    bool showsHidden() const;
    QWidget &widgetOf(Segment segment);
    QLineEdit *filterOf(Segment segment) const;

    AlarmJournal *m_journal;
    AlarmHead *m_head;
    AlarmListView *m_list;
    std::array<AlarmListView *, 3> m_hiddenLists {}; ///< each once it was wanted
    JournalView *m_journalView;
    RulesView *m_rules = nullptr; ///< once it was wanted: it counts the tags of each rule
    QStackedWidget *m_segments;
    Segment m_segment = ActiveSegment;
    QWidget *m_figuresRow;
    FigureTile *m_perHour;
    FigureTile *m_lastMinutes;
    FigureTile *m_standing;
    FigureTile *m_chattering;
    FigureTile *m_acknowledging;
    FigureTile *m_new;
    JournalJob *m_counting; ///< of the figures
    KeyFigureList m_figures; ///< of 10 min, 1 h and 24 h; empty: not known
    QString m_figuresFault; ///< why they are not
    QStringList m_areas;
    std::uint64_t m_version = 0;
    std::optional<std::chrono::microseconds> m_figuresAt; ///< when they were asked for, steady
    std::uint64_t m_figuresVersion = 0; ///< of the list then
    bool m_hasFrame = false;
    std::chrono::milliseconds m_pace; ///< of the figures, while alarms come
    QElapsedTimer m_took;
};

} // namespace telltale
