#pragma once

#include "widgets/common/panel.h"

#include "data/telemetry/status_board.h"

class QLabel;
class QStackedWidget;

namespace telltale {

class RowTableModel;

/// The list of what went wrong, with cause and remedy, repeats counted; it stands in place of
/// message boxes.
/// Thread  GUI.
class ProblemPanel : public Panel
{
    Q_OBJECT

public:
    explicit ProblemPanel(QWidget *parent = nullptr);
    void setProblems(const std::vector<Problem> &problems, Timestamp now);

private:
    RowTableModel *m_model;
    QStackedWidget *m_stack;
};

} // namespace telltale
