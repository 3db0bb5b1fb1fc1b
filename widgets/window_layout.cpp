#include "widgets/window_layout.h"

#include <QFileInfo>
#include <QSettings>

namespace telltale {
namespace {

QString fileIn(const std::string &dataFolder)
{
    return QString::fromStdString(dataFolder) + QStringLiteral("/window.ini");
}

} // namespace

bool WindowLayout::isKept(const std::string &dataFolder)
{
    return QFileInfo::exists(fileIn(dataFolder));
}

WindowLayout WindowLayout::look() const
{
    WindowLayout look;
    look.theme = theme;
    look.textScale = textScale;
    look.isBlinking = isBlinking;
    look.language = language;
    return look;
}

WindowLayout WindowLayout::load(const std::string &dataFolder)
{
    WindowLayout layout;
    if (dataFolder.empty())
        return layout;
    QSettings file(fileIn(dataFolder), QSettings::IniFormat);
    layout.geometry = file.value(QStringLiteral("geometry")).toByteArray();
    layout.splitter = file.value(QStringLiteral("splitter")).toByteArray();
    layout.current = file.value(QStringLiteral("current")).toInt();
    layout.theme = file.value(QStringLiteral("theme")).toString();
    layout.textScale = file.value(QStringLiteral("textScale"), 1.0).toDouble();
    layout.isBlinking = file.value(QStringLiteral("blinking"), true).toBool();
    layout.language = file.value(QStringLiteral("language")).toString();
    layout.isMuted = file.value(QStringLiteral("muted")).toBool();
    if (file.contains(QStringLiteral("expanded")))
        layout.expanded = file.value(QStringLiteral("expanded")).toStringList();
    const int tabs = file.beginReadArray(QStringLiteral("tabs"));
    for (int i = 0; i < tabs; ++i) {
        file.setArrayIndex(i);
        layout.tabs.append({file.value(QStringLiteral("key")).toString(),
                            file.value(QStringLiteral("title")).toString()});
    }
    file.endArray();
    return layout;
}

Outcome WindowLayout::save(const std::string &dataFolder) const
{
    if (dataFolder.empty())
        return {};
    QSettings file(fileIn(dataFolder), QSettings::IniFormat);
    file.setValue(QStringLiteral("geometry"), geometry);
    file.setValue(QStringLiteral("splitter"), splitter);
    file.setValue(QStringLiteral("current"), current);
    file.setValue(QStringLiteral("theme"), theme);
    file.setValue(QStringLiteral("textScale"), textScale);
    file.setValue(QStringLiteral("blinking"), isBlinking);
    file.setValue(QStringLiteral("language"), language);
    file.setValue(QStringLiteral("muted"), isMuted);
    if (expanded)
        file.setValue(QStringLiteral("expanded"), *expanded);
    file.beginWriteArray(QStringLiteral("tabs"), static_cast<int>(tabs.size()));
    for (int i = 0; i < tabs.size(); ++i) {
        file.setArrayIndex(i);
        file.setValue(QStringLiteral("key"), tabs[i].key);
        file.setValue(QStringLiteral("title"), tabs[i].title);
    }
    file.endArray();
    file.sync();
    if (file.status() == QSettings::NoError)
        return {};
    return Error {Error::Code::DiskError, fileIn(dataFolder).toStdString() + " cannot be written"};
}

FileSave WindowLayout::toSave(const std::string &dataFolder) const
{
    return {fileIn(dataFolder).toStdString(),
            [layout = *this, dataFolder] { return layout.save(dataFolder); }};
}

} // namespace telltale
