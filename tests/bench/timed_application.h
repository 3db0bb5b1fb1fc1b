#pragma once

#include <QApplication>

#include <algorithm>
#include <chrono>
#include <functional>
#include <utility>

namespace telltale::bench {

/// Ends the event loop and nothing else: QCoreApplication::quit() closes the windows first, and
/// what they paint is still to be measured.
inline void leaveLoop()
{
    QCoreApplication::exit();
}

/// An application that knows how long its longest event took, and tells when one has been handled.
/// Thread  GUI.
class TimedApplication : public QApplication
{
public:
    using QApplication::QApplication;
    using Handled = std::function<void(QObject *receiver, QEvent *event)>;

    void setHandled(Handled handled) { m_handled = std::move(handled); }
    void forgetWorst() { m_worst = {}; }
    double worstMilliseconds() const
    {
        return std::chrono::duration<double, std::milli>(m_worst).count();
    }

    /// Whether what was just handled was not part of another event.
    bool isOutermost() const { return m_depth == 0; }

    bool notify(QObject *receiver, QEvent *event) override
    {
        const auto began = std::chrono::steady_clock::now();
        ++m_depth;
        const bool isTaken = QApplication::notify(receiver, event);
        --m_depth;
        if (m_depth == 0)
            m_worst = std::max(m_worst, std::chrono::steady_clock::now() - began);
        if (m_handled)
            m_handled(receiver, event);
        return isTaken;
    }

private:
    Handled m_handled;
    std::chrono::steady_clock::duration m_worst {};
    int m_depth = 0;
};

} // namespace telltale::bench
