#include "tests/app/plant_values.h"

#include "app/demo/plant_messages.h"
#include "data/telemetry/path_pattern.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QVariant>

namespace telltale::test {

Values valuesOf(const WaterPlant &plant)
{
    Values values;
    for (const DemoMessage &message : plantMessages(plant, plant.now())) {
        const QByteArray payload = QByteArray::fromStdString(message.payload);
        const QJsonObject object = QJsonDocument::fromJson(payload).object();
        if (object.isEmpty())
            values[message.topic] = payload.toDouble();
        for (auto member = object.begin(); member != object.end(); ++member) {
            if (member.key() != QLatin1String("ts"))
                values[message.topic + '/' + member.key().toStdString()]
                    = member.value().toVariant().toDouble();
        }
    }
    return values;
}

std::vector<std::string> matching(const Values &values, const std::string &pattern)
{
    std::vector<std::string> tags;
    const PathPattern compiled(pattern);
    for (const auto &[tag, value] : values) {
        if (compiled.matches(tag))
            tags.push_back(tag);
    }
    return tags;
}

} // namespace telltale::test
