#include "tests/support/complete_rule.h"
#include "tests/support/fake_plant.h"
#include "tests/widgets/find_widgets.h"

#include "widgets/common/theme.h"
#include "widgets/overview/overview_page.h"

#include "models/asset_tree_model.h"

#include <QApplication>
#include <QTest>

using namespace telltale;
using namespace telltale::test;

/// What stands around the tiles of the overview.
class TestOverview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aRuleIsOfferedUntilOneIsInForce();
};

void TestOverview::initTestCase()
{
    Theme::instance().applyTo(*qApp);
}

void TestOverview::aRuleIsOfferedUntilOneIsInForce()
{
    FakePlant works;
    const AssetTreeModel assets(works.plant());
    OverviewPage page(works.plant(), assets);
    const auto isOffered = [&] {
        page.frame(works.clock().now());
        return button(page, QStringLiteral("Add alarm rule")) != nullptr;
    };
    std::vector<AlarmRule> &rules = works.workspace().rules;
    rules.clear();
    QVERIFY(isOffered());
    rules = {AlarmRule()}; // a draft
    QVERIFY(isOffered());
    rules = {completeRule(), AlarmRule()};
    rules.front().enabled = false;
    QVERIFY(isOffered());
    rules.front().enabled = true;
    QVERIFY(!isOffered());
}

QTEST_MAIN(TestOverview)
#include "tst_overview.moc"
