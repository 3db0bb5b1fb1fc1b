#pragma once

#include "models/plant.h"

#include "widgets/common/panel.h"

#include "data/telemetry/timestamp.h"

class QLabel;

namespace telltale {

class AlarmListModel;
class DataTable;

/// The active alarms in short, on the overview. Space acknowledges the current row with the
/// occurrence on screen, Enter opens its asset.
/// Thread  GUI.
class AlarmPanel : public Panel
{
    Q_OBJECT

public:
    explicit AlarmPanel(const Plant &plant, QWidget *parent = nullptr);
    void frame(Timestamp now);
    DataTable &table() const { return *m_table; }

Q_SIGNALS:
    void openRequested(const QString &key);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void acknowledgeCurrent();
    void openCurrent();
    void showRemark();

    const Plant &m_plant;
    AlarmListModel *m_list;
    DataTable *m_table;
    QLabel *m_quiet;
    std::int64_t m_second = 0;
};

} // namespace telltale
