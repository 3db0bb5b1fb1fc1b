#include "data/alarms/journal_heads.h"

#include "data/alarms/hex_text.h"
#include "data/storage/file.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

namespace telltale {
namespace {

constexpr std::size_t kLargestFile = 4U << 20U;

std::string textOf(const SignedHead &head)
{
    const auto text = [](const std::string &value) { return QString::fromStdString(value); };
    const QJsonObject object {{QStringLiteral("t"), text(head.time)},
                              {QStringLiteral("seq"), static_cast<qint64>(head.at.sequence)},
                              {QStringLiteral("hash"), text(hexText(head.at.hash))},
                              {QStringLiteral("store"), text(head.store)},
                              {QStringLiteral("why"), text(head.why)},
                              {QStringLiteral("key"), text(hexText(head.key))},
                              {QStringLiteral("sig"), text(hexText(head.signature))}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

std::optional<SignedHead> headOf(const std::string &line)
{
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
    const auto text = [&object](const char *name) {
        return object.value(QLatin1String(name)).toString().toStdString();
    };
    SignedHead head;
    head.time = text("t");
    const qint64 sequence = object.value(QLatin1String("seq")).toInteger();
    head.at.sequence = static_cast<std::uint64_t>(sequence);
    head.store = text("store");
    head.why = text("why");
    const bool isTime = !head.time.empty()
        && head.time.find_first_not_of("0123456789-:.TZ") == std::string::npos; // it is printed
    if (sequence < 1 || !isTime || head.store.empty() || !readHex(text("hash"), head.at.hash)
        || !readHex(text("key"), head.key) || !readHex(text("sig"), head.signature))
        return std::nullopt;
    return head;
}

} // namespace

std::string SignedHead::message() const
{
    return "head of a Telltale alarm journal\n" + store + '\n' + std::to_string(at.sequence) + '\n'
        + hexText(at.hash) + '\n' + time + '\n' + why;
}

std::string JournalHeads::pathIn(const std::string &folder)
{
    return folder + "/alarms-heads.jsonl";
}

Result<JournalHeads> JournalHeads::read(const std::string &folder)
{
    const Result<std::string> content = readFile(pathIn(folder), kLargestFile);
    JournalHeads heads;
    if (!content && content.error().code == Error::Code::NotFound)
        return heads;
    if (!content)
        return content.error();
    std::string_view left = content.value();
    while (!left.empty()) {
        const std::size_t end = std::min(left.find('\n'), left.size());
        std::string line(left.substr(0, end));
        left.remove_prefix(std::min(end + 1, left.size()));
        std::optional<SignedHead> head = headOf(line);
        heads.m_lines.push_back({std::move(line), std::move(head)});
    }
    return heads;
}

Outcome JournalHeads::setAside(const std::string &folder, Timestamp now)
{
    const std::string path = pathIn(folder);
    std::error_code failed;
    if (!std::filesystem::exists(path, failed))
        return {};
    return renameDurably(path, path + ".damaged-" + std::to_string(toMicroseconds(now)));
}

const SignedHead *JournalHeads::newest() const
{
    const auto found = std::find_if(m_lines.rbegin(), m_lines.rend(),
                                    [](const Line &line) { return line.head.has_value(); });
    return found == m_lines.rend() ? nullptr : &*found->head;
}

const SignedHead *JournalHeads::newestOf(const std::string &store) const
{
    const auto isOfIt
        = [&store](const Line &line) { return line.head && line.head->store == store; };
    const auto found = std::find_if(m_lines.rbegin(), m_lines.rend(), isOfIt);
    return found == m_lines.rend() ? nullptr : &*found->head;
}

void JournalHeads::add(SignedHead head)
{
    std::string text = textOf(head);
    m_lines.push_back({std::move(text), std::move(head)});
    thin();
}

/// A line that is no head stays as long as it may: somebody wrote it.
void JournalHeads::thin()
{
    if (m_lines.size() <= kMost)
        return;
    const std::string today = m_lines.back().head->day();
    std::set<std::pair<std::string, std::string>> days; // of each store, from the newest back
    std::vector<Line> kept;
    for (auto line = m_lines.rbegin(); line != m_lines.rend(); ++line) {
        const bool isPast = line->head && line->head->day() != today;
        if (!isPast || days.emplace(line->head->store, line->head->day()).second)
            kept.push_back(std::move(*line));
    }
    kept.resize(std::min(kept.size(), kMost));
    m_lines.assign(std::make_move_iterator(kept.rbegin()), std::make_move_iterator(kept.rend()));
}

Outcome JournalHeads::write(const std::string &folder) const
{
    std::string content;
    for (const Line &line : m_lines)
        content += line.text + '\n';
    return writeFileDurably(pathIn(folder), content);
}

} // namespace telltale
