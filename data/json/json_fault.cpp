#include "data/json/json_fault.h"

#include <QJsonParseError>
#include <QString>

namespace telltale {

std::string jsonFault(const QJsonParseError &error)
{
    switch (error.error) {
    case QJsonParseError::UnterminatedObject:
        return "a comma or a } is missing before here";
    case QJsonParseError::UnterminatedArray:
    case QJsonParseError::MissingValueSeparator:
        return "a comma or a ] is missing before here";
    case QJsonParseError::MissingNameSeparator:
        return "a name in quotes with a colon behind it is missing here";
    case QJsonParseError::MissingObject:
        return "something is missing here";
    case QJsonParseError::UnterminatedString:
        return "the closing quote of a text is missing";
    case QJsonParseError::GarbageAtEnd:
        return "something stands behind the end";
    default:
        return error.errorString().toStdString();
    }
}

} // namespace telltale
