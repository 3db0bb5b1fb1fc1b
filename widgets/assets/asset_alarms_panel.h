#pragma once

#include "models/plant.h"

#include "widgets/common/panel.h"

#include "data/alarms/alarm_types.h"

class QGridLayout;
class QLabel;
class QSortFilterProxyModel;

namespace telltale {

class AlarmListModel;
class DataTable;

/// The alarms of one asset or, named, of those below it, and of the chosen one what happens if
/// nothing is done, what to do and how long there is. Space acknowledges the current row.
/// Thread  GUI.
class AssetAlarmsPanel : public Panel
{
    Q_OBJECT

public:
    AssetAlarmsPanel(const Plant &plant, const std::string &asset, QWidget *parent = nullptr);
    void frame(Timestamp now);
    DataTable &table() const { return *m_table; }
    QString timeLeft() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLabel *addLine(const QString &heading);
    const AlarmRow *chosen() const;
    void acknowledgeChosen();
    void showRows();
    void showResponse(Timestamp now);

    const Plant &m_plant;
    const std::string m_asset;
    AlarmListModel *m_list;
    QSortFilterProxyModel *m_own;
    DataTable *m_table;
    QLabel *m_quiet;
    QWidget *m_response;
    QGridLayout *m_lines;
    QLabel *m_consequence;
    QLabel *m_action;
    QLabel *m_timeLeft;
    bool m_hasAnswered = false; ///< an alarm was acknowledged here
    bool m_namesAssets = false; ///< there are alarms of assets below
    std::int64_t m_second = 0;
};

} // namespace telltale
