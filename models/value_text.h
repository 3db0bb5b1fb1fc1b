#pragma once

#include "data/telemetry/live_values.h"
#include "data/telemetry/tag.h"

#include <QDateTime>
#include <QLocale>
#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <cstdint>

namespace telltale {

/// Text of foreign origin made fit to show: UTF-8 decoded, control, bidi and zero-width characters
/// escaped (`\u202E` visible), one line.
QString shownText(std::string_view utf8);

/// `text` for a tool tip: read as it stands and never as HTML, its lines kept, long ones wrapped.
QString tooltipText(const QString &text);

/// `text` for a button or an entry of a menu: an & in it is shown and underlines nothing.
QString buttonText(const QString &text);

/// The number as people read it: thin spaces between thousands (U+2009 from four digits on), the
/// locale's decimal sign, minus as U+2212, `decimals` places (-1: up to 6 significant digits,
/// with a power of ten where the number is very large or small).
QString numberText(double value, int decimals, const QLocale &locale);
/// Of things: "114 372", as the language writes it.
QString countText(std::uint64_t count);

/// The same where there is little room: at most `digits` significant ones and a power of ten,
/// "9.0072·10¹⁵".
QString shortNumberText(double value, int digits, const QLocale &locale);

/// Places behind the point of a value of a tag: those a person gave, else as many as it needs, at
/// least `seen`, which its values needed so far - a number that changes keeps its form, a small one
/// as long as a digit of it is left -, and no more than its range makes sense of. -1: as
/// numberText().
int shownDecimals(double value, const TagInfo &info, int seen);

/// The value of a sample without unit: number, text, "on"/"off" for booleans, en dash for bad ones.
QString valueText(const Sample &sample, const TagInfo &info, const QLocale &locale, int seen = -1);
/// The same with all the digits it has, where nobody said how many are worth reading.
QString wholeValueText(const Sample &sample, const TagInfo &info, const QLocale &locale);
/// The same from valueText() to what finds room nearly anywhere: numbers with fewer decimals, then
/// as powers of ten with fewer digits.
QStringList valueForms(const Sample &sample, const TagInfo &info, const QLocale &locale,
                       int seen = -1);

/// By how much a value changed, "+3.2" or "−0.50": with the decimals of the tag, else with as many
/// as are worth reading of the value.
QString changeText(double change, const Sample &value, const TagInfo &info, const QLocale &locale);

/// An age in words: "14 s", "2 min 5 s", "1 h 12 min", "3 d".
QString ageText(std::chrono::microseconds age);
/// How often something comes: "20 ms", "0.5 s", "1 s", "5 min".
QString cadenceText(std::chrono::microseconds cadence, const QLocale &locale);

/// 21:46:03 in `zone`; with the date if it is not the day of `now`.
QString timeText(Timestamp time, Timestamp now, const QTimeZone &zone);
/// The same with milliseconds: 21:46:03.120.
QString preciseTimeText(Timestamp time, Timestamp now, const QTimeZone &zone);

/// For narrow places: 21:46:03 today, "24 Nov 21:46" in the year of `now`, else with the year.
QString shortTimeText(Timestamp time, Timestamp now, const QTimeZone &zone, const QLocale &locale);

/// One level of a path; a word where it is empty, as in `a//b`.
QString levelText(std::string_view level);
/// The last level of a path, or the display name a person gave.
QString tagTitle(const TagInfo &info);
/// The name of an asset, with as many of the levels between it and `page` before it as say what it
/// is: "line 1 d0".
QString assetTitle(std::string_view asset, std::string_view page = {});
/// The end of its path that has these levels.
std::string_view titledLevels(std::string_view asset, std::string_view page = {});
/// On the page of an asset, where its name goes without saying if the tag's own says something.
QString tagTitleOn(std::string_view page, const TagInfo &info);
/// Everything before the last level: the asset.
std::string assetPath(std::string_view tagPath);

} // namespace telltale
