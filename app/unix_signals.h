#pragma once

#include <QObject>

class QSocketNotifier;

namespace telltale {

/// Turns SIGTERM and SIGINT into an orderly end of the event loop. One per process.
class UnixSignals : public QObject
{
    Q_OBJECT

public:
    /// Before any thread starts, so that the signals wait for this object and end nothing: Qt's
    /// connection to the display is a thread of its own.
    static void hold();
    UnixSignals();
    ~UnixSignals() override;

private:
    QSocketNotifier *m_notifier;
};

} // namespace telltale
