# One function per kind of target, so that every target of a kind is treated alike.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
# moc 6.4 cannot parse libstdc++'s <concepts>: its include guard, defined here, keeps moc out of it.
set(CMAKE_AUTOMOC_MOC_OPTIONS -D_GLIBCXX_CONCEPTS=1)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_VERIFY_INTERFACE_HEADER_SETS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

option(TELLTALE_SCREENS "Build what needs Qt's screen classes: widgets, the program, its tests" ON)
set(TELLTALE_SANITIZE "" CACHE STRING "Sanitizers for every target, as -fsanitize= takes them")

add_library(telltale_options INTERFACE)
add_library(telltale::options ALIAS telltale_options)
target_compile_definitions(telltale_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_FOREACH
    TELLTALE_VERSION="${PROJECT_VERSION}")
target_compile_options(telltale_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual -Werror
    $<$<CONFIG:Release>:-fstack-protector-strong>
    # GCC 12 sees overlaps in "text" + std::string that cannot be (its bug 105651).
    $<$<CONFIG:Release>:-Wno-restrict>)
target_compile_definitions(telltale_options INTERFACE $<$<CONFIG:Release>:_FORTIFY_SOURCE=2>)
# Seventy programs with debug information: GNU ld takes several times as long for them.
target_link_options(telltale_options INTERFACE -fuse-ld=mold $<$<CONFIG:Release>:-Wl,-z,relro,-z,now>)
target_include_directories(telltale_options INTERFACE "${PROJECT_SOURCE_DIR}")
if(TELLTALE_SANITIZE)
    if(TELLTALE_SANITIZE MATCHES thread)
        # GCC loses sight of what an optional holds among the calls it puts in.
        target_compile_options(telltale_options INTERFACE -Wno-maybe-uninitialized)
    endif()
    target_compile_options(telltale_options INTERFACE -fsanitize=${TELLTALE_SANITIZE}
                           -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(telltale_options INTERFACE -fsanitize=${TELLTALE_SANITIZE})
endif()

# What most files include, read once per kind of target instead of once per file: Qt's headers take
# two thirds of a compilation. The release preset goes without: GCC forgets that they are system
# headers and warns of what it optimizes in them; and each file has to name what it uses.
option(TELLTALE_PRECOMPILE "Precompile headers of the library and of Qt" OFF)
include(TelltalePrecompiled)

# telltale_add_layer(<name> HEADERS ... SOURCES ... LINKS <public> ... PRIVATE_LINKS ...)
# A static library telltale_<name>, alias telltale::<name>. Its link line is the layering rule.
function(telltale_add_layer name)
    cmake_parse_arguments(arg "" "" "HEADERS;SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
    set(target telltale_${name})
    add_library(${target} STATIC ${arg_SOURCES})
    add_library(telltale::${name} ALIAS ${target})
    target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}"
                   FILES ${arg_HEADERS})
    target_link_libraries(${target} PUBLIC telltale::options ${arg_LINKS}
                          PRIVATE ${arg_PRIVATE_LINKS})
    # What may hold words for people, for the translations of the program.
    list(TRANSFORM arg_HEADERS PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/" OUTPUT_VARIABLE headers)
    list(TRANSFORM arg_SOURCES PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/" OUTPUT_VARIABLE sources)
    set_property(GLOBAL APPEND PROPERTY TELLTALE_TRANSLATED ${headers} ${sources})
    if(NOT "${arg_LINKS};${arg_PRIVATE_LINKS}" MATCHES "Qt6::|telltale::(models|widgets)")
        set_target_properties(${target} PROPERTIES AUTOMOC OFF)
    endif()
    telltale_precompile(${target} ${arg_LINKS} ${arg_PRIVATE_LINKS})
endfunction()

# telltale_add_test(<layer> <unit> [LINKS ...] [TIMEOUT seconds])
# tst_<unit>.cpp of the calling folder, linked to that layer alone.
function(telltale_add_test layer unit)
    cmake_parse_arguments(arg "" "TIMEOUT" "LINKS" ${ARGN})
    set(target tst_${unit})
    add_executable(${target} tst_${unit}.cpp)
    target_link_libraries(${target} PRIVATE telltale::${layer} telltale::test_support Qt6::Test
                          ${arg_LINKS})
    telltale_precompile(${target} telltale::${layer} Qt6::Test ${arg_LINKS})
    add_test(NAME ${target} COMMAND ${target})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    set_tests_properties(${target} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS ${layer}
        SKIP_REGULAR_EXPRESSION "SKIP_ALL"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen"
        # The client library follows a proxy; the program ignores it.
        ENVIRONMENT_MODIFICATION
        "http_proxy=unset:;https_proxy=unset:;HTTP_PROXY=unset:;HTTPS_PROXY=unset:")
endfunction()

# telltale_add_bench(<area> [LINKS ...]): program bench_<area> from bench_<area>*.cpp sources given.
function(telltale_add_bench area)
    cmake_parse_arguments(arg "" "" "SOURCES;LINKS" ${ARGN})
    add_executable(bench_${area} bench_${area}.cpp ${arg_SOURCES})
    target_link_libraries(bench_${area} PRIVATE ${arg_LINKS})
    set_property(GLOBAL APPEND PROPERTY TELLTALE_BENCHES bench_${area})
endfunction()
