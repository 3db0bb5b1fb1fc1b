#include "tests/support/power_cut.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace telltale::test {
namespace {

constexpr std::uint64_t kChances[] = {0, 20, 70, 100};
constexpr std::size_t kSector = 512; ///< bytes; a disk writes it whole or not at all

bool isOfNames(const DiskCall &call)
{
    return call.kind == DiskCall::Kind::Link || call.kind == DiskCall::Kind::Rename
        || call.kind == DiskCall::Kind::Unlink;
}

} // namespace

PowerCut::PowerCut(std::span<const DiskCall> calls, std::size_t files, std::mt19937_64 &random)
    : m_calls(calls)
    , m_random(random)
    , m_contents(files)
    , m_sure(files, 0)
    , m_chance(kChances[random() % std::size(kChances)])
{ }

bool PowerCut::writeTo(const std::string &folder)
{
    findSyncs();
    for (std::size_t i = 0; i < m_calls.size(); ++i)
        isOfNames(m_calls[i]) ? applyName(i) : applyContent(i);
    return std::all_of(m_names.begin(), m_names.end(), [&](const auto &name) {
        std::ofstream out(folder + '/' + name.first, std::ios::binary);
        const auto &content = m_contents[name.second];
        out.write(reinterpret_cast<const char *>(content.data()),
                  static_cast<std::streamsize>(content.size()));
        return out.flush().good();
    });
}

void PowerCut::findSyncs()
{
    std::uint64_t names = 0; // changed since the folder was synced
    for (std::size_t i = 0; i < m_calls.size(); ++i) {
        names += isOfNames(m_calls[i]) ? 1 : 0;
        if (m_calls[i].kind == DiskCall::Kind::Sync)
            m_sure[m_calls[i].file] = i;
        if (m_calls[i].kind == DiskCall::Kind::SyncFolder) {
            m_sureNames = i;
            names = 0;
        }
    }
    m_keptNames = m_random() % (names + 1);
}

bool PowerCut::isKept()
{
    return m_random() % 100 < m_chance;
}

void PowerCut::applyName(std::size_t index)
{
    const DiskCall &call = m_calls[index];
    if (index >= m_sureNames) {
        if (m_keptNames == 0)
            return;
        --m_keptNames;
    }
    m_names.erase(call.name);
    if (call.kind != DiskCall::Kind::Unlink)
        m_names[call.kind == DiskCall::Kind::Link ? call.name : call.newName] = call.file;
}

void PowerCut::applyContent(std::size_t index)
{
    const DiskCall &call = m_calls[index];
    const bool isSure = index < m_sure[call.file];
    if (call.kind == DiskCall::Kind::Truncate && (isSure || isKept()))
        m_contents[call.file].resize(call.at);
    if (call.kind != DiskCall::Kind::Write)
        return;
    const bool isTorn = !isSure && m_chance % 100 != 0 && m_random() % 4 == 0;
    if (isTorn)
        writeSectors(call);
    else if (isSure || isKept())
        write(call, 0, call.bytes.size());
}

void PowerCut::writeSectors(const DiskCall &call)
{
    std::size_t from = 0;
    while (from < call.bytes.size()) {
        const std::size_t next = (call.at + from) / kSector * kSector + kSector - call.at;
        const std::size_t to = std::min(call.bytes.size(), next);
        if (isKept())
            write(call, from, to);
        from = to;
    }
}

void PowerCut::write(const DiskCall &call, std::size_t from, std::size_t to)
{
    auto &content = m_contents[call.file];
    content.resize(std::max<std::size_t>(content.size(), call.at + to));
    std::copy(call.bytes.begin() + static_cast<std::ptrdiff_t>(from),
              call.bytes.begin() + static_cast<std::ptrdiff_t>(to),
              content.begin() + static_cast<std::ptrdiff_t>(call.at + from));
}

} // namespace telltale::test
