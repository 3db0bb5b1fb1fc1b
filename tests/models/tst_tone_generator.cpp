#include "models/tone_generator.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace telltale;
using namespace std::chrono_literals;

/// The tones of the horn, as samples.
class TestToneGenerator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void notesHaveTheirPitchAndLength_data();
    void notesHaveTheirPitchAndLength();
    void patternsRepeat_data();
    void patternsRepeat();
    void chimeIsHeardOnce();
    void nothingIsSilence();
    void noteDoesNotClick();
    void patternsAreToldApart();
    void beginningStartsAnew();
};

namespace {

constexpr int kRate = 48'000;

std::size_t samplesOf(std::chrono::milliseconds length)
{
    return static_cast<std::size_t>(length.count()) * kRate / 1000;
}

std::vector<float> samples(HornTone tone, std::chrono::milliseconds length)
{
    ToneGenerator generator(kRate);
    generator.begin(tone);
    std::vector<float> made(samplesOf(length));
    // In pieces, as a device pulls them.
    for (std::size_t at = 0; at < made.size(); at += 317)
        generator.fill(std::span(made).subspan(at, std::min<std::size_t>(317, made.size() - at)));
    return made;
}

int crossings(std::span<const float> part)
{
    int count = 0;
    for (std::size_t i = 1; i < part.size(); ++i)
        count += (part[i - 1] < 0.0F) != (part[i] < 0.0F) ? 1 : 0;
    return count;
}

float loudest(std::span<const float> part)
{
    float most = 0.0F;
    for (const float sample : part)
        most = std::max(most, std::abs(sample));
    return most;
}

void addTones(bool withChime)
{
    QTest::addColumn<int>("tone");
    const auto row
        = [](const char *name, HornTone tone) { QTest::newRow(name) << static_cast<int>(tone); };
    row("critical", HornTone::Critical);
    row("high", HornTone::High);
    row("medium", HornTone::Medium);
    row("flood", HornTone::Flood);
    if (withChime)
        row("low", HornTone::Low);
}

} // namespace

void TestToneGenerator::notesHaveTheirPitchAndLength_data()
{
    addTones(true);
}

void TestToneGenerator::notesHaveTheirPitchAndLength()
{
    QFETCH(int, tone);
    const TonePattern &pattern = tonePattern(static_cast<HornTone>(tone));
    const std::vector<float> made = samples(static_cast<HornTone>(tone), pattern.length());
    std::size_t at = 0;
    for (const ToneNote &note : pattern.notes) {
        const auto part = std::span(made).subspan(at, samplesOf(note.length));
        at += part.size();
        if (note.hertz == 0.0) {
            QCOMPARE(loudest(part), 0.0F);
            continue;
        }
        const double seconds = std::chrono::duration<double>(note.length).count();
        const double hertz = crossings(part) / 2.0 / seconds;
        QVERIFY2(std::abs(hertz - note.hertz) <= 1.0 / seconds, qPrintable(QString::number(hertz)));
        QVERIFY(loudest(part) > 0.5F && loudest(part) <= 1.0F);
    }
    QCOMPARE(at, made.size());
}

void TestToneGenerator::patternsRepeat_data()
{
    addTones(false);
}

void TestToneGenerator::patternsRepeat()
{
    QFETCH(int, tone);
    const auto length = tonePattern(static_cast<HornTone>(tone)).length();
    const std::vector<float> made = samples(static_cast<HornTone>(tone), 3 * length);
    const std::size_t one = samplesOf(length);
    QVERIFY(std::equal(made.begin(), made.begin() + static_cast<std::ptrdiff_t>(one),
                       made.begin() + static_cast<std::ptrdiff_t>(2 * one)));
}

void TestToneGenerator::chimeIsHeardOnce()
{
    const std::vector<float> made = samples(HornTone::Low, 10s);
    const std::size_t one = samplesOf(tonePattern(HornTone::Low).length());
    QVERIFY(loudest(std::span(made).first(one)) > 0.5F);
    QCOMPARE(loudest(std::span(made).subspan(one)), 0.0F);
    ToneGenerator generator(kRate);
    QVERIFY(generator.isSilent());
    generator.begin(HornTone::Low);
    QVERIFY(!generator.isSilent());
}

void TestToneGenerator::nothingIsSilence()
{
    QCOMPARE(loudest(samples(HornTone::None, 1s)), 0.0F);
}

void TestToneGenerator::noteDoesNotClick()
{
    for (const HornTone tone : {HornTone::Critical, HornTone::High, HornTone::Low}) {
        const std::vector<float> made = samples(tone, 2s);
        float steepest = 0.0F;
        for (std::size_t i = 1; i < made.size(); ++i)
            steepest = std::max(steepest, std::abs(made[i] - made[i - 1]));
        QVERIFY(steepest < 0.15F); // that of the highest note itself is 0.11
    }
}

/// By their number of tones and their pace, for whoever does not hear pitch.
void TestToneGenerator::patternsAreToldApart()
{
    const auto tones = [](HornTone tone) {
        const auto &notes = tonePattern(tone).notes;
        return std::count_if(notes.begin(), notes.end(),
                             [](const ToneNote &note) { return note.hertz > 0.0; });
    };
    QCOMPARE(tones(HornTone::Critical), std::ptrdiff_t(3));
    QCOMPARE(tones(HornTone::High), std::ptrdiff_t(2));
    QCOMPARE(tones(HornTone::Medium), std::ptrdiff_t(1));
    QCOMPARE(tonePattern(HornTone::Medium).length(), std::chrono::milliseconds(5'000));
    QVERIFY(tonePattern(HornTone::Critical).length() < 1s);
    QVERIFY(tonePattern(HornTone::High).length() > tonePattern(HornTone::Critical).length());
    QVERIFY(!tonePattern(HornTone::Low).repeats);
    QCOMPARE(tonePattern(HornTone::Flood).length(), std::chrono::milliseconds(10'000));
    for (int priority = 1; priority <= 4; ++priority)
        QCOMPARE(static_cast<int>(hornToneOf(priority)), priority);
}

void TestToneGenerator::beginningStartsAnew()
{
    ToneGenerator generator(kRate);
    generator.begin(HornTone::High);
    std::vector<float> made(1000);
    generator.fill(made);
    generator.begin(HornTone::Critical);
    std::vector<float> after(1000);
    generator.fill(after);
    const std::vector<float> fresh = samples(HornTone::Critical, 1s);
    QVERIFY(std::equal(after.begin(), after.end(), fresh.begin()));
}

QTEST_GUILESS_MAIN(TestToneGenerator)
#include "tst_tone_generator.moc"
