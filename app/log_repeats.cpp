#include "app/log_repeats.h"

#include <algorithm>

namespace telltale {
namespace {

constexpr qsizetype kTextsRemembered = 1000;
constexpr qsizetype kLength = 200; ///< of a text, by which it is known

} // namespace

QList<LogRepeats::Repeat> LogRepeats::end(qint64 minute)
{
    QList<Repeat> repeats;
    if (minute == m_minute && m_said.size() <= kTextsRemembered)
        return repeats;
    for (auto said = m_said.cbegin(); said != m_said.cend(); ++said) {
        if (said.value() > kAMinute)
            repeats.append({said.key(), said.value() - kAMinute});
    }
    std::sort(repeats.begin(), repeats.end(),
              [](const Repeat &one, const Repeat &other) { return one.text < other.text; });
    m_said.clear();
    m_minute = minute;
    return repeats;
}

bool LogRepeats::admits(const QString &text)
{
    return ++m_said[text.left(kLength)] <= kAMinute;
}

} // namespace telltale
