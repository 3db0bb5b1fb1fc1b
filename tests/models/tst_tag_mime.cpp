#include "models/tag_mime.h"

#include <QMimeData>
#include <QTest>

using namespace telltale;

class TestTagMime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pathsComeBack();
    void aTextHasOnePathALine();
    void otherDataHoldNoTags();
};

void TestTagMime::pathsComeBack()
{
    const QStringList paths {QStringLiteral("a/b"), QStringLiteral("two\nlines"),
                             QStringLiteral(" blanks "), QStringLiteral("Förderdruck, alt")};
    const std::unique_ptr<QMimeData> data = TagMime::of(paths);
    for (const QString &type : TagMime::types())
        QVERIFY(data->hasFormat(type));
    QVERIFY(TagMime::holdsTags(*data));
    QCOMPARE(TagMime::paths(*data), paths);
    QVERIFY(data->text().startsWith(QStringLiteral("a/b\n")));
}

void TestTagMime::aTextHasOnePathALine()
{
    QMimeData data;
    data.setText(QStringLiteral(" a/b \r\n\nc"));
    QVERIFY(TagMime::holdsTags(data));
    QCOMPARE(TagMime::paths(data), QStringList({QStringLiteral("a/b"), QStringLiteral("c")}));
}

void TestTagMime::otherDataHoldNoTags()
{
    QMimeData data;
    data.setData(QStringLiteral("image/png"), "x");
    QVERIFY(!TagMime::holdsTags(data));
}

QTEST_GUILESS_MAIN(TestTagMime)
#include "tst_tag_mime.moc"
