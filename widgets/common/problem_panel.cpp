#include "widgets/common/problem_panel.h"

#include "widgets/common/data_table.h"
#include "widgets/common/error_words.h"
#include "widgets/common/labels.h"

#include "models/row_table_model.h"
#include "models/told_words.h"
#include "models/value_text.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace telltale {
namespace {

enum Column { Kind, About, What, Remedy, Detail };

QString severityWord(Problem::Severity severity)
{
    switch (severity) {
    case Problem::Severity::Note:
        return ProblemPanel::tr("note");
    case Problem::Severity::Warning:
        return ProblemPanel::tr("warning");
    case Problem::Severity::Serious:
        break;
    }
    return ProblemPanel::tr("serious");
}

QString areaWord(const std::string &area)
{
    if (area == "connection")
        return ProblemPanel::tr("Connection");
    if (area == "history")
        return ProblemPanel::tr("History");
    if (area == "disk")
        return ProblemPanel::tr("Disk");
    if (area == "journal")
        return ProblemPanel::tr("Journal");
    if (area == "alarms")
        return ProblemPanel::tr("Alarms");
    if (area == "workspace")
        return ProblemPanel::tr("Workspace");
    if (area == "payloads")
        return ProblemPanel::tr("Payloads");
    if (area == "recording")
        return ProblemPanel::tr("Recording");
    if (area == "notification")
        return ProblemPanel::tr("Notification");
    if (area == "demo")
        return ProblemPanel::tr("Demo");
    return shownText(area);
}

QString titleOf(const Problem &problem)
{
    return problem.area == "workspace" && problem.code == Error::Code::Malformed
        ? ProblemPanel::tr("A file is broken")
        : ErrorWords::title(problem.code);
}

/// In its own words, where it has some that say more than its kind: those of a connection send one
/// to where its fault is told.
QString remedyOf(const Problem &problem)
{
    return problem.remedy.empty() || problem.area == "connection"
        ? ErrorWords::remedy(problem.code)
        : ToldWords::detail(problem.remedy);
}

TableRow rowOf(const Problem &problem, Timestamp now)
{
    const QString subject = ToldWords::subject(problem.subject);
    const QString cause = ToldWords::detail(problem.cause);
    const QString about = subject.isEmpty()
        ? areaWord(problem.area)
        : QStringLiteral("%1 · %2").arg(areaWord(problem.area), subject);
    TableRow row;
    row.key = problem.area + '\n' + problem.subject + '\n'
        + std::to_string(static_cast<int>(problem.code));
    row.cells = {
        {severityWord(problem.severity), -static_cast<int>(problem.severity)},
        {about},
        {titleOf(problem)},
        {remedyOf(problem)},
        {cause, {}, true},
        {countText(problem.count), static_cast<qulonglong>(problem.count)},
        {ageText(now - problem.last), static_cast<qlonglong>(-toMicroseconds(problem.last)), true}};
    row.tip = cause
        + (problem.remedy.empty() ? QString()
                                  : QStringLiteral(" · ") + ToldWords::detail(problem.remedy));
    return row;
}

} // namespace

ProblemPanel::ProblemPanel(QWidget *parent)
    : Panel(tr("Problems"), parent)
    , m_model(new RowTableModel({{tr("Kind", "of a problem: note, warning, serious")},
                                 {tr("About")},
                                 {tr("What happened")},
                                 {tr("What to do")},
                                 {tr("Detail")},
                                 {tr("Times"), true},
                                 {tr("Last"), true}},
                                this))
    , m_table(new DataTable(QStringLiteral("problems"), tr("Problems")))
    , m_whole(wholeLabel(QStringLiteral("whole")))
    , m_stack(new QStackedWidget)
{
    auto *sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(m_model);
    sorted->setSortRole(RowTableModel::ValueRole);
    m_table->setModel(sorted);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    m_table->setColumns(
        {{76, 2}, {150, 12}, {170, 16}, {190, 26, 1}, {180, 30, 3}, {60, 2, 2}, {76, 2}});
    m_table->wrapRows();
    connect(sorted, &QAbstractItemModel::layoutChanged, m_table, &DataTable::fitRows);
    auto *none = new QLabel(tr("No problems"));
    none->setObjectName(QStringLiteral("second"));
    none->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(m_table);
    m_stack->addWidget(none);
    content()->addWidget(m_stack, 1);
    content()->addWidget(m_whole);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ProblemPanel::showWhole);
    setProblems({}, {});
}

void ProblemPanel::setProblems(const std::vector<Problem> &problems, Timestamp now)
{
    std::vector<TableRow> rows;
    for (const Problem &problem : problems)
        rows.push_back(rowOf(problem, now));
    m_model->setTableRows(std::move(rows));
    m_table->fitRows();
    m_stack->setCurrentIndex(problems.empty() ? 1 : 0);
    if (!problems.empty() && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_table->model()->index(0, 0));
    showWhole();
    setRemark(problems.empty() ? QString()
                               : tr("%n of them", nullptr, static_cast<int>(problems.size())));
}

/// The columns cut what is long; here it stands in full.
void ProblemPanel::showWhole()
{
    const int row = m_table->currentIndex().row();
    m_whole->setVisible(row >= 0);
    const auto cell = [this, row](Column column) {
        return m_table->model()->index(row, column).data().toString();
    };
    m_whole->setText(row < 0 ? QString()
                             : QStringLiteral("%1 — %2. %3\n%4")
                                   .arg(cell(About), cell(What), cell(Remedy), cell(Detail)));
}

} // namespace telltale
