#include "app/screens.h"

#include "data/workspace/workspace.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace telltale {
namespace {

QTranslator &ours()
{
    static QTranslator translator;
    return translator;
}

QTranslator &qts()
{
    static QTranslator translator;
    return translator;
}

} // namespace

void setLanguage(QApplication &application, const QString &language)
{
    application.removeTranslator(&ours());
    application.removeTranslator(&qts());
    QLocale::setDefault(
        QLocale(language == QLatin1String("de") ? QLocale::German : QLocale::English));
    if (ours().load(QStringLiteral(":/i18n/telltale_") + language))
        application.installTranslator(&ours());
    if (qts().load(QStringLiteral("qtbase_") + language,
                   QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        application.installTranslator(&qts());
}

QString languageFor(const WorkspaceSettings &settings, const QString &given)
{
    if (!given.isEmpty())
        return given;
    if (!settings.language.empty())
        return QString::fromStdString(settings.language);
    return QLocale::system().language() == QLocale::German ? QStringLiteral("de")
                                                           : QStringLiteral("en");
}

void prepareScreens(QApplication &application, const WorkspaceSettings &settings,
                    const QString &language, const QString &theme)
{
    setLanguage(application, languageFor(settings, language));
    const QString look = theme.isEmpty() ? QString::fromStdString(settings.theme) : theme;
    Theme::instance().setMode(look == QLatin1String("dark") ? Theme::Mode::Dark
                                                            : Theme::Mode::Light);
    Theme::instance().applyTo(application);
}

} // namespace telltale
