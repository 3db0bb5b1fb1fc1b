#pragma once

#include <QCoreApplication>
#include <QPointer>

#include <functional>

namespace telltale {

/// A function that may be called on any thread and runs `call` with its argument on the GUI
/// thread, unless `context` is gone by then.
template <typename Argument>
std::function<void(Argument)> onGuiThread(QObject *context, std::function<void(Argument)> call)
{
    return [guard = QPointer<QObject>(context), call = std::move(call)](Argument argument) {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [guard, call, argument = std::move(argument)] {
                if (guard)
                    call(argument);
            },
            Qt::QueuedConnection);
    };
}

} // namespace telltale
