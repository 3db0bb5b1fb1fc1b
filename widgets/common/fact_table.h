#pragma once

#include "widgets/common/data_table.h"

#include "models/fact.h"

class QStandardItemModel;

namespace telltale {

/// Two columns without headings: what it is, and what it says. As high as its rows, and these as
/// high as their words.
/// Thread  GUI.
class FactTable : public DataTable
{
    Q_OBJECT

public:
    /// `nameWidth` in pixels at 100 % text, where neither names nor what they say need it.
    FactTable(const QString &name, const QString &accessibleName, int nameWidth,
              QWidget *parent = nullptr);
    void setFacts(const std::vector<Fact> &facts);

private:
    void fitHeight();

    QStandardItemModel *m_model;
    std::vector<Fact> m_facts;
};

} // namespace telltale
