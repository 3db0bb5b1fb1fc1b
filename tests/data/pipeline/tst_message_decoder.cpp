#include "data/pipeline/message_decoder.h"
#include "data/pipeline/own_tags.h"

#include <QTemporaryDir>
#include <QTest>

using namespace telltale;

/// Every message is counted once, by what became of it.
class TestMessageDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMessageIsCountedOnce();
    void jumpOfTheNumberIsTheJournalsLimit();
    void whatWasDamagedIsNotTheJournalsLimit();
    void oneRecordTellsOfAllThatHadNoRoom();
    void ownSamplesAreNoMessages();
    void whatIsNotStoredOfAMessageIsCounted();
    void countersComeBackFromHistory();
    void uncountedMessagesChangeNoSum();
    void redeliveryOfAnEarlierLifeIsKnown();
    void brokerBeyondTheReceiveMaximumRepeatsNothing();
    void goodbyesAndRejectedPayloadsAreToldOnce();
    void goodbyeThatTheBrokerHadKeptBeginsNoSilence();
};

namespace {

/// `packet` 0: an id of its own.
JournalRecord message(std::uint64_t number, std::string_view payload, std::uint8_t flags = 0,
                      std::uint64_t packet = 0)
{
    JournalRecord record;
    record.packet = static_cast<std::uint16_t>(packet > 0 ? packet : number);
    record.topic = "plant/a";
    record.payload = payload;
    record.source = {1};
    record.flags = static_cast<std::uint8_t>(flags | (1U << JournalRecord::kQosShift));
    record.arrival = Timestamp(std::chrono::seconds(1'700'000'000 + number % 100'000));
    record.number = number;
    return record;
}

MessageDecoder decoderFor(TagRegistry &registry, MessageCounts counts = {})
{
    return MessageDecoder(registry, {}, std::move(counts), {});
}

std::unique_ptr<RawJournal> smallJournal(const QTemporaryDir &folder)
{
    RawJournal::Options options;
    options.folder = folder.path().toStdString();
    options.segmentBytes = 1U << 20U;
    options.freeSpaceReserve = 0;
    return RawJournal::open(options).value();
}

} // namespace

void TestMessageDecoder::everyMessageIsCountedOnce()
{
    TagRegistry registry;
    MessageDecoder decoder = decoderFor(registry);
    SampleBatch batch;
    decoder.take(message(1, "1"), batch);
    decoder.take(message(2, "{\"broken\": "), batch);
    JournalRecord refused = message(3, "payload_too_large: 300000 bytes, at most 262144");
    refused.kind = JournalRecord::Kind::Refused;
    decoder.take(refused, batch);
    decoder.take(message(4, "1", JournalRecord::kRedelivered, 1), batch);
    JournalRecord mark = message(4, "");
    mark.kind = JournalRecord::Kind::SourceUp;
    decoder.take(mark, batch);
    const MessageCounts &counts = decoder.counts();
    QCOMPARE(counts.decoded, std::uint64_t(1));
    QCOMPARE(counts.dropped.at("undecodable"), std::uint64_t(1));
    QCOMPARE(counts.dropped.at("payload_too_large"), std::uint64_t(1));
    QCOMPARE(counts.dropped.at("redelivered"), std::uint64_t(1));
    QCOMPARE(counts.lookedAt(), std::uint64_t(4));
    QCOMPARE(batch.size(), std::size_t(1));
}

void TestMessageDecoder::jumpOfTheNumberIsTheJournalsLimit()
{
    TagRegistry registry;
    MessageDecoder decoder = decoderFor(registry);
    SampleBatch batch;
    decoder.take(message(1, "1"), batch);
    decoder.take(message(2, "2"), batch);
    QVERIFY(!decoder.counts().dropped.contains("journal_limit"));
    decoder.take(message(10, "10"), batch);
    decoder.take(message(12, "12"), batch);
    QCOMPARE(decoder.counts().dropped.at("journal_limit"), std::uint64_t(8));
    QCOMPARE(decoder.counts().lookedAt(), std::uint64_t(12));
}

void TestMessageDecoder::whatWasDamagedIsNotTheJournalsLimit()
{
    TagRegistry registry;
    MessageDecoder decoder = decoderFor(registry);
    SampleBatch batch;
    JournalRecord first = message(1, "1");
    JournalRecord next = message(5, "5");
    next.arrival = first.arrival + std::chrono::seconds(1);
    decoder.take(first, batch);
    QCOMPARE(decoder.lossBefore(next)->cause, HistoryGap::Cause::Overload);
    next.isAfterDamage = true;
    const std::optional<HistoryGap> loss = decoder.lossBefore(next);
    QVERIFY(loss.has_value());
    QCOMPARE(loss->cause, HistoryGap::Cause::DiskError);
    QCOMPARE(loss->source, SourceId {});
    QVERIFY(loss->range == (TimeRange {first.arrival, next.arrival}));
    decoder.take(next, batch);
    QCOMPARE(decoder.counts().dropped.at("journal_damaged"), std::uint64_t(3));
    QVERIFY(!decoder.counts().dropped.contains("journal_limit"));
    JournalRecord last = message(6, "6");
    last.arrival = next.arrival + std::chrono::seconds(1);
    QVERIFY(!decoder.lossBefore(last));
}

