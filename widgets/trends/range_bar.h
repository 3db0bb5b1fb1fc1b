#pragma once

#include <QWidget>

class QPushButton;

namespace telltale {

class SegmentBar;
class TrendView;

/// Chooses what stretch of time a TrendView shows: live or standing, and how long.
/// Thread  GUI. Follows the view when that is moved with mouse or keys.
class RangeBar : public QWidget
{
    Q_OBJECT

public:
    explicit RangeBar(TrendView &view, QWidget *parent = nullptr);

private:
    void toggleLive(bool live);
    void choose(int segment);
    void showView();

    TrendView &m_view;
    QPushButton *m_live;
    SegmentBar *m_spans;
};

} // namespace telltale
