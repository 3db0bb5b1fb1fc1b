#pragma once

#include "data/alarms/alarm_board.h"

#include <QStringList>
#include <QWidget>

#include <array>

namespace telltale {

/// Alarms per priority in the banner: marker, how many are active, how many of them are new, how
/// many returned before anybody acknowledged them; then how many are hidden - shelved, suppressed
/// by design, out of service - and whether there is a flood, of how many. A click or Enter opens
/// the alarm page.
/// Thread  GUI.
class AlarmCounts : public QWidget
{
    Q_OBJECT

public:
    explicit AlarmCounts(QWidget *parent = nullptr);
    void show(const AlarmSnapshot &snapshot);
    /// Where there is little room: how many are active and how many hidden; what is new is in the
    /// marker, and all of it in the tool tip.
    void setBrief(bool isBrief);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void clicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Count
    {
        std::uint32_t active = 0;
        std::uint32_t fresh = 0;
        std::uint32_t returned = 0; ///< and not acknowledged
    };
    void takeHidden(const AlarmSnapshot &snapshot);
    static AlarmState stateOf(const Count &count);
    /// Lays out, and paints if there is a painter; the width taken.
    int arrange(class QPainter *painter) const;

    std::array<Count, 5> m_counts {};
    QStringList m_hidden; ///< words for what is hidden, as far as something is
    std::uint32_t m_hiddenCount = 0;
    bool m_isFlood = false;
    QString m_recent; ///< how many came lately, in words
    bool m_isBrief = false;
};

} // namespace telltale
