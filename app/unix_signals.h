#pragma once

#include <QObject>

class QSocketNotifier;

namespace telltale {

/// Turns SIGTERM and SIGINT into an orderly end of the event loop. One per process.
class UnixSignals : public QObject
{
    Q_OBJECT

public:
    UnixSignals();
    ~UnixSignals() override;

private:
    QSocketNotifier *m_notifier;
};

} // namespace telltale
