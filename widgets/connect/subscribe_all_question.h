#pragma once

#include "models/plant.h"

#include "data/telemetry/result.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace telltale {

struct PlantStatus;

/// A line in a page that asks before a foreign broker is asked for everything it has, and takes the
/// answer.
/// Thread  GUI.
class SubscribeAllQuestion : public QFrame
{
    Q_OBJECT

public:
    explicit SubscribeAllQuestion(const Plant &plant, QWidget *parent = nullptr);

    /// The first connection that waits for an answer, or null. What is subscribed to already (asked
    /// for on the command line) is not asked about.
    static const ConnectionConfig *waiting(const Plant &plant, const PlantStatus &status);
    static bool isWaiting(const ConnectionConfig &connection, const PlantStatus &status);

    /// Null, or one that waits for no answer: nothing is asked. A new question takes the focus.
    void askAbout(const ConnectionConfig *connection, const PlantStatus &status);
    void agree();

Q_SIGNALS:
    void answered(const telltale::Outcome &saved);
    void chooseTopics(const QString &connection);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void takeFocus();
    void showWords();
    void showSaved(const Outcome &saved);

    const Plant &m_plant;
    std::string m_connection; ///< its name
    QString m_words;
    QString m_fault; ///< why the answer could not be stored
    QLabel *m_question;
    QPushButton *m_all;
};

} // namespace telltale
