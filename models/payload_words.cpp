#include "models/payload_words.h"

#include "models/value_text.h"

#include "data/telemetry/payload_remedy.h"

namespace telltale {
namespace {

/// Texts of the data layer, as the translations know them.
constexpr const char *kTexts[] = {
    QT_TRANSLATE_NOOP("PayloadWords", "it has more than 10,000 members"),
    QT_TRANSLATE_NOOP("PayloadWords", "it is more than 32 levels deep"),
    QT_TRANSLATE_NOOP("PayloadWords", "a text is longer than 4 KiB"),
    QT_TRANSLATE_NOOP("PayloadWords", "a string is longer than 64 KiB"),
    QT_TRANSLATE_NOOP("PayloadWords", "its text is not valid UTF-8"),
    QT_TRANSLATE_NOOP("PayloadWords", "Have the device send less in one message."),
    QT_TRANSLATE_NOOP("PayloadWords",
                      "Correct the topic at the device: UTF-8 text without wildcards."),
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

/// What is no text of this program comes through as it is.
QString translated(std::string_view text)
{
    for (const char *known : kTexts) {
        if (text == known)
            return PayloadWords::tr(known);
    }
    return shownText(text);
}

} // namespace

QString PayloadWords::detail(std::string_view told)
{
    const auto place = told.rfind(" (byte ");
    if (place == std::string_view::npos)
        return translated(told);
    std::string_view number = told.substr(place + 7);
    number = number.substr(0, number.find(')'));
    return tr("%1 (byte %2)").arg(translated(told.substr(0, place)), shownText(number));
}

QString PayloadWords::remedy(const std::string &reason)
{
    return translated(remedyOf(reason));
}

} // namespace telltale
