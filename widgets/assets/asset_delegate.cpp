#include "widgets/assets/asset_delegate.h"

#include "widgets/common/alarm_marker.h"
#include "widgets/common/theme.h"

#include "models/asset_tree_model.h"
#include "models/value_text.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace telltale {
namespace {

using Model = AssetTreeModel;

constexpr int kMarker = 16;
constexpr int kRight = 12;

int paintMarker(QPainter &painter, const QRect &row, const QModelIndex &index)
{
    const int priority = index.data(Model::PriorityRole).toInt();
    if (priority == 0)
        return 0;
    const int size = Theme::instance().measure(kMarker);
    const auto state = static_cast<AlarmState>(index.data(Model::AlarmStateRole).toInt());
    const QRectF marker(row.right() - size, row.center().y() - size / 2.0 + 0.5, size, size);
    paintAlarmMarker(painter, marker, priority, state);
    return size + Theme::instance().measure(Theme::kGrid);
}

QString stillWord(const QModelIndex &index)
{
    const auto state = static_cast<AlarmState>(index.data(Model::AlarmStateRole).toInt());
    return index.data(Model::PriorityRole).toInt() == 0 ? QString() : wordOfStillMarker(state);
}

} // namespace

void AssetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QRect row = option.rect.adjusted(2, 0, -theme.measure(kRight), 0);
    row.setRight(row.right() - paintMarker(*painter, row, index));
    painter->setFont(theme.font(Theme::Type::Label));
    painter->setPen(theme.color(Theme::Role::Second));
    QStringList words {stillWord(index), remark(index)};
    words.removeAll(QString());
    const QString said = painter->fontMetrics().elidedText(words.join(QStringLiteral(" · ")),
                                                           Qt::ElideRight, row.width() / 2);
    painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, said);
    const int taken = painter->fontMetrics().horizontalAdvance(said);
    row.setRight(row.right() - taken - theme.measure(Theme::kGrid));
    const bool isTag = index.data(Model::IsTagRole).toBool();
    painter->setFont(theme.font(isTag ? Theme::Type::Label : Theme::Type::Text));
    painter->setPen(theme.color(isTag ? Theme::Role::Second : Theme::Role::Text));
    painter->drawText(
        row, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, row.width()));
    painter->restore();
}

QSize AssetDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index)
    return {option.rect.width(), Theme::instance().measure(Theme::kTreeRow)};
}

QString AssetDelegate::remark(const QModelIndex &index)
{
    using Condition = AssetStates::Condition;
    if (index.data(Model::IsTagRole).toBool())
        return index.data(Model::StaleRole).toBool()
            ? tr("stale · %1").arg(index.data(Model::ValueRole).toString())
            : index.data(Model::ValueRole).toString();
    if (const int assets = index.data(Model::AssetsRole).toInt(); assets > 0) {
        const auto count = [](int number) { return numberText(number, 0, QLocale()); };
        const int quiet = std::min(index.data(Model::QuietRole).toInt(), assets);
        return quiet == 0 ? count(assets)
                          : tr("%1 of %2 live").arg(count(assets - quiet), count(assets));
    }
    switch (static_cast<Condition>(index.data(Model::ConditionRole).toInt())) {
    case Condition::NoData:
        return tr("no data");
    case Condition::Stale:
        return tr("stale");
    case Condition::CatchingUp:
        return tr("catching up");
    case Condition::Stopped:
        return tr("stop");
    case Condition::Running:
        return tr("run");
    case Condition::Told:
        return QLocale().quoteString(index.data(Model::ToldRole).toString());
    case Condition::Unknown:
        break;
    }
    return {};
}

} // namespace telltale
