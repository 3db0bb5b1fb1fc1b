#pragma once

#include <QHash>
#include <QList>
#include <QString>

namespace telltale {

/// Which texts of a log were said so often that more of them are counted only.
/// Thread  one at a time.
class LogRepeats
{
public:
    static constexpr int kAMinute = 20; ///< of one text

    struct Repeat
    {
        QString text; ///< its begin
        int count = 0; ///< how often it was not written
    };
    /// What was counted only, if a minute ends with `minute` (since 1970) or too many texts are
    /// known; it is forgotten then.
    QList<Repeat> end(qint64 minute);
    /// Whether `text` is to be written once more.
    bool admits(const QString &text);

private:
    QHash<QString, int> m_said; ///< in m_minute
    qint64 m_minute = 0;
};

} // namespace telltale
