#include "tests/support/german_words.h"

#include <QCoreApplication>
#include <QFile>
#include <QXmlStreamReader>

namespace telltale::test {
namespace {

QString keyOf(const QString &context, const QString &source, const QString &note)
{
    return context + QLatin1Char('\n') + source + QLatin1Char('\n') + note;
}

} // namespace

GermanWords::GermanWords()
{
    QFile file(QStringLiteral(TELLTALE_SOURCE_DIR "/translations/telltale_de.ts"));
    if (!file.open(QIODevice::ReadOnly))
        return;
    QXmlStreamReader xml(&file);
    QString context;
    xml.readNextStartElement(); // all of it
    while (xml.readNextStartElement()) { // a context
        while (xml.readNextStartElement()) {
            if (xml.name() == QLatin1String("name"))
                context = xml.readElementText();
            else
                readMessage(xml, context);
        }
    }
    QCoreApplication::installTranslator(this);
}

void GermanWords::readMessage(QXmlStreamReader &xml, const QString &context)
{
    QString source;
    QString note;
    QStringList words;
    const bool isPlural = xml.attributes().hasAttribute(QLatin1String("numerus"));
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) {
            source = xml.readElementText();
        } else if (xml.name() == QLatin1String("comment")) {
            note = xml.readElementText();
        } else if (xml.name() != QLatin1String("translation")) {
            xml.skipCurrentElement();
        } else if (!isPlural) {
            words << xml.readElementText();
        } else {
            while (xml.readNextStartElement())
                words << xml.readElementText();
        }
    }
    m_words.insert(keyOf(context, source, note), words);
}

GermanWords::~GermanWords()
{
    QCoreApplication::removeTranslator(this);
}

QString GermanWords::translate(const char *context, const char *source, const char *note,
                               int n) const
{
    const QStringList words = m_words.value(
        keyOf(QString::fromUtf8(context), QString::fromUtf8(source), QString::fromUtf8(note)));
    if (words.isEmpty())
        return {};
    return n == 1 || n < 0 ? words.front() : words.back();
}

} // namespace telltale::test
