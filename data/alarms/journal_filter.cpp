#include "data/alarms/journal_filter.h"

#include <QString>

#include <algorithm>
#include <array>

namespace telltale {
namespace {

char small(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char letter) { return static_cast<unsigned char>(letter) < 0x80; });
}

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// `part` is ASCII in small letters: nearly always so, and a million entries are looked through.
bool containsAscii(std::string_view text, std::string_view part)
{
    const auto found = std::search(text.begin(), text.end(), part.begin(), part.end(),
                                   [](char one, char other) { return small(one) == other; });
    return found != text.end() || part.empty();
}

bool contains(std::string_view text, std::string_view part)
{
    if (isAscii(part))
        return containsAscii(text, part);
    return !isAscii(text) && fromUtf8(text).contains(fromUtf8(part), Qt::CaseInsensitive);
}

std::string smallLetters(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), small);
    return text;
}

bool isOneOf(const std::vector<std::string> &list, std::string_view text)
{
    return std::find(list.begin(), list.end(), text) != list.end();
}

bool isCode(const JournalTexts &texts, const JournalCode &code)
{
    if (texts.type != code.type)
        return false;
    switch (code.member) {
    case JournalCode::Member::Reason:
        return texts.reason == code.word;
    case JournalCode::Member::Text:
        return texts.text == code.word;
    case JournalCode::Member::Action:
        return texts.action == code.word;
    }
    return false;
}

} // namespace

JournalTexts textsOf(const AlarmJournalEntry &entry)
{
    return {entry.type, entry.alarm,  entry.tag,     entry.title,   entry.from,
            entry.to,   entry.value,  entry.by,      entry.station, entry.reason,
            entry.text, entry.action, entry.priority};
}

JournalMatcher::JournalMatcher(const JournalFilter &filter)
    : m_types(filter.types)
{
    if (filter.tag.find('*') != std::string::npos)
        m_tag.emplace(filter.tag);
    else
        m_tagPart = smallLetters(filter.tag);
    for (const JournalWord &word : filter.words) {
        m_words.push_back(word);
        m_words.back().text = smallLetters(word.text);
    }
}

bool JournalMatcher::matches(const JournalTexts &texts) const
{
    if (!m_types.empty() && !isOneOf(m_types, texts.type))
        return false;
    if (!isOfTag(texts.tag))
        return false;
    return std::all_of(m_words.begin(), m_words.end(),
                       [&texts](const JournalWord &word) { return has(texts, word); });
}

bool JournalMatcher::isOfTag(std::string_view path) const
{
    if (m_tag)
        return m_tag->matches(path);
    return contains(path, m_tagPart);
}

bool JournalMatcher::has(const JournalTexts &texts, const JournalWord &word)
{
    const std::array all {texts.tag,  texts.title,  texts.alarm, texts.by,
                          texts.text, texts.reason, texts.value, texts.station};
    if (std::any_of(all.begin(), all.end(), [&](std::string_view text) {
            return !text.empty() && contains(text, word.text);
        }))
        return true;
    return isOneOf(word.types, texts.type) || isOneOf(word.states, texts.from)
        || isOneOf(word.states, texts.to)
        || std::find(word.priorities.begin(), word.priorities.end(), texts.priority)
        != word.priorities.end()
        || std::any_of(word.codes.begin(), word.codes.end(),
                       [&texts](const JournalCode &code) { return isCode(texts, code); })
        || std::any_of(
               word.alarmPrefixes.begin(), word.alarmPrefixes.end(),
               [&texts](const std::string &prefix) { return texts.alarm.starts_with(prefix); });
}

} // namespace telltale
