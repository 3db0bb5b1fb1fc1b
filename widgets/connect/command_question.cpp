#include "widgets/connect/command_question.h"

#include "widgets/common/error_words.h"

#include "models/value_text.h"

#include <QHBoxLayout>
#include <QPointer>
#include <QPushButton>

namespace telltale {
namespace {

QString listOf(const std::vector<std::string> &commands)
{
    QStringList all;
    for (const std::string &command : commands)
        all << shownText(command);
    return all.join(QLatin1Char('\n'));
}

} // namespace

CommandQuestion::CommandQuestion(const Plant &plant, QWidget *parent)
    : QuestionLine(parent)
    , m_plant(plant)
    , m_asked(tr("When alarms come, the workspace would start programs on this computer:\n%1\n"
                 "Allow it only if you know who wrote that. Recording begins anew then.")
                  .arg(listOf(plant.refusedCommands)))
    , m_allow(new QPushButton(tr("Allow these programs")))
{
    auto *later = new QPushButton(tr("Not now"));
    for (QPushButton *button : {later, m_allow}) {
        button->setAutoDefault(false);
        line().addWidget(button);
    }
    connect(later, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_allow, &QPushButton::clicked, this, &CommandQuestion::allow);
    setWords(m_asked, {});
    if (plant.refusedCommands.empty() || !plant.allowCommands)
        hide();
}

void CommandQuestion::allow()
{
    m_allow->setEnabled(false);
    m_plant.allowCommands([question = QPointer(this)](const Outcome &saved) {
        if (question)
            question->showSaved(saved);
    });
}

/// It stands until the answer is stored.
void CommandQuestion::showSaved(const Outcome &saved)
{
    m_allow->setEnabled(true);
    setVisible(!saved.ok());
    setWords(m_asked, saved.ok() ? QString() : ErrorWords::unsaved(saved.error()));
}

} // namespace telltale
