#include "widgets/common/column_memory.h"

#include <QLoggingCategory>
#include <QSettings>

Q_LOGGING_CATEGORY(logWindow, "telltale.window")

namespace telltale {
namespace {

const QString kGroup = QStringLiteral("columns");

Outcome write(const QString &file, const QString &table, const QByteArray &state)
{
    QSettings settings(file, QSettings::NativeFormat);
    settings.beginGroup(kGroup);
    if (state.isEmpty())
        settings.remove(table);
    else
        settings.setValue(table, state);
    settings.sync();
    if (settings.status() == QSettings::NoError)
        return {};
    return Error {Error::Code::DiskError, file.toStdString() + " cannot be written"};
}

void tell(const std::string &, const Outcome &written)
{
    if (!written.ok())
        qCWarning(logWindow, "columns are not kept: %s", written.error().detail.c_str());
}

} // namespace

ColumnMemory &ColumnMemory::instance()
{
    static ColumnMemory memory;
    return memory;
}

ColumnMemory::ColumnMemory()
    : m_queue(tell)
{
    QSettings settings;
    m_file = settings.fileName();
    settings.beginGroup(kGroup);
    for (const QString &table : settings.childKeys())
        m_states.insert(table, settings.value(table).toByteArray());
}

void ColumnMemory::keep(const QString &table, const QByteArray &state)
{
    m_states.insert(table, state);
    save(table, state);
}

void ColumnMemory::forget(const QString &table)
{
    if (m_states.remove(table) > 0)
        save(table, {});
}

void ColumnMemory::save(const QString &table, const QByteArray &state)
{
    m_queue.add(
        {table.toStdString(), [file = m_file, table, state] { return write(file, table, state); }});
}

} // namespace telltale
