#pragma once

#include "models/plant.h"

#include "data/alarms/alarm_types.h"
#include "data/telemetry/tag.h"

#include <QWidget>

class QLabel;

namespace telltale {

class AlarmBands;
class TrendView;

/// The last 30 minutes of an alarm's tag, with its limits and the times the alarm was active. A
/// click or Enter opens it as a page.
/// Thread  GUI. frame() as often as the page is drawn.
class AlarmTrend : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::chrono::minutes kSpan {30};

    explicit AlarmTrend(const Plant &plant, QWidget *parent = nullptr);
    /// Hides itself for an alarm without a tag that is known here.
    void setAlarm(const AlarmRow &alarm);
    void frame(Timestamp now);
    bool isComplete() const;
    TrendView &view() const { return *m_view; }

Q_SIGNALS:
    void openRequested();

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showLimits(const AlarmRow &alarm);

    const Plant &m_plant;
    QLabel *m_heading;
    TrendView *m_view;
    AlarmBands *m_bands;
    TagId m_tag;
};

} // namespace telltale
