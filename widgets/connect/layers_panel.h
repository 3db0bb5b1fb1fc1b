#pragma once

#include "widgets/common/panel.h"

#include "data/telemetry/status_board.h"

#include <vector>

class QLabel;

namespace telltale {

class RowTableModel;

/// What was found at each layer of a connection, and below it in full what is wrong and what to do:
/// the columns of a table would cut it.
/// Thread  GUI.
class LayersPanel : public Panel
{
    Q_OBJECT

public:
    explicit LayersPanel(QWidget *parent = nullptr);
    /// Null: switched off.
    void showStatus(const ConnectionStatus *status, const std::vector<Problem> &problems);
    /// Above what is wrong, until it is set to something else; empty: nothing to say.
    void setNote(const QString &note);
    /// Where all of it is seen at this width; pixels.
    int heightFor(int width) const;

private:
    void showWords();

    RowTableModel *m_layers;
    QLabel *m_words;
    QString m_note;
    QString m_fault; ///< see ConnectionFault
};

} // namespace telltale
