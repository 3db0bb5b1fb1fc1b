#pragma once

#include <QWidget>

class QButtonGroup;

namespace telltale {

/// A row of joined buttons of which one is pressed. Where not all have room the longest texts are
/// cut, and have a tool tip.
/// Thread  GUI.
class SegmentBar : public QWidget
{
    Q_OBJECT

public:
    explicit SegmentBar(const QString &accessibleName, QWidget *parent = nullptr);
    /// One button per text; the pressed one stays where it was if it still exists.
    void setSegments(const QStringList &texts);
    int current() const;
    void setCurrent(int segment); ///< -1: none is pressed
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(int segment); ///< by a person

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addButton(int segment);
    void place();

    QButtonGroup *m_group;
    QStringList m_texts;
};

} // namespace telltale
