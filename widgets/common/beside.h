#pragma once

#include <QWidget>

class QBoxLayout;

namespace telltale {

/// Parts side by side; where the page is too narrow for that, one below the other.
/// Thread  GUI.
class Beside : public QWidget
{
    Q_OBJECT

public:
    /// `least` is the width at 100 % text from which they stand side by side.
    explicit Beside(int least, QWidget *parent = nullptr);
    void add(QWidget *part, int share, Qt::Alignment alignment = {});
    void setGap(int pixels);
    bool isBelow() const;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void turned(bool isBelow);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    const int m_least;
    QBoxLayout *m_parts;
};

} // namespace telltale
