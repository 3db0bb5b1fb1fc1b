# Three sets of headers, each precompiled once: of the standard library, with Qt's core, with its
# widgets. In none of them is what QTest makes of the modules a test links.

set(telltale_std_headers
    <algorithm> <array> <atomic> <charconv> <chrono> <cmath> <condition_variable> <cstdint>
    <cstring> <deque> <filesystem> <functional> <limits> <map> <memory> <mutex> <optional> <set>
    <span> <string> <string_view> <thread> <unordered_map> <utility> <variant> <vector>)
set(telltale_core_headers ${telltale_std_headers}
    <QAbstractItemModel> <QCoreApplication> <QDateTime> <QDir> <QElapsedTimer> <QFile>
    <QJsonArray> <QJsonDocument> <QJsonObject> <QLocale> <QObject> <QPointer> <QProcess>
    <QRegularExpression> <QSortFilterProxyModel> <QStandardPaths> <QStringList> <QTemporaryDir>
    <QTimer>)
set(telltale_screen_headers ${telltale_core_headers}
    <QAction> <QApplication> <QComboBox> <QDialog> <QFormLayout> <QGridLayout> <QHBoxLayout>
    <QHeaderView> <QImage> <QKeyEvent> <QLabel> <QLineEdit> <QPainter> <QPushButton> <QScrollArea>
    <QStackedWidget> <QTableView> <QToolButton> <QTreeView> <QVBoxLayout>)

function(telltale_add_precompiled kind)
    set(source "${CMAKE_BINARY_DIR}/precompiled_${kind}.cpp")
    file(WRITE ${source}.new "")
    file(COPY_FILE ${source}.new ${source} ONLY_IF_DIFFERENT)
    add_library(telltale_precompiled_${kind} OBJECT ${source})
    target_link_libraries(telltale_precompiled_${kind} PRIVATE telltale_options ${ARGN})
    set_target_properties(telltale_precompiled_${kind} PROPERTIES AUTOMOC OFF)
    target_precompile_headers(telltale_precompiled_${kind} PRIVATE ${telltale_${kind}_headers})
endfunction()

if(TELLTALE_PRECOMPILE)
    # So that the compiler cache sees into them.
    target_compile_options(telltale_options INTERFACE -fpch-preprocess)
    telltale_add_precompiled(std)
    telltale_add_precompiled(core Qt6::Core)
    if(TELLTALE_SCREENS)
        telltale_add_precompiled(screen Qt6::Widgets)
    endif()
endif()

# Gives a target the set that suits what it links.
function(telltale_precompile target)
    if(NOT TELLTALE_PRECOMPILE)
        return()
    endif()
    set(kind std)
    if("${ARGN}" MATCHES "Qt6::Widgets|telltale::(widgets|app)")
        set(kind screen)
    elseif("${ARGN}" MATCHES "Qt6::|telltale::(models|pipeline)")
        set(kind core)
    endif()
    target_precompile_headers(${target} REUSE_FROM telltale_precompiled_${kind})
endfunction()
