#include "models/value_text.h"

#include "data/telemetry/decimal_places.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace telltale {
namespace {

constexpr qsizetype kLongestBareName = 3; ///< letters; such a name says too little by itself
constexpr int kAllDigits = 15;
constexpr int kMaxDecimals = 9;
constexpr int kDigitsWorthReading = 4;
constexpr double kDigitsOfRange = 5.0;
constexpr double kMostPlain = 1e15; ///< powers of ten beyond, and for small numbers
constexpr double kLeastPlain = 1e-4;
const QChar kThinSpace(0x2009);
const QChar kMinus(0x2212);
const QChar kEnDash(0x2013);

bool isHidden(char32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200B && c <= 0x200F)
        || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF || c == 0xAD
        || c == 0x61C;
}

/// Whether something of it is left with so many places.
bool isSeenWith(int places, double magnitude)
{
    return places > 0 && magnitude * std::pow(10.0, places) >= 0.5;
}

/// -1: as a power of ten. A small one among others that needed as many places keeps their form.
int decimalsFor(double value, int seen = -1)
{
    const double magnitude = std::fabs(value);
    const bool isSmall = magnitude < kLeastPlain && magnitude != 0.0;
    if (magnitude >= kMostPlain || (isSmall && !isSeenWith(seen, magnitude)))
        return -1;
    return decimalPlaces(value, seen);
}

/// What says nothing any more on the scale of a range.
int mostOfRange(const TagInfo &info)
{
    if (!info.low || !info.high || *info.high <= *info.low)
        return kMaxDecimals;
    const double whole = std::ceil(std::log10(*info.high - *info.low));
    return static_cast<int>(std::clamp(kDigitsOfRange - whole, 0.0, double(kMaxDecimals)));
}

QString grouped(const QString &digits)
{
    if (digits.size() < 4)
        return digits;
    QString text;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0)
            text += kThinSpace;
        text += digits[i];
    }
    return text;
}

/// Of a number that QString::number() made `plain` of, without its sign.
QString signedText(double value, const QString &plain, const QLocale &locale)
{
    const qsizetype point = plain.indexOf(QLatin1Char('.'));
    QString text = grouped(point < 0 ? plain : plain.left(point));
    if (point >= 0)
        text += locale.decimalPoint() + plain.mid(point + 1);
    const bool isZero = plain.count(QLatin1Char('0')) + (point < 0 ? 0 : 1) == plain.size();
    return value < 0.0 && !isZero ? kMinus + text : text;
}

bool isNumber(const Sample &sample)
{
    const SampleFlags::Kind kind = sample.flags.kind();
    return sample.tag.isValid() && !sample.quality.isBad() && std::isfinite(sample.value)
        && (kind == SampleFlags::Kind::Number || kind == SampleFlags::Kind::Integer);
}

/// As an exponent.
QString raised(int power)
{
    static constexpr std::array<char16_t, 10> kDigits {0x2070, 0xB9,   0xB2,   0xB3,   0x2074,
                                                       0x2075, 0x2076, 0x2077, 0x2078, 0x2079};
    QString text;
    for (const QChar digit : QString::number(power))
        text += digit == QLatin1Char('-')
            ? QChar(0x207B)
            : QChar(kDigits[static_cast<std::size_t>(digit.digitValue())]);
    return text;
}

QString integerText(const SideValue &side)
{
    if (const auto *value = std::get_if<std::int64_t>(&side))
        return QString::number(*value);
    if (const auto *value = std::get_if<std::uint64_t>(&side))
        return QString::number(*value);
    return {};
}

QDateTime localTime(Timestamp time, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(toMicroseconds(time) / 1000, zone);
}

/// Of a level: a mere number, or a word that devices have in common.
bool saysLittle(const QString &level)
{
    static constexpr std::array<std::string_view, 14> kCommon {
        "data",  "state",  "status",  "telemetry", "tele",   "sensor",  "sensors",
        "value", "values", "payload", "json",      "events", "metrics", "measurements"};
    const std::string lower = level.toLower().toStdString();
    return level.size() <= kLongestBareName
        || std::find(kCommon.begin(), kCommon.end(), lower) != kCommon.end();
}

} // namespace

QString shownText(std::string_view utf8)
{
    const QString decoded = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    QString shown;
    for (const char32_t c : decoded.toUcs4()) {
        if (isHidden(c))
            shown += QStringLiteral("\\u%1").arg(QString::number(c, 16).toUpper(), 4,
                                                 QLatin1Char('0'));
        else
            shown += QString::fromUcs4(&c, 1);
    }
    return shown;
}

