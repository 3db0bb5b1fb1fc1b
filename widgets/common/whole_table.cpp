#include "widgets/common/whole_table.h"

#include "widgets/common/theme.h"
#include "widgets/common/wrap_delegate.h"

#include <QHeaderView>

#include <algorithm>
#include <cmath>

namespace telltale {
namespace {

constexpr double kNames = 0.46; ///< of the width, where not all finds room in one line

} // namespace

WholeTable::WholeTable(const QString &name, const QString &accessibleName,
                       QAbstractItemModel *model, QWidget *parent)
    : DataTable(name, accessibleName, parent)
{
    setItemDelegate(new WrapDelegate(this));
    setWordWrap(true);
    setModel(model);
    horizontalHeader()->hide();
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, &WholeTable::fit);
}

/// Names have the width they need; where that is too much, both columns go on in a second line.
void WholeTable::fit()
{
    const int room = viewport()->width();
    const int names = widest(0);
    const int least = std::min(names, static_cast<int>(kNames * room));
    const int first = std::clamp(room - widest(1), least, names);
    setColumnWidth(0, first);
    setColumnWidth(1, std::max(1, room - first));
    resizeRowsToContents();
    setFixedHeight(std::max(1, verticalHeader()->length()));
}

void WholeTable::resizeEvent(QResizeEvent *event)
{
    DataTable::resizeEvent(event);
    fit();
}

int WholeTable::widest(int column) const
{
    const Theme &theme = Theme::instance();
    const QFontMetricsF metrics(theme.font(Theme::Type::Text));
    double width = 0.0;
    for (int row = 0; row < model()->rowCount(); ++row)
        width = std::max(width,
                         metrics.horizontalAdvance(model()->index(row, column).data().toString()));
    return static_cast<int>(std::ceil(width)) + 2 * theme.measure(RowDelegate::kPadding) + 1;
}

} // namespace telltale
