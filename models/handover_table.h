#pragma once

#include "models/handover.h"
#include "models/row_table_model.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

namespace telltale {

class TagRegistry;

/// The parts of a hand-over, in their order.
enum class HandoverPart {
    Notes,
    Active,
    Shelved,
    OutOfService,
    Suppressed,
    Urgent, ///< alarms of priority 1 and 2
    Actions,
    Figures
};
constexpr int kHandoverParts = 8;

/// A hand-over as tables, the same on the screen and on paper.
/// Thread  any.
class HandoverTable
{
    Q_DECLARE_TR_FUNCTIONS(HandoverTable)

public:
    HandoverTable(const Handover &handover, const TagRegistry &tags, QTimeZone zone,
                  QLocale locale);

    static QString title(HandoverPart part);
    static QString none(HandoverPart part); ///< what is said where there are no rows
    static std::vector<TableColumn> columns(HandoverPart part);
    /// The first column is the priority, and its value the number.
    static bool hasPriority(HandoverPart part);
    std::vector<TableRow> rows(HandoverPart part) const;
    /// What found no room in it; empty: nothing.
    QString rest(HandoverPart part) const;
    /// "25 Nov 14:00 to 22:00".
    QString shift() const;
    /// "3 CRIT · 2 HIGH", of what came.
    QString counts() const;
    QString time(Timestamp time) const;
    /// Of a note, its lines kept.
    static QString words(const AlarmJournalEntry &note);

private:
    std::vector<TableRow> notes() const;
    std::vector<TableRow> active() const;
    std::vector<TableRow> hidden(AlarmState state) const;
    std::vector<TableCell> whyHidden(const AlarmRow &row) const;
    std::vector<TableRow> urgent() const;
    std::vector<TableRow> actions() const;
    std::vector<TableRow> figures() const;

    QString condition(const AlarmRow &row) const;

    const Handover &m_handover;
    const TagRegistry &m_tags;
    const QTimeZone m_zone;
    const QLocale m_locale;
};

} // namespace telltale
