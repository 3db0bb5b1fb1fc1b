#include "widgets/alarms/journal_view.h"

#include "widgets/common/data_table.h"
#include "widgets/common/error_words.h"

#include "models/journal_model.h"

#include <QLabel>
#include <QVBoxLayout>

namespace telltale {

JournalView::JournalView(const Plant &plant, AlarmJournal &journal, QWidget *parent)
    : QWidget(parent)
    , m_model(new JournalModel(plant, journal, this))
    , m_table(new DataTable(QStringLiteral("alarm_journal"), tr("Alarm journal")))
    , m_state(new QLabel)
{
    m_state->setObjectName(QStringLiteral("second"));
    m_state->setTextFormat(Qt::PlainText);
    m_state->setAlignment(Qt::AlignCenter);
    m_state->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table, 1);
    column->addWidget(m_state, 1);
    m_table->setModel(m_model);
    m_table->setColumns({{140, 8},
                         {140, 8, 3},
                         {130, 8},
                         {72, 4},
                         {150, 20},
                         {44, 2, 2},
                         {112, 6},
                         {84, 6},
                         {70, 8},
                         {90, 20, 1}});
    connect(m_model, &JournalModel::failed, this,
            [this](const Error &error) { showState(ErrorWords::sentence(error)); });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this] { showState({}); });
    showState(tr("Reading the journal …"));
}

void JournalView::refresh()
{
    m_model->refresh();
    if (m_model->isLoaded() && m_model->rowCount() == 0)
        showState(tr("Nothing has been written to the alarm journal yet."));
}

bool JournalView::isComplete() const
{
    return m_model->isLoaded();
}

void JournalView::showState(const QString &words)
{
    m_state->setText(words);
    m_state->setVisible(!words.isEmpty() && m_model->rowCount() == 0);
    m_table->setVisible(words.isEmpty() || m_model->rowCount() > 0);
}

} // namespace telltale
