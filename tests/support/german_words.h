#pragma once

#include <QHash>
#include <QTranslator>

class QXmlStreamReader;

namespace telltale::test {

/// The German of the program for as long as it lives, from the file translators edit.
/// Thread  GUI.
class GermanWords : public QTranslator
{
public:
    GermanWords();
    ~GermanWords() override;
    GermanWords(const GermanWords &) = delete;
    GermanWords &operator=(const GermanWords &) = delete;

    bool isEmpty() const override { return m_words.isEmpty(); }
    QString translate(const char *context, const char *source, const char *note,
                      int n) const override;

private:
    void readMessage(QXmlStreamReader &xml, const QString &context);

    QHash<QString, QStringList> m_words; ///< by context, source and note; two where it has plurals
};

} // namespace telltale::test
