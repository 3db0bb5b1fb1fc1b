#pragma once

#include "models/plant.h"
#include "models/status_follower.h"

#include "data/telemetry/status_board.h"

#include <QFrame>

#include <optional>
#include <set>
#include <string>

class QLabel;
class QLineEdit;

namespace telltale {

/// A line in the window that asks for the password of a connection that its broker does not let in
/// without: where there is no keychain, after each start. It takes no focus and holds up nothing.
/// Thread  GUI.
class PasswordQuestion : public QFrame
{
    Q_OBJECT

public:
    explicit PasswordQuestion(const Plant &plant, QWidget *parent = nullptr);

    void frame(Timestamp now);

Q_SIGNALS:
    void focusLeft(); ///< it went away while the keyboard was in it

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showStatus(const PlantStatus &status);
    bool isToAsk(const ConnectionStatus &connection) const;
    const ConnectionConfig *configOf(const ConnectionStatus &connection) const;
    void signIn();
    void leave();

    const Plant &m_plant;
    StatusFollower m_follower;
    /// An answer whose attempt has not ended yet.
    struct Answered
    {
        std::string connection;
        Timestamp attempt {}; ///< the one that was to come then
    };
    std::optional<ConnectionStatus> m_asked;
    std::optional<Answered> m_answered;
    std::set<std::string> m_left; ///< connections somebody wants to hear of no more
    QLabel *m_words;
    QLineEdit *m_password;
};

} // namespace telltale