QString tooltipText(const QString &text)
{
    if (text.isEmpty())
        return {};
    return QStringLiteral("<p>%1</p>")
        .arg(text.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br/>")));
}

QString buttonText(const QString &text)
{
    QString escaped = text;
    return escaped.replace(QLatin1Char('&'), QLatin1String("&&"));
}

QString numberText(double value, int decimals, const QLocale &locale)
{
    if (!std::isfinite(value))
        return kEnDash;
    const int places = decimals >= 0 ? std::min(decimals, kMaxDecimals) : decimalsFor(value);
    if (places < 0)
        return shortNumberText(value, kSignificantDigits, locale);
    return signedText(value, QString::number(std::fabs(value), 'f', places), locale);
}

QString countText(std::uint64_t count)
{
    return numberText(static_cast<double>(count), 0, QLocale());
}

QString shortNumberText(double value, int digits, const QLocale &locale)
{
    if (!std::isfinite(value))
        return kEnDash;
    const QStringList parts
        = QString::number(std::fabs(value), 'e', std::max(0, digits - 1)).split(QLatin1Char('e'));
    QString mantissa = parts.front();
    while (mantissa.contains(QLatin1Char('.'))
           && (mantissa.endsWith(QLatin1Char('0')) || mantissa.endsWith(QLatin1Char('.'))))
        mantissa.chop(1);
    mantissa.replace(QLatin1String("."), locale.decimalPoint());
    const int power = parts.back().toInt();
    const QString text
        = power == 0 ? mantissa : mantissa + QChar(0xB7) + QStringLiteral("10") + raised(power);
    return value < 0.0 ? kMinus + text : text;
}

int shownDecimals(double value, const TagInfo &info, int seen)
{
    if (info.decimals >= 0)
        return info.decimals;
    return std::min(decimalsFor(value, seen), mostOfRange(info));
}

QString valueText(const Sample &sample, const TagInfo &info, const QLocale &locale, int seen)
{
    if (!sample.tag.isValid() || sample.quality.isBad())
        return kEnDash;
    switch (sample.flags.kind()) {
    case SampleFlags::Kind::Boolean:
        return sample.value != 0.0 ? QCoreApplication::translate("ValueText", "on")
                                   : QCoreApplication::translate("ValueText", "off");
    case SampleFlags::Kind::Integer:
        return integerText(sample.side);
    case SampleFlags::Kind::Text:
        if (const auto *text = std::get_if<std::string>(&sample.side))
            return shownText(*text);
        return {};
    case SampleFlags::Kind::Number:
        break;
    }
    return numberText(sample.value, shownDecimals(sample.value, info, seen), locale);
}

QString wholeValueText(const Sample &sample, const TagInfo &info, const QLocale &locale)
{
    const bool isPlain = sample.flags.kind() == SampleFlags::Kind::Number && info.decimals < 0;
    if (!isPlain || !isNumber(sample))
        return valueText(sample, info, locale);
    const double magnitude = std::fabs(sample.value);
    if (magnitude != 0.0 && (magnitude >= kMostPlain || magnitude < kLeastPlain))
        return shortNumberText(sample.value, kAllDigits, locale);
    return signedText(sample.value, QString::number(magnitude, 'f', QLocale::FloatingPointShortest),
                      locale);
}

QStringList valueForms(const Sample &sample, const TagInfo &info, const QLocale &locale, int seen)
{
    QStringList forms {valueText(sample, info, locale, seen)};
    if (!isNumber(sample) || sample.value == 0.0)
        return forms;
    const int whole = static_cast<int>(std::floor(std::log10(std::fabs(sample.value)))) + 1;
    const int shown = shownDecimals(sample.value, info, seen);
    const int least = std::max(0, kDigitsWorthReading - whole);
    for (int places = std::min(shown, kMaxDecimals) - 1; places >= least; --places)
        forms << numberText(sample.value, places, locale);
    for (int digits = kDigitsWorthReading; digits > 1; --digits) {
        const QString brief = shortNumberText(sample.value, digits, locale);
        if (brief.size() < forms.back().size())
            forms << brief;
    }
    return forms;
}

QString changeText(double change, const Sample &value, const TagInfo &info, const QLocale &locale)
{
    const int worthReading = std::fabs(value.value) >= 100 ? 1 : 2;
    const int decimals = info.decimals >= 0 ? info.decimals : worthReading;
    const QString text = numberText(change, decimals, locale);
    const bool isZero = text == numberText(0.0, decimals, locale);
    return change > 0.0 && !isZero ? QLatin1Char('+') + text : text;
}

QString ageText(std::chrono::microseconds age)
{
    const qint64 seconds = std::max<qint64>(0, age.count() / 1'000'000);
    const auto pair = [](qint64 big, const char *bigUnit, qint64 small, const char *smallUnit) {
        QString text = QStringLiteral("%1 %2").arg(big).arg(QLatin1String(bigUnit));
        if (small > 0)
            text += QStringLiteral(" %1 %2").arg(small).arg(QLatin1String(smallUnit));
        return text;
    };
    if (seconds < 60)
        return QStringLiteral("%1 s").arg(seconds);
    if (seconds < 600)
        return pair(seconds / 60, "min", seconds % 60, "s");
    if (seconds < 3600)
        return QStringLiteral("%1 min").arg(seconds / 60);
    if (seconds < 86400)
        return pair(seconds / 3600, "h", seconds % 3600 / 60, "min");
    return pair(seconds / 86400, "d", seconds < 10 * 86400 ? seconds % 86400 / 3600 : 0, "h");
}

QString cadenceText(std::chrono::microseconds cadence, const QLocale &locale)
{
    using namespace std::chrono_literals;
    if (cadence < 50ms)
        return QStringLiteral("%1 ms").arg(
            numberText(static_cast<double>(cadence.count()) / 1e3, -1, locale));
    if (cadence < 950ms)
        return QStringLiteral("%1 s").arg(
            numberText(static_cast<double>(cadence.count()) / 1e6, 1, locale));
    return ageText(std::chrono::round<std::chrono::seconds>(cadence));
}

QString timeText(Timestamp time, Timestamp now, const QTimeZone &zone)
{
    const QDateTime at = localTime(time, zone);
    return at.date() == localTime(now, zone).date()
        ? at.toString(QStringLiteral("HH:mm:ss"))
        : at.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString preciseTimeText(Timestamp time, Timestamp now, const QTimeZone &zone)
{
    const qint64 milliseconds = ((toMicroseconds(time) % 1'000'000) + 1'000'000) % 1'000'000 / 1000;
    return QStringLiteral("%1.%2")
        .arg(timeText(time, now, zone))
        .arg(milliseconds, 3, 10, QLatin1Char('0'));
}

QString shortTimeText(Timestamp time, Timestamp now, const QTimeZone &zone, const QLocale &locale)
{
    const QDateTime at = localTime(time, zone);
    const QDate today = localTime(now, zone).date();
    if (at.date() == today)
        return at.toString(QStringLiteral("HH:mm:ss"));
    const bool isThisYear = at.date().year() == today.year();
    return locale.toString(
        at, isThisYear ? QStringLiteral("d MMM HH:mm") : QStringLiteral("d MMM yyyy HH:mm"));
}

QString levelText(std::string_view level)
{
    return level.empty() ? QCoreApplication::translate("ValueText", "(no name)", "level of a topic")
                         : shownText(level);
}

QString tagTitle(const TagInfo &info)
{
    if (!info.displayName.empty())
        return shownText(info.displayName);
    const auto slash = info.path.rfind('/');
    return levelText(slash == std::string::npos ? info.path
                                                : std::string_view(info.path).substr(slash + 1));
}

std::string_view titledLevels(std::string_view asset, std::string_view page)
{
    std::string_view titled = asset.substr(asset.size());
    for (std::string_view left = asset; left.size() > page.size();) {
        const auto slash = left.rfind('/');
        const bool isTop = slash == std::string_view::npos;
        const std::size_t from = isTop ? 0 : slash + 1;
        titled = asset.substr(from);
        if (isTop || !saysLittle(levelText(left.substr(from))))
            break;
        left = left.substr(0, slash);
    }
    return titled;
}

QString assetTitle(std::string_view asset, std::string_view page)
{
    if (asset.size() <= page.size())
        return {};
    const std::string_view titled = titledLevels(asset, page);
    QStringList levels;
    for (std::size_t from = 0; from <= titled.size();) {
        const std::size_t to = std::min(titled.find('/', from), titled.size());
        levels << levelText(titled.substr(from, to - from));
        from = to + 1;
    }
    return levels.join(QLatin1Char(' '));
}

QString tagTitleOn(std::string_view page, const TagInfo &info)
{
    const QString title = tagTitle(info);
    const std::string asset = assetPath(info.path);
    if (asset != page)
        return assetTitle(asset, page) + QLatin1Char(' ') + title;
    const bool saysEnough = !info.displayName.empty() || title.size() > kLongestBareName;
    return saysEnough ? title : assetTitle(asset) + QLatin1Char(' ') + title;
}

std::string assetPath(std::string_view tagPath)
{
    const auto slash = tagPath.rfind('/');
    return slash == std::string_view::npos ? std::string() : std::string(tagPath.substr(0, slash));
}

} // namespace telltale
