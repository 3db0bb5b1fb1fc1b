#include "models/workspace_edits.h"

#include "tests/support/fake_plant.h"

#include <QDir>
#include <QTest>

#include <future>

using namespace telltale;
using namespace telltale::test;

namespace {

std::function<void(WorkspaceEdits::Rules &)> addRule(const std::string &id)
{
    return [id](WorkspaceEdits::Rules &rules) {
        AlarmRule rule;
        rule.id = id;
        rule.title = id;
        rule.tag = "plant/a";
        WorkspaceEdits::put(rules, id, rule);
    };
}

std::vector<std::string> idsOf(const std::vector<AlarmRule> &rules)
{
    std::vector<std::string> ids;
    for (const AlarmRule &rule : rules)
        ids.push_back(rule.id);
    return ids;
}

} // namespace

/// What is changed in windows is so once it is stored.
class TestWorkspaceEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatCannotBeStoredIsNotDone();
    void nothingIsDoneBeforeItIsStored();
    void flushStoresEditsThatWait();

private:
    std::vector<std::string> stored() const
    {
        return idsOf(Workspace::load(m_works->workspace().folder()).value().rules);
    }
    void edit(const std::string &id)
    {
        WorkspaceEdits::editRules(m_plant, addRule(id), "needs " + id,
                                  [this](const Outcome &saved) { m_saved.push_back(saved.ok()); });
    }

    std::unique_ptr<FakePlant> m_works;
    Plant m_plant;
    std::vector<std::string> m_announced; ///< why
    std::vector<bool> m_saved; ///< answers so far
};

void TestWorkspaceEdits::init()
{
    m_works = std::make_unique<FakePlant>(FakePlant::Content::Empty);
    m_plant = m_works->plant();
    m_plant.rulesChanged = [this](const std::string &reason) { m_announced.push_back(reason); };
    m_announced.clear();
    m_saved.clear();
}

void TestWorkspaceEdits::whatCannotBeStoredIsNotDone()
{
    const QString file = QString::fromStdString(m_works->workspace().folder() + "/rules.json");
    QVERIFY(QDir().mkpath(file)); // no file can stand there
    edit("first");
    QTRY_COMPARE(m_saved, std::vector<bool> {false});
    QVERIFY(m_works->workspace().rules.empty());
    QVERIFY(m_announced.empty());
    QVERIFY(QDir().rmdir(file));
    edit("second");
    QTRY_COMPARE(m_saved, (std::vector<bool> {false, true}));
    QCOMPARE(idsOf(m_works->workspace().rules), std::vector<std::string> {"second"});
    QCOMPARE(stored(), std::vector<std::string> {"second"});
    QCOMPARE(m_announced, std::vector<std::string> {"needs second"});
}

void TestWorkspaceEdits::nothingIsDoneBeforeItIsStored()
{
    std::promise<void> disk;
    m_works->saver().save({"slow", [ready = disk.get_future().share()] {
                               ready.wait();
                               return Outcome();
                           }});
    edit("first");
    edit("second");
    QCoreApplication::processEvents();
    QVERIFY(m_works->workspace().rules.empty());
    disk.set_value();
    QTRY_COMPARE(m_announced, (std::vector<std::string> {"needs first", "needs second"}));
    const std::vector<std::string> both {"first", "second"};
    QCOMPARE(idsOf(m_works->workspace().rules), both);
    QCOMPARE(stored(), both);
}

void TestWorkspaceEdits::flushStoresEditsThatWait()
{
    edit("first");
    edit("second");
    m_works->saver().flush();
    QCOMPARE(stored(), (std::vector<std::string> {"first", "second"}));
    QCOMPARE(m_announced, (std::vector<std::string> {"needs first", "needs second"}));
}

QTEST_GUILESS_MAIN(TestWorkspaceEdits)
#include "tst_workspace_edits.moc"
