#pragma once

#include <QFrame>

class QLabel;

namespace telltale {

/// A line in the page that asks before a foreign broker is asked for everything it has.
/// Thread  GUI.
class SubscribeAllQuestion : public QFrame
{
    Q_OBJECT

public:
    explicit SubscribeAllQuestion(QWidget *parent = nullptr);
    void ask(const QString &connection, const QString &broker);
    void withdraw();

Q_SIGNALS:
    void agreed();
    void chooseTopics();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_question;
};

} // namespace telltale
