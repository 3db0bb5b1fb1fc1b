#pragma once

#include "models/plant.h"

#include "data/alarms/alarm_types.h"
#include "data/telemetry/result.h"

#include <QCoreApplication>
#include <QString>

#include <functional>
#include <string>
#include <vector>

class QObject;

namespace telltale {

class AlarmAnswer;

/// What a person asks of the alarm engine from any place of the window, and the answer in words.
/// Thread  GUI. `answered` runs there once the action is stored or refused, with an empty text if
///         it is done and why not - or not all of it - otherwise, unless `context` is gone by then.
class AlarmRequest
{
    Q_DECLARE_TR_FUNCTIONS(AlarmRequest)

public:
    using Answered = std::function<void(const QString &refusal)>;

    static void send(const Plant &plant, AlarmAction action, QObject *context, Answered answered);
    /// The alarm of `row` with the occurrence that `row` shows.
    static void acknowledge(const Plant &plant, const AlarmRow &row, QObject *context,
                            Answered answered);
    /// The horn; in a view only that of this window, and there is nothing to refuse.
    static void silence(const Plant &plant, QObject *context, Answered answered);
    /// Why nothing can be asked from this window, and where it can; empty: it can.
    static QString obstacle(const Plant &plant);
    /// Of the word the engine refuses with; another one stands as it is.
    static QString reason(const std::string &word);
    /// The words for which reason() has `text` in it.
    static std::vector<std::string> reasonsWith(const QString &text);
    /// A sentence: what was refused and why; names the owner where this window is a view.
    static QString refusal(const Plant &plant, const Error &error);

private:
    static QString refusal(const Plant &plant, const AlarmAnswer &answer);
};

} // namespace telltale
