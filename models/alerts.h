#pragma once

#include "models/horn.h"
#include "models/urgent_news.h"

#include <QObject>
#include <QTimer>

#include <string>

namespace telltale {

class AlarmBoard;

/// How alarms reach somebody who does not look: what the horn should play, what is worth a
/// notification of the desktop, and whether there is anything to play and show it with.
/// Thread  GUI. Looks at the alarms by itself, whether a window is shown or not.
class Alerts : public QObject
{
    Q_OBJECT

public:
    /// Whether what plays or shows them can.
    struct Outlet
    {
        enum class State { Untested, Works, Absent, Failed };
        State state = State::Untested;
        std::string detail; ///< English, of the library; may be empty
        bool operator==(const Outlet &) const = default;
    };

    explicit Alerts(const AlarmBoard &alarms, QObject *parent = nullptr);

    /// From now on it looks ten times a second.
    void start();
    void look();
    void silenceHere();
    void setMuted(bool isMuted);
    bool isMuted() const { return m_isMuted; }
    /// What should be heard; nothing while it is muted.
    Horn::State horn() const;
    /// Something sounds, heard or not.
    bool isSounding() const { return m_horn.state().tone != HornTone::None; }

    void setSound(const Outlet &sound);
    void setDesktop(const Outlet &desktop);
    const Outlet &sound() const { return m_sound; }
    const Outlet &desktop() const { return m_desktop; }
    /// An alarm would be heard: alarms.md 5 wants it said for as long as it would not.
    bool isAudible() const { return !m_isMuted && m_sound.state == Outlet::State::Works; }

Q_SIGNALS:
    void hornChanged();
    void urgentCame(const std::vector<AlarmRow> &alarms);

private:
    const AlarmBoard &m_alarms;
    QTimer m_timer;
    std::uint64_t m_version = 0;
    bool m_hasLooked = false;
    Horn m_horn;
    Horn::State m_told;
    UrgentNews m_news;
    bool m_isMuted = false;
    Outlet m_sound;
    Outlet m_desktop;

    void tell();
};

} // namespace telltale
