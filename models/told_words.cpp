#include "models/told_words.h"

#include "models/told_details.h"
#include "models/value_text.h"

#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

#include <optional>
#include <span>
#include <vector>

namespace telltale {
namespace {

constexpr const char *kOwners[] = {
    QT_TRANSLATE_NOOP("ToldWords", "%1, process %2"),
};

constexpr const char *kSubjects[] = {
    QT_TRANSLATE_NOOP("ToldWords", "device clocks"),
    QT_TRANSLATE_NOOP("ToldWords", "two values at one time"),
    QT_TRANSLATE_NOOP("ToldWords", "%1 (password)"),
    QT_TRANSLATE_NOOP("ToldWords", "%1 (session at %2)"),
    QT_TRANSLATE_NOOP("ToldWords", "%1 (zone)"),
    QT_TRANSLATE_NOOP("ToldWords", "%1 (taken away)"),
    QT_TRANSLATE_NOOP("ToldWords", "%1 at %2"),
};

/// The longer one comes before one that fits as well.
constexpr const char *kConditions[] = {
    QT_TRANSLATE_NOOP("ToldWords", "is %1"),
    QT_TRANSLATE_NOOP("ToldWords", "%1 times %2 within %3 s"),
    QT_TRANSLATE_NOOP("ToldWords", "%1 or more off set-point %2"),
    QT_TRANSLATE_NOOP("ToldWords", "%1 or more below set-point %2"),
    QT_TRANSLATE_NOOP("ToldWords", "%1 or more off %2"),
    QT_TRANSLATE_NOOP("ToldWords", "%1 or more above %2"),
    QT_TRANSLATE_NOOP("ToldWords", "%1 or more below %2"),
    QT_TRANSLATE_NOOP("ToldWords", "rises ≥ %1/s"),
    QT_TRANSLATE_NOOP("ToldWords", "falls ≥ %1/s"),
    QT_TRANSLATE_NOOP("ToldWords", "changes ≥ %1/s"),
};

/// A text of the program, and what stands between its places.
struct Form
{
    const char *text;
    QStringList fixed;
};

std::vector<Form> formsOf(std::span<const char *const> texts)
{
    static const QRegularExpression place(QStringLiteral("%\\d"));
    std::vector<Form> forms;
    for (const char *text : texts)
        forms.push_back({text, QString::fromUtf8(text).split(place)});
    return forms;
}

/// What stands in the places, if `told` has this form.
std::optional<QStringList> partsOf(const QStringList &fixed, const QString &told)
{
    if (!told.startsWith(fixed.constFirst()))
        return std::nullopt;
    QStringList parts;
    qsizetype at = fixed.constFirst().size();
    for (qsizetype i = 1; i < fixed.size(); ++i) {
        const bool isLast = i + 1 == fixed.size();
        const qsizetype next = !isLast ? told.indexOf(fixed[i], at)
            : told.endsWith(fixed[i])  ? told.size() - fixed[i].size()
                                       : -1;
        if (next < at)
            return std::nullopt;
        parts << told.mid(at, next - at);
        at = next + fixed[i].size();
    }
    return at == told.size() ? std::optional(parts) : std::nullopt;
}

/// Unlike QString::arg() it puts a part in as it is, whatever is in it.
QString filled(const QString &words, const QStringList &parts)
{
    QString text;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const bool isPlace = words[i] == QLatin1Char('%') && i + 1 < words.size();
        const int number = isPlace ? words[i + 1].digitValue() : 0;
        if (number < 1 || number > parts.size()) {
            text += words[i];
            continue;
        }
        text += parts[number - 1];
        ++i;
    }
    return text;
}

/// In the language of the window, `part` making of what stands in the places what is to stand
/// there; nothing if it is none of the texts.
template <typename Part>
std::optional<QString> translated(const std::vector<Form> &forms, const QString &told, Part part)
{
    for (const Form &form : forms) {
        std::optional<QStringList> parts = partsOf(form.fixed, told);
        if (!parts)
            continue;
        for (QString &one : *parts)
            one = part(one);
        return filled(ToldWords::tr(form.text), *parts);
    }
    return std::nullopt;
}

QString asItIs(const QString &part)
{
    return part;
}

QString detailOf(const QString &told);

std::optional<QString> knownDetail(const QString &told)
{
    static const std::vector<Form> forms = formsOf(toldDetails());
    return translated(forms, told, detailOf);
}

/// Several in a row, if each of them is known.
std::optional<QString> severalOf(const QString &told, const QString &separator)
{
    const QStringList all = told.split(separator);
    if (all.size() < 2)
        return std::nullopt;
    QStringList words;
    for (const QString &one : all) {
        const std::optional<QString> known = knownDetail(one);
        if (!known)
            return std::nullopt;
        words << *known;
    }
    return words.join(separator);
}

QString detailOf(const QString &told)
{
    for (const QString &separator : {QStringLiteral("; "), QStringLiteral(", ")}) {
        if (const std::optional<QString> several = severalOf(told, separator))
            return *several;
    }
    return knownDetail(told).value_or(told);
}

QString numberOf(const QString &part)
{
    bool isNumber = false;
    const double number = part.toDouble(&isNumber);
    return isNumber ? numberText(number, -1, QLocale()) : part;
}

} // namespace

QString ToldWords::owner(std::string_view told)
{
    static const std::vector<Form> forms = formsOf(kOwners);
    const QString text = shownText(told);
    return translated(forms, text, asItIs).value_or(text);
}

QString ToldWords::subject(std::string_view told)
{
    static const std::vector<Form> forms = formsOf(kSubjects);
    const QString text = shownText(told);
    return translated(forms, text, asItIs).value_or(text);
}

QString ToldWords::detail(std::string_view told)
{
    return detailOf(shownText(told));
}

QString ToldWords::condition(std::string_view told)
{
    static const std::vector<Form> forms = formsOf(kConditions);
    const QString text = shownText(told);
    return translated(forms, text, numberOf).value_or(text);
}

} // namespace telltale
