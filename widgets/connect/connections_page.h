#pragma once

#include "widgets/common/page.h"

#include "models/status_follower.h"
#include "models/workspace_edits.h"

#include "data/sources/source.h"

#include <functional>

class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace telltale {

class Beside;
class ConnectionDialog;
class EmptyPlant;
class InboxPanel;
class IncomingPanels;
class LayersPanel;
class RowTableModel;
class SegmentBar;
class SubscribeAllQuestion;

/// Page `connections`: each layer of a connection with its result, what came and what became of
/// it, what speaks there, and what nothing understood.
class ConnectionsPage : public Page
{
    Q_OBJECT

public:
    explicit ConnectionsPage(const Plant &plant, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("connections"); }
    QString title() const override;
    void frame(Timestamp now) override;
    bool isComplete() const override;

    void showPart(const QString &part) override; ///< `add`, `name:NAME`, `topics:NAME`
    void addConnection(); ///< opens the dialog

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeUpperPanels();
    QPushButton *addHeadButton(const QString &text, void (ConnectionsPage::*slot)());
    void editConnection();
    void switchConnection();
    void removeConnection();
    void checkAgain();
    void chooseTopics();
    ConnectionDialog &openDialog(const ConnectionConfig &start);
    void save(ConnectionDialog &dialog, const ConnectionConfig &start,
              const ConnectionConfig &changed, const QString &password);
    void edit(const std::function<void(WorkspaceEdits::Connections &)> &change);
    void showSaved(const Outcome &saved);
    void choose(const QString &connection);
    void showConnections();
    void showStatus(Timestamp now);
    void fitUpper();
    void fitRows();
    const ConnectionConfig *current() const;
    const ConnectionStatus *currentStatus() const;

    StatusFollower m_follower;
    QStringList m_names; ///< of the connections shown
    SegmentBar *m_connections = nullptr;
    QPushButton *m_switch = nullptr;
    QList<QPushButton *> m_buttons; ///< of a connection
    SubscribeAllQuestion *m_question = nullptr;
    EmptyPlant *m_empty = nullptr;
    QStackedWidget *m_stack = nullptr;
    QVBoxLayout *m_rows = nullptr;
    Beside *m_upper = nullptr; ///< layers and counters
    LayersPanel *m_layers = nullptr;
    IncomingPanels *m_incoming = nullptr;
    InboxPanel *m_inbox = nullptr;
    RowTableModel *m_counters = nullptr;
};

} // namespace telltale
