#pragma once

#include "models/plant.h"
#include "models/row_table_model.h"
#include "models/rule_cures.h"

#include <QCoreApplication>

#include <set>

namespace telltale {

class TagRegistry;

/// The worst rules with their cures as table rows; the key is the rule's id.
class CureTable
{
    Q_DECLARE_TR_FUNCTIONS(CureTable)

public:
    enum Column {
        AlarmColumn,
        AssetColumn,
        CameColumn,
        CureColumn,
        RaisedColumn,
        NuisanceColumn,
        StateColumn
    };

    static std::vector<TableColumn> columns();
    /// `applied`: ids of the rules whose cure was taken.
    static std::vector<TableRow> rows(const std::vector<RuleCure> &cures,
                                      const std::set<std::string> &applied, const Plant &plant);
    /// How many there are, and what was left out.
    static QString summary(const WorstCures &found, const Plant &plant);
    /// "Delay on 0 → 30 s"; `rules` give the title of what suppresses.
    static QString cureText(const RuleCure &cure, const std::vector<AlarmRule> &rules,
                            const TagRegistry &tags);
};

} // namespace telltale
