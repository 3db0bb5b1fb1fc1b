#pragma once

#include "data/telemetry/timestamp.h"

#include <QString>

namespace telltale {

/// Words about what was just done, which go by themselves after a while.
class PassingText
{
public:
    void say(QString text, Timestamp now)
    {
        m_text = std::move(text);
        m_until = now + kStays;
    }
    QString at(Timestamp now) const { return now < m_until ? m_text : QString(); }

private:
    static constexpr std::chrono::seconds kStays {8};
    QString m_text;
    Timestamp m_until {};
};

} // namespace telltale
