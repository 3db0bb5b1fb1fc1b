#include "app/demo/demo_workspace.h"

#include <QCoreApplication>

namespace telltale {

std::string demoConnectionName()
{
    return QCoreApplication::translate("DemoConnection", "demo plant").toStdString();
}

} // namespace telltale
