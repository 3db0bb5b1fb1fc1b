#pragma once

#include <QFrame>
#include <QPointer>

#include <functional>
#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;

namespace telltale {

/// Anything the window can do or show, by typing a part of its name: Ctrl+K.
/// Thread  GUI.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    struct Command
    {
        QString name;
        QString hint; ///< its key or its place, at the right
        std::function<void()> run;
    };
    using Finder = std::function<std::vector<Command>(const QString &text)>;

    /// `commands` are filtered here; `find` adds what is found for a text (assets, tags).
    explicit CommandPalette(QWidget *over);
    /// Whether all of `words` are in `name`, case ignored.
    static bool fits(const QString &name, const QStringList &words);
    void open(std::vector<Command> commands, Finder find);
    QLineEdit &field() const { return *m_field; }
    QListWidget &list() const { return *m_list; }
    QString note() const; ///< instead of the list, where nothing fits

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void giveFocusBack(); ///< which hides it
    void fill(const QString &text);
    void runCurrent();
    void moveCurrent(int by);

    QPointer<QWidget> m_before; ///< had the focus
    QLineEdit *m_field;
    QListWidget *m_list;
    QLabel *m_note;
    std::vector<Command> m_commands;
    std::vector<Command> m_shown;
    Finder m_find;
};

} // namespace telltale
