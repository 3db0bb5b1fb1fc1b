#include "models/payload_words.h"

#include "models/value_text.h"

#include "data/telemetry/payload_remedy.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <iterator>

namespace telltale {
namespace {

/// Texts of the data layer, as the translations know them.
constexpr const char *kTexts[] = {
    QT_TRANSLATE_NOOP("PayloadWords", "it has more than 10,000 members"),
    QT_TRANSLATE_NOOP("PayloadWords", "it is more than 32 levels deep"),
    QT_TRANSLATE_NOOP("PayloadWords", "a text is longer than 4 KiB"),
    QT_TRANSLATE_NOOP("PayloadWords", "a string is longer than 64 KiB"),
    QT_TRANSLATE_NOOP("PayloadWords", "its text is not valid UTF-8"),
    QT_TRANSLATE_NOOP("PayloadWords", "it is neither a map nor an array"),
    QT_TRANSLATE_NOOP("PayloadWords", "something follows the end"),
    QT_TRANSLATE_NOOP("PayloadWords", "it ends before what it announces"),
    QT_TRANSLATE_NOOP("PayloadWords", "it ends too early"),
    QT_TRANSLATE_NOOP("PayloadWords", "a text is not valid UTF-8"),
    QT_TRANSLATE_NOOP("PayloadWords", "a length that does not exist"),
    QT_TRANSLATE_NOOP("PayloadWords", "a key is neither a text nor an integer"),
    QT_TRANSLATE_NOOP("PayloadWords", "a part of a string is none"),
    QT_TRANSLATE_NOOP("PayloadWords", "a simple value in two bytes that fits one"),
    QT_TRANSLATE_NOOP("PayloadWords", "something follows the end of the document"),
    QT_TRANSLATE_NOOP("PayloadWords", "it ends where a value should be"),
    QT_TRANSLATE_NOOP("PayloadWords", "a comma or the end of the object or array should be here"),
    QT_TRANSLATE_NOOP("PayloadWords", "a member name should be here"),
    QT_TRANSLATE_NOOP("PayloadWords", "a colon should be here"),
    QT_TRANSLATE_NOOP("PayloadWords", "a value should be here"),
    QT_TRANSLATE_NOOP("PayloadWords", "it ends within a text"),
    QT_TRANSLATE_NOOP("PayloadWords", "a control character stands in a text"),
    QT_TRANSLATE_NOOP("PayloadWords", "an escape that does not exist"),
    QT_TRANSLATE_NOOP("PayloadWords", "half a surrogate pair"),
    QT_TRANSLATE_NOOP("PayloadWords", "four hexadecimal digits should be here"),
    QT_TRANSLATE_NOOP("PayloadWords", "a code that does not exist"),
    QT_TRANSLATE_NOOP("PayloadWords", "a time with more than a second of nanoseconds"),
    QT_TRANSLATE_NOOP("PayloadWords", "beyond a limit"),
    QT_TRANSLATE_NOOP("PayloadWords", "broken"),
    QT_TRANSLATE_NOOP("PayloadWords", "text"),
    QT_TRANSLATE_NOOP("PayloadWords", "binary"),
    QT_TRANSLATE_NOOP("PayloadWords", "empty"),
    QT_TRANSLATE_NOOP("PayloadWords", "not kept"),
    QT_TRANSLATE_NOOP("PayloadWords", "Have the device send less in one message."),
    QT_TRANSLATE_NOOP("PayloadWords",
                      "Correct the topic at the device: UTF-8 text without wildcards."),
    QT_TRANSLATE_NOOP("PayloadWords", "Have the device use a shorter topic."),
    QT_TRANSLATE_NOOP("PayloadWords", "Have the device send a flatter document."),
    QT_TRANSLATE_NOOP("PayloadWords", "Have the device send its values in several messages."),
    QT_TRANSLATE_NOOP("PayloadWords", "Have the device send shorter texts."),
    QT_TRANSLATE_NOOP("PayloadWords", "Have the device encode its text as UTF-8."),
    QT_TRANSLATE_NOOP("PayloadWords",
                      "Have the device send a number, text, JSON, CBOR or MessagePack."),
    QT_TRANSLATE_NOOP("PayloadWords",
                      "Restart the device, so that it sends its birth message again."),
    QT_TRANSLATE_NOOP("PayloadWords",
                      "Have the device send a version and members that are supported."),
    QT_TRANSLATE_NOOP("PayloadWords",
                      "Correct what the device sends there; JSON knows no NaN and no Infinity."),
};

/// Null if it is no text of this program.
QString known(std::string_view text)
{
    const auto *const found = std::find_if(std::begin(kTexts), std::end(kTexts),
                                           [text](const char *one) { return text == one; });
    return found == std::end(kTexts) ? QString() : PayloadWords::tr(*found);
}

QString translated(std::string_view text)
{
    const QString words = known(text);
    return words.isNull() ? shownText(text) : words;
}

/// A text and the number that stands behind `word` at its end: "JSON, broken at byte 17".
struct Placed
{
    std::string_view text;
    QString place; ///< empty: there is none
};

Placed placedBy(std::string_view word, std::string_view told)
{
    const auto at = told.rfind(word);
    if (at == std::string_view::npos)
        return {told, {}};
    const std::string_view number = told.substr(at + word.size());
    return {told.substr(0, at), shownText(number.substr(0, number.find(')')))};
}

/// "300000 bytes, at most 262144".
QString sizeWords(const QString &told)
{
    static const QRegularExpression form(QStringLiteral("^(\\d+) bytes, at most (\\d+)$"));
    const QRegularExpressionMatch match = form.match(told);
    const auto number
        = [&match](int part) { return numberText(match.captured(part).toDouble(), 0, QLocale()); };
    return match.hasMatch() ? PayloadWords::tr("%1 bytes, at most %2").arg(number(1), number(2))
                            : QString();
}

/// "24 bytes", or the name of a format.
QString formWords(std::string_view told)
{
    const QString form = shownText(told);
    bool isCount = false;
    const int count = form.section(QLatin1Char(' '), 0, 0).toInt(&isCount);
    return isCount ? PayloadWords::tr("%n byte(s)", nullptr, count) : translated(told);
}

} // namespace

QString PayloadWords::detail(std::string_view told)
{
    if (told.empty())
        return {};
    const Placed placed = placedBy(" (byte ", told);
    QString words = known(placed.text);
    if (words.isNull())
        words = sizeWords(shownText(placed.text));
    if (words.isNull())
        return QStringLiteral(" (%1)").arg(shownText(told));
    return QStringLiteral(": ")
        + (placed.place.isEmpty() ? words : tr("%1 (byte %2)").arg(words, placed.place));
}

QString PayloadWords::looks(std::string_view told)
{
    const Placed placed = placedBy(" at byte ", told);
    const std::size_t comma = std::min(placed.text.find(", "), placed.text.size());
    QString words = formWords(placed.text.substr(0, comma));
    if (comma < placed.text.size())
        words += QStringLiteral(", ") + translated(placed.text.substr(comma + 2));
    return placed.place.isEmpty() ? words : tr("%1 at byte %2").arg(words, placed.place);
}

QString PayloadWords::remedy(const std::string &reason)
{
    return translated(remedyOf(reason));
}

} // namespace telltale