void TestMessageDecoder::oneRecordTellsOfAllThatHadNoRoom()
{
    QTemporaryDir folder;
    const auto journal = smallJournal(folder);
    JournalRecord noRoom = message(7, JournalRecord::kNoRoom);
    noRoom.kind = JournalRecord::Kind::Refused;
    QVERIFY(journal->append(message(0, "1")).ok());
    QVERIFY(journal->append(noRoom).ok());
    QVERIFY(journal->append(message(0, "2")).ok());
    QCOMPARE(journal->totals().messages, std::uint64_t(9));

    TagRegistry registry;
    MessageDecoder decoder = decoderFor(registry);
    const auto reader = journal->read({});
    SampleBatch batch;
    for (JournalRecord record; reader->next(record);)
        decoder.take(record, batch);
    QCOMPARE(decoder.counts().decoded, std::uint64_t(2));
    QCOMPARE(decoder.counts().dropped.at("journal_full"), std::uint64_t(7));
    QCOMPARE(decoder.counts().dropped.size(), std::size_t(1));
    QCOMPARE(decoder.counts().lookedAt(), std::uint64_t(9));
}

void TestMessageDecoder::ownSamplesAreNoMessages()
{
    QTemporaryDir folder;
    const auto journal = smallJournal(folder);
    OwnTags own(*journal);
    PlantStatus status;
    status.at = Timestamp(std::chrono::seconds(1'700'000'000));
    status.messageRate = 12.5;
    own.record(status, std::chrono::seconds(100));
    own.record(status, std::chrono::seconds(109)); // too early
    QCOMPARE(journal->totals().messages, std::uint64_t(0));

    TagRegistry registry;
    MessageDecoder decoder = decoderFor(registry);
    const auto reader = journal->read({});
    SampleBatch batch;
    for (JournalRecord record; reader->next(record);)
        decoder.take(record, batch);
    QCOMPARE(decoder.counts().lookedAt(), std::uint64_t(0));
    QCOMPARE(batch.size(), std::size_t(6));
    QVERIFY(batch.sample(0).tag == registry.find("$telltale/messages/rate"));
    QCOMPARE(batch.sample(0).value, 12.5);
    QVERIFY(batch.sample(0).time == status.at);
}

void TestMessageDecoder::whatIsNotStoredOfAMessageIsCounted()
{
    TagRegistry registry;
    MessageDecoder decoder = decoderFor(registry);
    SampleBatch batch;
    decoder.take(message(1, R"({"a": 1, "a": 2, "b": "NaN", "c": {"d": 3, "d": 4, "d": 5}})"),
                 batch);
    QCOMPARE(batch.size(), std::size_t(2)); // the last of each name; b never had a value
    QCOMPARE(decoder.counts().duplicateMembers, std::uint64_t(3));
    QCOMPARE(decoder.counts().samplesWithoutTag, std::uint64_t(1));
    QCOMPARE(decoder.counts().decoded, std::uint64_t(1));
}

void TestMessageDecoder::countersComeBackFromHistory()
{
    MessageCounts counts;
    counts.decoded = (1ULL << 53U) + 1;
    counts.samplesRefused = 2;
    counts.timesReplaced = 3;
    counts.duplicateMembers = 6;
    counts.samplesWithoutTag = 7;
    counts.lastArrival = 1'700'000'000'000'001;
    counts.dropped = {{"undecodable", 4}, {"journal_limit", 5}};
    const MessageCounts back = MessageCounts::fromCounters(counts.toCounters());
    QCOMPARE(back.decoded, counts.decoded);
    QCOMPARE(back.samplesRefused, counts.samplesRefused);
    QCOMPARE(back.timesReplaced, counts.timesReplaced);
    QCOMPARE(back.duplicateMembers, counts.duplicateMembers);
    QCOMPARE(back.samplesWithoutTag, counts.samplesWithoutTag);
    QCOMPARE(back.lastArrival, counts.lastArrival);
    QVERIFY(back.dropped == counts.dropped);
    QCOMPARE(back.lookedAt(), counts.lookedAt());

    TagRegistry registry; // goes on where the earlier life stopped: no jump, no message again
    MessageDecoder decoder = decoderFor(registry, back);
    SampleBatch batch;
    decoder.take(message(back.lookedAt() + 1, "1"), batch);
    QCOMPARE(decoder.counts().lookedAt(), back.lookedAt() + 1);
    QCOMPARE(decoder.counts().dropped.at("journal_limit"), std::uint64_t(5));
}

void TestMessageDecoder::uncountedMessagesChangeNoSum()
{
    TagRegistry registry;
    MessageDecoder decoder = decoderFor(registry);
    SampleBatch batch;
    decoder.takeUncounted(message(1, "1"), batch);
    decoder.takeUncounted(message(2, "{\"broken\": "), batch);
    QCOMPARE(batch.size(), std::size_t(1));
    QCOMPARE(decoder.counts().lookedAt(), std::uint64_t(0));
}

void TestMessageDecoder::redeliveryOfAnEarlierLifeIsKnown()
{
    TagRegistry registry;
    MessageCounts counts;
    counts.decoded = 2;
    MessageDecoder decoder = decoderFor(registry, counts);
    decoder.remember(message(1, "1"));
    decoder.remember(message(2, "2"));
    SampleBatch batch;
    decoder.take(message(3, "2", JournalRecord::kRedelivered, 2), batch);
    QVERIFY(batch.isEmpty());
    decoder.take(message(4, "3", JournalRecord::kRedelivered), batch); // never came before
    decoder.take(message(5, "2"), batch); // the same value again, sent once
    decoder.take(message(6, "2", JournalRecord::kRedelivered), batch); // and once more, on its way
    QCOMPARE(batch.size(), std::size_t(3));
    QCOMPARE(decoder.counts().dropped.at("redelivered"), std::uint64_t(1));
}

void TestMessageDecoder::brokerBeyondTheReceiveMaximumRepeatsNothing()
{
    constexpr std::uint64_t kUnderWay = 65'535; // as many as there are packet ids
    TagRegistry registry;
    MessageDecoder decoder = decoderFor(registry);
    SampleBatch batch;
    for (std::uint64_t n = 1; n <= kUnderWay; ++n)
        decoder.take(message(n, std::to_string(n)), batch);
    for (std::uint64_t n = 1; n <= kUnderWay; ++n)
        decoder.take(message(kUnderWay + n, std::to_string(n), JournalRecord::kRedelivered, n),
                     batch);
    QCOMPARE(decoder.counts().decoded, kUnderWay);
    QCOMPARE(decoder.counts().dropped.at("redelivered"), kUnderWay);
}

void TestMessageDecoder::goodbyesAndRejectedPayloadsAreToldOnce()
{
    TagRegistry registry;
    MessageDecoder decoder = decoderFor(registry);
    SampleBatch batch;
    decoder.take(message(1, "{\"broken\": "), batch); // no sample of this topic is missed yet
    decoder.take(message(2, "1"), batch);
    decoder.take(message(3, "{\"broken\": ", JournalRecord::kRetained), batch);
    QVERIFY(decoder.takeWords().empty());
    decoder.take(message(4, "{\"broken\": "), batch);
    JournalRecord refused = message(5, "payload_too_large: 300000 bytes, at most 262144");
    refused.kind = JournalRecord::Kind::Refused;
    decoder.take(refused, batch);
    JournalRecord goodbye = message(6, "offline");
    goodbye.topic = "zigbee2mqtt/lamp/availability";
    decoder.take(goodbye, batch);
    const std::vector<DeviceWord> words = decoder.takeWords();
    QCOMPARE(words.size(), std::size_t {3});
    for (const std::size_t rejected : {0, 1}) {
        QVERIFY(words[rejected].kind == DeviceWord::Kind::Rejected);
        QCOMPARE(words[rejected].tag, registry.find("plant/a"));
        QCOMPARE(words[rejected].before, std::size_t {1});
    }
    QVERIFY(words[0].at == message(4, "").arrival);
    QVERIFY(words[2].kind == DeviceWord::Kind::Goodbye);
    QCOMPARE(words[2].asset, std::string("lamp"));
    QCOMPARE(words[2].before, batch.size()); // its own sample is no sign of life
    QVERIFY(decoder.takeWords().empty());
    SampleBatch again;
    decoder.takeUncounted(goodbye, again);
    QVERIFY(decoder.takeWords().empty());
}

/// A last will that waits at the broker comes with every subscription, long after the device went.
void TestMessageDecoder::goodbyeThatTheBrokerHadKeptBeginsNoSilence()
{
    TagRegistry registry;
    MessageDecoder decoder = decoderFor(registry);
    SampleBatch batch;
    JournalRecord goodbye = message(1, "offline", JournalRecord::kRetained);
    goodbye.topic = "zigbee2mqtt/lamp/availability";
    QVERIFY(decoder.take(goodbye, batch)); // live values show it all the same
    QVERIFY(decoder.takeWords().empty());
    goodbye = message(2, "offline");
    goodbye.topic = "zigbee2mqtt/lamp/availability";
    QVERIFY(decoder.take(goodbye, batch));
    QCOMPARE(decoder.takeWords().size(), std::size_t {1});
}

QTEST_GUILESS_MAIN(TestMessageDecoder)
#include "tst_message_decoder.moc"
