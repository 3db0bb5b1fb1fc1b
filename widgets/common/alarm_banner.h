#pragma once

#include "models/plant.h"

#include "data/telemetry/status_board.h"
#include "data/telemetry/timestamp.h"

#include <QFrame>

class QLabel;
class QToolButton;

namespace telltale {

class AlarmCounts;
class BannerAlarm;

/// The line that stands above every page: site, worst unacknowledged alarm, counts, what does not
/// work, connection, clock.
/// Thread  GUI. frame() as often as the window draws.
class AlarmBanner : public QFrame
{
    Q_OBJECT

public:
    explicit AlarmBanner(const Plant &plant, QWidget *parent = nullptr);

    void frame(Timestamp now);
    /// The alarm on screen, with the occurrence on screen.
    void acknowledge();
    /// The clock has its date: what is shown is not of today.
    void setShowsDate(bool shows) { m_showsDate = shows; }
    /// Nobody acts in a picture: that the window is a view goes without saying.
    void setIsPicture() { m_isPicture = true; }
    QToolButton *menuButton() const { return m_menu; }
    /// What does not work, in words, however many of them are shown; empty: all well.
    QString degraded() const { return m_degradedWords; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void openRequested(const QString &key);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showAlarms(Timestamp now);
    void showStatus(Timestamp now);
    void showClock(Timestamp now);
    void showSound();
    void giveWay();
    void shrink(int needed);
    int reword(QLabel &label, const QString &words) const;
    int fixWidth(QLabel &label, int most) const;
    int hideUntilFits(const QList<QLabel *> &labels, int needed);
    QString connectionWords(const PlantStatus &status) const;
    static QString ownerWords(const std::string &owner);
    static QString stoppedWords(const std::vector<Problem> &problems);
    static QString diskWords(const DiskRoom &disk);
    QStringList recordingWords(const PlantStatus &status) const;
    QStringList connectionFaults(const PlantStatus &status, Timestamp now) const;
    static QString shortWords(const PlantStatus &status);
    static QStringList faultCounts(const PlantStatus &status);

    const Plant &m_plant;
    QToolButton *m_menu;
    QLabel *m_site;
    BannerAlarm *m_alarm;
    AlarmCounts *m_counts;
    QLabel *m_degraded;
    QString m_degradedWords;
    QString m_degradedBrief; ///< the same with connections only counted
    QString m_degradedShort; ///< the worst of it
    QLabel *m_sound;
    QString m_soundWords;
    QString m_soundShort; ///< empty: nobody misses it
    QString m_soundTip;
    QLabel *m_connection;
    QLabel *m_clock;
    QLabel *m_zone;
    std::uint64_t m_alarmVersion = 0;
    std::uint64_t m_statusVersion = 0;
    std::int64_t m_second = 0;
    bool m_showsDate = false;
    bool m_isPicture = false;
};

} // namespace telltale
