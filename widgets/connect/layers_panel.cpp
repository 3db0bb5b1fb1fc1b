#include "widgets/connect/layers_panel.h"

#include "widgets/common/data_table.h"
#include "widgets/common/labels.h"
#include "widgets/common/theme.h"
#include "widgets/connect/connection_fault.h"

#include "models/connection_rows.h"

#include <QLabel>
#include <QVBoxLayout>

namespace telltale {
namespace {

constexpr int kLayers = 6;

} // namespace

LayersPanel::LayersPanel(QWidget *parent)
    : Panel({}, parent)
    , m_layers(new RowTableModel(ConnectionRows::layerColumns(), this))
    , m_words(wholeLabel(QStringLiteral("fault")))
{
    content()->addWidget(DataTable::plain(QStringLiteral("layers"), tr("Layers of the connection"),
                                          m_layers, {{36, 0}, {104, 0}, {200, 10}, {72, 0}}));
    content()->addWidget(m_words);
    showWords();
}

void LayersPanel::showStatus(const ConnectionStatus *status, const std::vector<Problem> &problems)
{
    m_layers->setTableRows(status ? ConnectionRows::layers(*status) : std::vector<TableRow>());
    m_fault = status ? ConnectionFault::text(*status, problems) : QString();
    showWords();
}

void LayersPanel::setNote(const QString &note)
{
    m_note = note;
    showWords();
}

void LayersPanel::showWords()
{
    QStringList words {m_note, m_fault};
    words.removeAll(QString());
    m_words->setText(words.join(QLatin1Char('\n')));
    m_words->setVisible(!words.isEmpty());
}

int LayersPanel::heightFor(int width) const
{
    const int words = m_words->isVisibleTo(this) ? m_words->heightForWidth(width - 2) : 0;
    return words + Theme::instance().measure(Theme::kPanelHeader + kLayers * Theme::kTableRow + 4);
}

} // namespace telltale
