#include "data/alarms/journal_chain.h"

#include "data/alarms/state_codec.h"

#include <QCryptographicHash>

#include <algorithm>

namespace telltale {
namespace {

std::string canonical(const AlarmJournalEntry &entry)
{
    StateWriter out;
    out(entry.sequence);
    out(toMicroseconds(entry.time));
    out(toMicroseconds(entry.eventTime));
    out(entry.hasEventTime);
    for (const std::string *text :
         {&entry.type, &entry.alarm, &entry.tag, &entry.title, &entry.from, &entry.to, &entry.value,
          &entry.unit, &entry.quality, &entry.by, &entry.role, &entry.station, &entry.reason,
          &entry.text, &entry.action, &entry.set, &entry.old})
        out(*text);
    out(entry.occurrence);
    out(entry.priority);
    out(entry.limit.has_value());
    out(entry.limit.value_or(0.0));
    out(entry.until.has_value());
    out(toMicroseconds(entry.until.value_or(Timestamp {})));
    out(entry.count.has_value());
    out(entry.count.value_or(0));
    out(entry.late);
    out(entry.firstOut);
    return out.take();
}

} // namespace

JournalHash chainHash(const JournalHash &previous, const AlarmJournalEntry &entry)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(previous));
    const std::string bytes = canonical(entry);
    hash.addData(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
    const QByteArray result = hash.result();
    JournalHash made {};
    std::copy_n(result.begin(), std::min<qsizetype>(result.size(), qsizetype(made.size())),
                made.begin());
    return made;
}

} // namespace telltale
