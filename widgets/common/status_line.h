#pragma once

#include "models/plant.h"
#include "models/screen_latency.h"

#include "data/telemetry/status_board.h"
#include "data/telemetry/timestamp.h"

#include <QFrame>

#include <optional>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace telltale {

/// The line below every page: age of the last durable commit, what became of every message, how
/// long samples take to the screen, how much history there is, problems, who sits here.
/// Thread  GUI.
class StatusLine : public QFrame
{
    Q_OBJECT

public:
    explicit StatusLine(const Plant &plant, QWidget *parent = nullptr);

    void frame(Timestamp now);
    /// Says that the window shows the plant as it was at `time`: counters of then are not stored.
    void standAt(Timestamp time);
    QString stored() const;
    QString sum() const; ///< "received N = stored N + dropped N"
    QString latency() const; ///< "device → screen 31 ms (p99 58 ms)"
    QSize sizeHint() const override;

Q_SIGNALS:
    void openRequested(const QString &key);
    void commandsRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *makeButton();
    void applyTheme();
    void showStatus(const PlantStatus &status, Timestamp now);
    QString sumWords(const Counters &counters) const;
    void showLatency(Timestamp now);
    void giveWay();
    QString historyWords(const PlantStatus &status, Timestamp now) const;

    const Plant &m_plant;
    QLabel *m_stored;
    QLabel *m_sum;
    QToolButton *m_why;
    ScreenLatency m_latency;
    QLabel *m_latencyWords;
    QLabel *m_history;
    QToolButton *m_problems;
    QLabel *m_who;
    QToolButton *m_commands;
    std::optional<Timestamp> m_standsAt;
    std::uint64_t m_version = 0;
    std::int64_t m_tenth = 0;
};

} // namespace telltale
