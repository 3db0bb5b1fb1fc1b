#pragma once

#include "widgets/common/page.h"

#include "models/status_follower.h"

class QLabel;

namespace telltale {

class Panel;
class ProblemPanel;
class RowTableModel;
class WholeTable;

/// Page `status`: problems, counters that add up, what is stored and how safely, versions and
/// files, and an export of all that for whoever helps.
class StatusPage : public Page
{
    Q_OBJECT

public:
    explicit StatusPage(const Plant &plant, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("status"); }
    QString title() const override;
    void frame(Timestamp now) override;
    bool isComplete() const override { return m_follower.hasStatus(); }

    /// Writes the export to `file`, without secrets; says on the page what became of it.
    void exportTo(const QString &file);

Q_SIGNALS:
    void exported(bool ok);

private:
    QWidget *makeHead();
    QWidget *makePanels();
    Panel *makePanel(const QString &title, const QString &name, RowTableModel *model);
    void fitProblems(std::size_t count);
    void exportStatus();
    void copyLogPath();
    void openLogFolder();
    void say(const QString &words);

    StatusFollower m_follower;
    QLabel *m_said = nullptr;
    ProblemPanel *m_problems = nullptr;
    RowTableModel *m_counters = nullptr;
    RowTableModel *m_storage = nullptr;
    RowTableModel *m_program = nullptr;
    RowTableModel *m_notifications = nullptr;
    QList<WholeTable *> m_tables;
};

} // namespace telltale
