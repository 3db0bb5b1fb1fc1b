#pragma once

#include "widgets/connect/question_line.h"

#include "models/plant.h"

#include "data/telemetry/result.h"

class QPushButton;

namespace telltale {

struct PlantStatus;

/// Asks before a foreign broker is asked for everything it has, and takes the
/// answer.
/// Thread  GUI.
class SubscribeAllQuestion : public QuestionLine
{
    Q_OBJECT

public:
    explicit SubscribeAllQuestion(const Plant &plant, QWidget *parent = nullptr);

    /// The first connection that is asked about, or null.
    static const ConnectionConfig *asked(const Plant &plant, const PlantStatus &status);
    /// Nobody has agreed to all that it would take, and its broker has let it in: before that there
    /// is nothing to ask. One that is switched off takes nothing, and what is subscribed to already
    /// (asked for on the command line) needs no answer.
    static bool isAsked(const ConnectionConfig &connection, const PlantStatus &status);

    /// Null, or one that is not to be asked about: nothing is asked. A new question takes the
    /// focus.
    void askAbout(const ConnectionConfig *connection, const PlantStatus &status);
    void agree();

Q_SIGNALS:
    void answered(const telltale::Outcome &saved);
    void chooseTopics(const QString &connection);

private:
    void takeFocus();
    void showSaved(const Outcome &saved);

    const Plant &m_plant;
    std::string m_connection; ///< its name
    QString m_words;
    QString m_fault; ///< why the answer could not be stored
    QPushButton *m_all;
};

} // namespace telltale
