#include "models/alarm_filter_model.h"

#include "models/alarm_list_model.h"
#include "models/alarm_words.h"

namespace telltale {

AlarmFilterModel::AlarmFilterModel(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(AlarmListModel::ValueRole);
    setSortLocaleAware(true);
    setDynamicSortFilter(true);
    m_back.setSingleShot(true);
    m_back.setTimerType(Qt::PreciseTimer);
    m_back.setInterval(kSortLasts);
    connect(&m_back, &QTimer::timeout, this, [this] { sort(-1); });
}

int AlarmFilterModel::hidden() const
{
    return sourceModel() ? sourceModel()->rowCount() - rowCount() : 0;
}

void AlarmFilterModel::setArea(const QString &area)
{
    if (m_area == area)
        return;
    m_area = area;
    touch();
    invalidateFilter();
}

void AlarmFilterModel::setText(const QString &text)
{
    touch();
    m_words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void AlarmFilterModel::touch()
{
    if (m_back.isActive())
        m_back.start();
}

void AlarmFilterModel::setSortLasts(std::chrono::milliseconds time)
{
    m_back.setInterval(time);
}

void AlarmFilterModel::sort(int column, Qt::SortOrder order)
{
    QSortFilterProxyModel::sort(column, order);
    if (column >= 0)
        m_back.start();
    else
        m_back.stop();
    Q_EMIT orderChanged(column >= 0);
}

bool AlarmFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (parent.isValid())
        return false;
    const auto *list = qobject_cast<const AlarmListModel *>(sourceModel());
    if (!list)
        return true;
    const AlarmRow &alarm = list->alarm(row);
    if (alarm.priority == 1 && alarm.state == AlarmState::Unacked)
        return true;
    const QString asset = QString::fromStdString(alarm.asset);
    if (!m_area.isEmpty() && asset != m_area && !asset.startsWith(m_area + QLatin1Char('/')))
        return false;
    const QString text = AlarmWords::title(alarm) + QLatin1Char(' ') + asset + QLatin1Char(' ')
        + QString::fromStdString(alarm.tag);
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace telltale
