#pragma once

#include "models/plant.h"

#include "data/alarms/alarm_types.h"
#include "data/telemetry/timestamp.h"

#include <QAbstractButton>

#include <optional>

namespace telltale {

/// The alarm that needs attention most, in the banner: marker, title, value, limit, place, age and
/// the key that acknowledges it. A click or Enter opens its asset; Space, or a click on the key,
/// acknowledges.
/// Thread  GUI.
class BannerAlarm : public QAbstractButton
{
    Q_OBJECT

public:
    explicit BannerAlarm(const Plant &plant, QWidget *parent = nullptr);

    void show(const std::optional<AlarmRow> &alarm, Timestamp now);
    const std::optional<AlarmRow> &alarm() const { return m_alarm; }
    QString detail() const; ///< value, limit, place, age
    /// Of title and detail, what there is room for: the place gives way to value and age.
    QString shownWords() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// Of the marker, the key and some letters of the title, where there is no room for more.
    int leastWidth() const;

Q_SIGNALS:
    void acknowledgeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRect keyCap() const;
    QString keyText() const;
    int textRoom() const; ///< for title and detail with the space between
    int shownForm() const;
    QString shownTitle() const;

    const Plant &m_plant;
    std::optional<AlarmRow> m_alarm;
    QString m_title;
    QStringList m_details; ///< from all there is to say to value and age alone
};

} // namespace telltale
