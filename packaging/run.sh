#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Vestnik developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds Vestnik on a fresh Debian 12 or Ubuntu 24.04 and opens the panel.
#   ./packaging/run.sh [--build-only] [--demo | --headless] [arguments of the program]

set -euo pipefail
build_only=0
arguments=()
for argument in "$@"; do
    if [ "$argument" = --build-only ]; then
        build_only=1
    else
        arguments+=("$argument")
    fi
done

# A relative path in the arguments is meant from where the caller stands.
caller=$PWD
# shellcheck source=packaging/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

# True unless a command or an option says that no window will open.
wants_window() {
    local skip=0 argument
    for argument in ${arguments[@]+"${arguments[@]}"}; do
        if [ $skip -eq 1 ]; then
            skip=0
            continue
        fi
        case $argument in
        --headless | --help | -h | --version) return 1 ;;
        --data-dir | --page | --theme | --language) skip=1 ;;
        -*) ;;
        *) return 1 ;;
        esac
    done
    return 0
}

if [ $build_only -eq 0 ] && wants_window && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
    say "there is no display here, so the panel cannot open."
    say "Without a window: ./packaging/run.sh --headless    Only build: ./packaging/run.sh --build-only"
    exit 1
fi

install_packages build run
configure release
build release vestnik
program=$vestnik_root/build/release/bin/vestnik
if [ $build_only -eq 1 ]; then
    say "built: build/release/bin/vestnik"
    exit 0
fi
cd "$caller"
exec "$program" ${arguments[@]+"${arguments[@]}"}
