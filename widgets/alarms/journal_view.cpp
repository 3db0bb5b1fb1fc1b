#include "widgets/alarms/journal_view.h"

#include "widgets/common/data_table.h"
#include "widgets/common/error_words.h"

#include "models/journal_filter_model.h"
#include "models/journal_model.h"

#include <QLabel>
#include <QVBoxLayout>

namespace telltale {

JournalView::JournalView(const Plant &plant, AlarmJournal &journal, QWidget *parent)
    : QWidget(parent)
    , m_model(new JournalModel(plant, journal, this))
    , m_filter(new JournalFilterModel(this))
    , m_table(new DataTable(QStringLiteral("alarm_lines"), tr("Alarm journal")))
    , m_state(new QLabel)
{
    m_state->setObjectName(QStringLiteral("second"));
    m_state->setTextFormat(Qt::PlainText);
    m_state->setAlignment(Qt::AlignCenter);
    m_state->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table, 1);
    column->addWidget(m_state);
    m_filter->setSourceModel(m_model);
    m_table->setModel(m_filter);
    m_table->setColumns({{140, 6},
                         {140, 6, 3},
                         {130, 6},
                         {72, 4},
                         {108, 24},
                         {166, 20},
                         {44, 2, 2},
                         {136, 8},
                         {84, 6},
                         {60, 8},
                         {90, 20, 1}});
    connect(m_model, &JournalModel::failed, this,
            [this](const Error &error) { showFault(ErrorWords::sentence(error)); });
    connect(m_model, &JournalModel::taken, this, [this] {
        m_fault.clear();
        showFound();
    });
    showState(tr("Reading the journal …"));
}

void JournalView::setFilter(const QString &text)
{
    m_filter->setText(text);
    if (m_model->isLoaded())
        showFound();
}

/// Lines that were read before stay; below them stands that they are not all.
void JournalView::showFault(const QString &fault)
{
    m_fault = fault;
    showState(fault);
}

void JournalView::showFound()
{
    m_filter->fillUp();
    if (!m_fault.isEmpty())
        showState(m_fault);
    else if (m_filter->rowCount() > 0)
        showState({});
    else if (m_model->rowCount() == 0)
        showState(tr("Nothing has been written to the alarm journal yet."));
    else
        showState(
            tr("None of the %n newest lines has all these words.", nullptr, m_model->rowCount()));
}

void JournalView::refresh()
{
    m_model->refresh();
}

bool JournalView::isComplete() const
{
    return m_model->isLoaded() || !m_fault.isEmpty();
}

void JournalView::showState(const QString &words)
{
    m_state->setText(words);
    m_state->setVisible(!words.isEmpty());
    m_table->setVisible(words.isEmpty() || m_filter->rowCount() > 0);
}

} // namespace telltale
