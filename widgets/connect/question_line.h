#pragma once

#include <QFrame>
#include <QString>

class QHBoxLayout;
class QLabel;

namespace telltale {

/// A line in a page that asks something, raised above the ground: words, and room for buttons.
/// Thread  GUI.
class QuestionLine : public QFrame
{
    Q_OBJECT

public:
    explicit QuestionLine(QWidget *parent = nullptr);

protected:
    QHBoxLayout &line() { return *m_line; } ///< buttons go behind the words
    /// `fault` stands above: why the last answer could not be stored.
    void setWords(const QString &words, const QString &fault);
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_line;
    QLabel *m_words;
};

} // namespace telltale
