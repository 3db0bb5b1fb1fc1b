#pragma once

#include "widgets/connect/question_line.h"

#include "models/plant.h"

#include "data/telemetry/result.h"

class QPushButton;

namespace telltale {

/// Asks before the channels of a workspace start programs on this computer, which nobody here has
/// agreed to. It never takes the focus: Enter must not answer it by chance.
/// Thread  GUI.
class CommandQuestion : public QuestionLine
{
    Q_OBJECT

public:
    explicit CommandQuestion(const Plant &plant, QWidget *parent = nullptr);

private:
    void allow();
    void showSaved(const Outcome &saved);

    const Plant &m_plant;
    const QString m_asked;
    QPushButton *m_allow;
};

} // namespace telltale
