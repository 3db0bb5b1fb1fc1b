#include "models/frequent_table.h"

#include "models/alarm_words.h"
#include "models/area_names.h"
#include "models/value_text.h"

namespace telltale {

std::vector<TableColumn> FrequentTable::columns()
{
    return {{tr("Alarm")},      {tr("Asset")},       {tr("Priority")},
            {tr("Came"), true}, {tr("Share"), true}, {tr("What is wrong with it")}};
}

std::vector<TableRow> FrequentTable::rows(const KeyFigures &figures, const TagRegistry &tags)
{
    std::vector<std::string> assets;
    for (const FrequentAlarm &alarm : figures.worst)
        assets.push_back(assetPath(alarm.tag));
    const std::vector<QString> places = assetNames(tags, assets);
    std::vector<TableRow> rows;
    for (std::size_t i = 0; i < figures.worst.size(); ++i) {
        const FrequentAlarm &alarm = figures.worst[i];
        const double share
            = 100.0 * static_cast<double>(alarm.came) / static_cast<double>(figures.annunciated);
        QStringList why;
        if (alarm.isChattering)
            why << tr("chattering");
        if (alarm.fleeting > 0)
            why << tr("%n time(s) shorter than 10 s", nullptr, static_cast<int>(alarm.fleeting));
        TableRow row;
        row.key = alarm.alarm;
        row.cells = {{AlarmWords::title(alarm.alarm, alarm.title)},
                     {places[i], QString::fromStdString(alarm.tag)},
                     {AlarmWords::numbered(alarm.priority), alarm.priority},
                     {countText(alarm.came), static_cast<qulonglong>(alarm.came)},
                     {numberText(share, 1, QLocale()) + QStringLiteral(" %"), share},
                     {why.join(QStringLiteral(" · "))}};
        row.tip = shownText(alarm.tag);
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace telltale
