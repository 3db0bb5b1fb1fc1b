#pragma once

#include "widgets/common/data_table.h"

namespace telltale {

/// Two columns without headings: what it is, and what it says. As high as its rows, and these as
/// high as their words: nothing in it is cut.
/// Thread  GUI.
class WholeTable : public DataTable
{
    Q_OBJECT

public:
    WholeTable(const QString &name, const QString &accessibleName, QAbstractItemModel *model,
               QWidget *parent = nullptr);
    /// After its model has changed.
    void fit();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int widest(int column) const;
};

} // namespace telltale
