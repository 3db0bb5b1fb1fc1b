#pragma once

#include <QDir>
#include <QWidget>

#include <functional>

namespace telltale::recording {

/// Pictures of a window and what stands before it, numbered in the order they are taken:
/// `scene-1-light.png`, `scene-2-light.png` ...
/// Thread  GUI.
class Film
{
public:
    Film(QWidget &window, const QDir &folder, QString look);

    void begin(const QString &scene); ///< numbers begin at 1 again
    /// Lets the program go on for a moment, then takes it as it stands.
    bool take();
    /// Until `isSo`, the program running; false, and said, if it is not so in time.
    bool waitFor(const char *what, const std::function<bool()> &isSo,
                 std::chrono::seconds patience = std::chrono::seconds(30));

    void press(Qt::Key key,
               Qt::KeyboardModifiers modifiers = Qt::NoModifier); ///< where the keys go
    void type(const QString &text);

private:
    QWidget &front() const; ///< the dialog, if there is one

    QWidget &m_window;
    const QDir m_folder;
    const QString m_look;
    QString m_scene;
    int m_number = 0;
};

} // namespace telltale::recording
