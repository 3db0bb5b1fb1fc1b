#pragma once

#include "widgets/common/panel.h"

#include "data/telemetry/status_board.h"

class QLabel;
class QStackedWidget;

namespace telltale {

class DataTable;
class RowTableModel;
class SegmentBar;

/// What came and is not stored: payloads nothing understood, and topics that were kept out.
/// Thread  GUI.
class InboxPanel : public Panel
{
    Q_OBJECT

public:
    explicit InboxPanel(QWidget *parent = nullptr);
    void setStatus(const PlantStatus &status, Timestamp now);
    bool isEmpty() const;

private:
    static QString wordsOfNothing(const Counters &counters);
    void showSegment();
    void showWhole();

    QString m_nothing; ///< said where no payload is listed
    SegmentBar *m_segments;
    QStackedWidget *m_tables;
    QLabel *m_empty;
    QLabel *m_whole; ///< the chosen payload: what it is, why it was refused, what to do
    DataTable *m_undecodedTable;
    DataTable *m_refusedTable;
    RowTableModel *m_undecoded;
    RowTableModel *m_refused;
};

} // namespace telltale
