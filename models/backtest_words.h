#pragma once

#include "models/plant.h"
#include "models/row_table_model.h"
#include "models/rule_backtest.h"

#include <QCoreApplication>
#include <QStringList>

namespace telltale {

/// What a back-test found, as people read it.
/// Thread  any.
class BacktestWords
{
    Q_DECLARE_TR_FUNCTIONS(BacktestWords)

public:
    enum Column { CameColumn, LastedColumn, ValueColumn, AssetColumn, RemarkColumn };
    static constexpr std::size_t kMostRows = 1'000;

    /// A sentence a line: how often, how long, what the forms it is compared with would have
    /// raised, which real ones would be missed, and what was not looked at.
    static QStringList sentences(const RuleBacktest &asked, const HistoryTrialResult &found,
                                 const Plant &plant);
    /// "212 times, 180 of them chattering or shorter than 10 s".
    static QString timesText(const TrialFigures &figures);

    static std::vector<TableColumn> columns();
    /// What the rule would miss, then what it would have raised, each newest first. The key of a
    /// row is the place where its trend shows that time.
    static std::vector<TableRow> rows(const RuleBacktest &asked, const HistoryTrialResult &found,
                                      const Plant &plant);
};

} // namespace telltale
