#pragma once

#include "widgets/common/panel.h"

#include "data/telemetry/status_board.h"

class QLabel;
class QStackedWidget;

namespace telltale {

class DataTable;
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
    void showWhole();

    RowTableModel *m_model;
    DataTable *m_table;
    QLabel *m_whole; ///< the current row, uncut
    QStackedWidget *m_stack;
};

} // namespace telltale
