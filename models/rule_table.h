#pragma once

#include "models/row_table_model.h"

#include "data/alarms/alarm_rule.h"

#include <QCoreApplication>

namespace telltale {

class RuleMatches;
class TagRegistry;

/// The rules of a workspace as table rows; the key is the rule's id.
class RuleTable
{
    Q_DECLARE_TR_FUNCTIONS(RuleTable)

public:
    enum Column {
        PriorityColumn,
        TitleColumn,
        TagColumn,
        WhenColumn,
        DelayColumn,
        TagsColumn,
        StateColumn
    };
    static std::vector<TableColumn> columns();
    static std::vector<TableRow> rows(const std::vector<AlarmRule> &rules,
                                      const RuleMatches &matches, const TagRegistry &tags);
};

} // namespace telltale
