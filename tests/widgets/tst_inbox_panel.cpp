#include "widgets/common/table_copy.h"
#include "widgets/common/theme.h"
#include "widgets/connect/inbox_panel.h"

#include <QApplication>
#include <QHelpEvent>
#include <QTableView>
#include <QTest>
#include <QToolTip>

#include <algorithm>
#include <memory>

using namespace telltale;

/// What is told of messages that were not understood.
class TestInboxPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void longTopicTakesAFewLines();
    void longTopicIsWholeInToolTipAndCopy();

private:
    QTableView *openWith(const std::string &topic);

    std::unique_ptr<InboxPanel> m_inbox;
};

void TestInboxPanel::initTestCase()
{
    Theme::instance().applyTo(*qApp);
}

QTableView *TestInboxPanel::openWith(const std::string &topic)
{
    m_inbox = std::make_unique<InboxPanel>();
    m_inbox->resize(960, 300);
    m_inbox->show();
    PlantStatus status;
    UndecodedPayload payload;
    payload.topic = topic;
    payload.reason = "limit: it is more than 32 levels deep (byte 32)";
    payload.sample = "\x01\x02";
    payload.count = 1;
    status.undecoded = {payload};
    m_inbox->setStatus(status, {});
    const QList<QTableView *> tables = m_inbox->findChildren<QTableView *>();
    const auto found = std::find_if(tables.begin(), tables.end(), [](const QTableView *one) {
        return one->model()->rowCount() == 1;
    });
    return found == tables.end() ? nullptr : *found;
}

void TestInboxPanel::longTopicTakesAFewLines()
{
    const QFontMetrics metrics(Theme::instance().font(Theme::Type::Text));
    const int four = Theme::kTableRow + 3 * metrics.lineSpacing();
    for (const std::size_t length : {400, 60'000}) {
        const QTableView *table = openWith("plant/" + std::string(length, 'w'));
        QVERIFY(table);
        QCOMPARE(table->rowHeight(0), four);
    }
    const QTableView *table = openWith("plant/a");
    QVERIFY(table && table->rowHeight(0) < four);
}

void TestInboxPanel::longTopicIsWholeInToolTipAndCopy()
{
    const std::string topic = "plant/" + std::string(400, 'w') + "/end";
    QTableView *table = openWith(topic);
    QVERIFY(table);
    const QModelIndex cell = table->model()->index(0, 0);
    QCOMPARE(TableCopy::cellText(cell), QString::fromStdString(topic));
    const QPoint at = table->visualRect(cell).center();
    QHelpEvent help(QEvent::ToolTip, at, table->viewport()->mapToGlobal(at));
    QApplication::sendEvent(table->viewport(), &help);
    QVERIFY2(QToolTip::text().contains(QString::fromStdString(topic)),
             qPrintable(QToolTip::text()));
}

QTEST_MAIN(TestInboxPanel)
#include "tst_inbox_panel.moc"
