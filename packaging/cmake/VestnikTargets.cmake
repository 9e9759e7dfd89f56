# SPDX-FileCopyrightText: 2026 The Vestnik developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# One interface target (Vestnik::Options) carries the language level, warnings and definitions of all our code;
# vestnik_add_library() makes one library per floor of the house, vestnik_add_test() one executable per test subject.
include_guard(GLOBAL)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

find_program(VESTNIK_CCACHE ccache)
if(VESTNIK_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # The precompiled header needs ccache's slack for its time stamp and macros.
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" "${VESTNIK_CCACHE}")
endif()
find_program(VESTNIK_MOLD mold)

add_library(vestnik_options INTERFACE)
add_library(Vestnik::Options ALIAS vestnik_options)
target_include_directories(vestnik_options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_definitions(
    vestnik_options
    INTERFACE QT_NO_KEYWORDS
              QT_NO_CAST_FROM_ASCII
              QT_NO_CAST_TO_ASCII
              QT_NO_CAST_FROM_BYTEARRAY
              QT_NO_CONTEXTLESS_CONNECT
              QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
              QT_STRICT_ITERATORS
              QT_USE_QSTRINGBUILDER
              QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_compile_options(
    vestnik_options
    INTERFACE -Wall
              -Wextra
              -Wpedantic
              -Wshadow
              -Wnon-virtual-dtor
              -Woverloaded-virtual
              -Wimplicit-fallthrough
              -Wcast-align
              -Wunused
              -Wformat=2)
if(VESTNIK_WERROR)
    target_compile_options(vestnik_options INTERFACE -Werror)
endif()
if(VESTNIK_SANITIZE)
    list(JOIN VESTNIK_SANITIZE "," vestnik_sanitizers)
    target_compile_options(vestnik_options INTERFACE "-fsanitize=${vestnik_sanitizers}" -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(vestnik_options INTERFACE "-fsanitize=${vestnik_sanitizers}")
endif()
if(VESTNIK_FUZZ)
    target_compile_options(
        vestnik_options INTERFACE -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all)
    target_link_options(vestnik_options INTERFACE -fsanitize=address,undefined)
endif()
if(VESTNIK_MOLD AND NOT VESTNIK_SANITIZE AND NOT VESTNIK_FUZZ)
    target_link_options(vestnik_options INTERFACE -fuse-ld=mold)
endif()

# One precompiled header for all targets: only what nearly every file includes. The target exists to build it.
file(WRITE "${CMAKE_BINARY_DIR}/precompiled.cpp" "")
add_library(vestnik_precompiled OBJECT "${CMAKE_BINARY_DIR}/precompiled.cpp")
set_target_properties(vestnik_precompiled PROPERTIES AUTOMOC OFF AUTORCC OFF)
function(vestnik_make_precompiled)
    target_link_libraries(vestnik_precompiled PRIVATE Vestnik::Options Qt6::Core)
    target_precompile_headers(
        vestnik_precompiled
        PRIVATE
        <QByteArray>
        <QDateTime>
        <QHash>
        <QList>
        <QObject>
        <QString>
        <QStringList>
        <functional>
        <memory>
        <optional>)
endfunction()

function(vestnik_precompile target)
    target_precompile_headers(${target} REUSE_FROM vestnik_precompiled)
endfunction()

# vestnik_add_library(name SOURCES … LINK … [LINK_PRIVATE …]): a static library `vestnik_<name>`, alias Vestnik::<name>.
function(vestnik_add_library name)
    cmake_parse_arguments(arg "" "" "SOURCES;LINK;LINK_PRIVATE" ${ARGN})
    add_library(vestnik_${name} STATIC ${arg_SOURCES})
    add_library(Vestnik::${name} ALIAS vestnik_${name})
    target_link_libraries(
        vestnik_${name}
        PUBLIC Vestnik::Options ${arg_LINK}
        PRIVATE ${arg_LINK_PRIVATE})
    vestnik_precompile(vestnik_${name})
endfunction()

# vestnik_add_test(tst_name SOURCES … LINK … [LABELS …] [TIMEOUT seconds]): one executable, run offscreen by ctest.
function(vestnik_add_test name)
    cmake_parse_arguments(arg "" "TIMEOUT" "SOURCES;LINK;LABELS" ${ARGN})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 300)
    endif()
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE Vestnik::Options Qt6::Test ${arg_LINK})
    target_compile_definitions(${name} PRIVATE VESTNIK_SOURCE_DIR="${CMAKE_SOURCE_DIR}" VESTNIK_SHARED_DIR="${CMAKE_SOURCE_DIR}/../shared"
                                               VESTNIK_PROGRAM="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}/vestnik")
    if(VESTNIK_SANITIZE STREQUAL "thread")
        target_sources(${name} PRIVATE "${CMAKE_SOURCE_DIR}/packaging/ci/tsanorder.cpp")
    endif()
    vestnik_precompile(${name})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests/bin")
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(
        ${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}"
                           ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;QT_FORCE_STDERR_LOGGING=1")
endfunction()
