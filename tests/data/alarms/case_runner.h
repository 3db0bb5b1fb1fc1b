#pragma once

#include "data/alarms/alarm_engine.h"

#include <QJsonArray>
#include <QJsonObject>

#include <memory>

namespace telltale::test {

/// Runs one scenario case against a fresh engine with a simulated clock and tells what came of it
/// in the form of the case's `expect`.
class CaseRunner
{
public:
    explicit CaseRunner(const QJsonObject &object);
    /// Empty, or why the case could not be run.
    QString run();
    QJsonObject result() const;

private:
    bool setUp();
    bool apply(const QJsonObject &input);
    bool act(const QJsonObject &input, AlarmTime t);
    void sample(const QJsonObject &input, AlarmTime t);
    void configure(const QJsonObject &input, AlarmTime t);
    void restart(AlarmTime t, double downSeconds);
    void addTag(const QString &path, AlarmTime t);
    void collect();

    QJsonObject m_case;
    QString m_problem;
    AlarmLimits m_limits;
    std::vector<AlarmGroup> m_groups;
    std::unique_ptr<AlarmEngine> m_engine;
    std::vector<std::string> m_tags;
    AlarmTime m_downUntil = kNoTime;
    QJsonArray m_states;
    QJsonArray m_journal;
    QJsonArray m_notifications;
    QJsonArray m_horn;
};

/// The figures of a `kind: "kpi"` case.
QJsonObject runKpiCase(const QJsonObject &object);

} // namespace telltale::test
