#pragma once

#include "widgets/common/page.h"

#include "models/journal_job.h"
#include "models/key_figure_count.h"
#include "models/key_figure_model.h"

#include <QElapsedTimer>

#include <optional>

class QLabel;
class QPushButton;

namespace telltale {

class DataTable;
class PeriodEdit;
class RowTableModel;
class SegmentBar;

/// Page `key-figures`: how much alarms ask of people, live and over a period, beside what is
/// reasonable, and the ten alarms that come most often.
class KeyFiguresPage : public Page
{
    Q_OBJECT

public:
    enum Period { SevenDays, ThirtyDays, Chosen };

    explicit KeyFiguresPage(const Plant &plant, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("key-figures"); }
    QString title() const override;
    void frame(Timestamp now) override;
    bool isComplete() const override { return m_hasLive && m_hasPeriod; }
    void takeOver(const Page &before) override; ///< the period
    void standAt(Timestamp time) override { m_standsAt = time; }

    void showPeriod(int period);
    DataTable &table() const { return *m_table; }
    DataTable &worst() const { return *m_worst; }

private:
    QWidget *makeHead();
    QWidget *makeFigures();
    QWidget *makeWorst();
    KeyFigureRequest request(std::vector<TimeRange> ranges, Timestamp now) const;
    void countLive(Timestamp now);
    void countPeriod(Timestamp now);
    void takePeriod(const Result<KeyFigureList> &figures, Timestamp now);
    std::optional<TimeRange> range(Timestamp now) const;
    bool isOver(const std::optional<std::chrono::microseconds> &asked,
                std::chrono::microseconds pace) const;
    void choose();
    void countOrStop();
    void showState(const QString &words, const QString &none = {});
    void openWorst(const QModelIndex &index);

    JournalJob *m_live;
    JournalJob *m_job; ///< of the period
    KeyFigureModel *m_model;
    RowTableModel *m_worstModel;
    SegmentBar *m_periods = nullptr;
    PeriodEdit *m_chosen;
    QPushButton *m_count = nullptr;
    QLabel *m_said = nullptr;
    QLabel *m_none = nullptr; ///< in the place of the worst alarms
    DataTable *m_table = nullptr;
    DataTable *m_worst = nullptr;
    Period m_period = SevenDays;
    std::optional<Timestamp> m_standsAt;
    std::optional<std::chrono::microseconds> m_liveAsked; ///< steady: nobody sets it
    std::optional<std::chrono::microseconds> m_periodAsked;
    Timestamp m_periodAt {}; ///< the time it was counted for
    QElapsedTimer m_took;
    std::chrono::milliseconds m_pace; ///< of the live ones
    bool m_hasLive = false;
    bool m_hasPeriod = false;
    bool m_isStopped = false; ///< by a person
};

} // namespace telltale
