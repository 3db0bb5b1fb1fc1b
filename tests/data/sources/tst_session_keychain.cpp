#include "data/sources/session_keychain.h"

#include <QTest>

using namespace telltale;
using Code = Error::Code;

namespace {

/// A keychain as a test wants it to be.
struct FakeKeychain
{
    std::optional<Error> fault;
    std::map<std::string, std::string> stored;
    int asked = 0;

    SessionKeychain::System system()
    {
        return {[this](const std::string &key) -> Result<std::string> {
                    ++asked;
                    if (fault)
                        return *fault;
                    const auto found = stored.find(key);
                    if (found == stored.end())
                        return Error {Code::NotFound, "none"};
                    return found->second;
                },
                [this](const std::string &key, const std::string &secret) -> Outcome {
                    if (fault)
                        return *fault;
                    stored[key] = secret;
                    return {};
                }};
    }
};

const Error kNone {Code::NoKeychain, "there is none"};

} // namespace

class TestSessionKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutKeychainThePasswordServesThisSession();
    void keychainThatFailedRests();
    void keychainThatComesBackIsBelieved();
    void unknownPasswordIsNoFault();
};

void TestSessionKeychain::withoutKeychainThePasswordServesThisSession()
{
    FakeKeychain system;
    system.fault = kNone;
    {
        SessionKeychain keychain(system.system());
        const Outcome written = keychain.write("works", "secret");
        QVERIFY(!written);
        QCOMPARE(written.error().code, Code::NoKeychain);
        const Result<std::string> found = keychain.read("works");
        QVERIFY(found);
        QCOMPARE(found.value(), std::string("secret"));
        QVERIFY(!keychain.read("another"));
        QCOMPARE(system.asked, 0); // it has just said no
    }
    SessionKeychain next(system.system());
    const Result<std::string> gone = next.read("works");
    QVERIFY(!gone);
    QCOMPARE(gone.error().code, Code::NoKeychain);
    QVERIFY(system.stored.empty());
}

void TestSessionKeychain::keychainThatFailedRests()
{
    FakeKeychain system;
    system.fault = kNone;
    SessionKeychain patient(system.system());
    for (int attempt = 0; attempt < 3; ++attempt)
        QCOMPARE(patient.read("works").error().code, Code::NoKeychain);
    QCOMPARE(system.asked, 1);
    SessionKeychain restless(system.system(), std::chrono::milliseconds(0));
    QVERIFY(!restless.read("works"));
    QVERIFY(!restless.read("works"));
    QCOMPARE(system.asked, 3);
}

void TestSessionKeychain::keychainThatComesBackIsBelieved()
{
    FakeKeychain system;
    system.fault = kNone;
    SessionKeychain keychain(system.system());
    QVERIFY(!keychain.write("works", "old"));
    const std::optional<Error> why = keychain.unkept("works"); // stays to be told
    QVERIFY(why && why->code == Code::NoKeychain);
    QVERIFY(!keychain.unkept("another"));
    system.fault.reset();
    QVERIFY(keychain.write("works", "new"));
    QVERIFY(!keychain.unkept("works"));
    system.stored["works"] = "changed elsewhere";
    QCOMPARE(keychain.read("works").value(), std::string("changed elsewhere"));
}

void TestSessionKeychain::unknownPasswordIsNoFault()
{
    FakeKeychain system;
    SessionKeychain keychain(system.system());
    QCOMPARE(keychain.read("works").error().code, Code::NotFound);
    system.stored["works"] = "secret";
    QCOMPARE(keychain.read("works").value(), std::string("secret"));
}

QTEST_GUILESS_MAIN(TestSessionKeychain)
#include "tst_session_keychain.moc"
