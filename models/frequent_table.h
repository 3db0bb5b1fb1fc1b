#pragma once

#include "models/row_table_model.h"

#include "data/alarms/key_figures.h"

#include <QCoreApplication>

namespace telltale {

class TagRegistry;

/// The ten most frequent alarms of a period as table rows; the key is the id of the alarm,
/// the value of its place the path of its tag.
class FrequentTable
{
    Q_DECLARE_TR_FUNCTIONS(FrequentTable)

public:
    enum Column { AlarmColumn, PlaceColumn, PriorityColumn, CameColumn, ShareColumn, WhyColumn };

    static std::vector<TableColumn> columns();
    static std::vector<TableRow> rows(const KeyFigures &figures, const TagRegistry &tags);
};

} // namespace telltale
