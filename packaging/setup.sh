#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Vestnik developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Functions shared by run.sh, test.sh, screenshot.sh and .ci/run. To be sourced; sets `vestnik_root` and goes there.

vestnik_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd) || exit 1
cd "$vestnik_root" || exit 1

say() { printf 'vestnik: %s\n' "$*" >&2; }
die() {
    say "$*"
    exit 1
}

# as_root COMMAND...: runs it as root, through sudo where needed.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        env DEBIAN_FRONTEND=noninteractive "$@"
    elif command -v sudo >/dev/null 2>&1; then
        sudo env DEBIAN_FRONTEND=noninteractive "$@"
    else
        die "some packages are missing and neither root nor sudo is at hand; as root, run: $*"
    fi
}

is_installed() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# has_candidate PACKAGE: the package lists of this machine offer it.
has_candidate() {
    LC_ALL=C apt-cache policy "$1" 2>/dev/null | grep -q '^  Candidate: [^(]'
}

# packages_of GROUP...: the lines of packages.txt, with their question marks.
packages_of() {
    local group
    for group in "$@"; do
        awk -v group="$group" '$1 == group { print $2 }' packaging/packages.txt
    done | sort -u
}

# install_packages GROUP...: installs what is missing. Does not touch the network when nothing is.
install_packages() {
    local name missing=() wanted=() impossible=()
    if ! command -v dpkg-query >/dev/null 2>&1; then
        say "this is no Debian or Ubuntu: install by hand what packaging/packages.txt names; going on"
        return 0
    fi
    while read -r name; do
        is_installed "${name#\?}" || missing+=("$name")
    done < <(packages_of "$@")
    [ ${#missing[@]} -gt 0 ] || return 0

    # A wish alone is not worth a failure where there is no network.
    local required=0
    for name in "${missing[@]}"; do
        [ "${name#\?}" != "$name" ] || required=1
    done
    say "installing: ${missing[*]//\?/}"
    if ! as_root apt-get -q -o Acquire::Retries=3 -o DPkg::Lock::Timeout=600 update; then
        [ $required -eq 1 ] || return 0
        say "the package lists could not be fetched; trying with those of this machine"
    fi
    for name in "${missing[@]}"; do
        if has_candidate "${name#\?}"; then
            wanted+=("${name#\?}")
        elif [ "${name#\?}" = "$name" ]; then
            impossible+=("$name")
        else
            say "not offered by this system, going on without: ${name#\?}"
        fi
    done
    if [ ${#impossible[@]} -gt 0 ]; then
        say "this system does not offer: ${impossible[*]}"
        die "Debian 12, Ubuntu 24.04 or newer is needed (in Ubuntu with the component \"universe\")"
    fi
    [ ${#wanted[@]} -gt 0 ] || return 0
    if ! as_root apt-get -q -y -o Acquire::Retries=3 -o DPkg::Lock::Timeout=600 install --no-install-recommends "${wanted[@]}"; then
        [ $required -eq 0 ] || die "installing failed; see above"
    fi
}

# How many jobs at once: one per core, but no more than the memory bears (a compiler takes up to about 700 MB).
jobs() {
    local cores memory
    cores=$(nproc 2>/dev/null || echo 2)
    memory=$(awk '/^MemAvailable:/ { print int($2 / 700000) }' /proc/meminfo 2>/dev/null)
    [ -n "$memory" ] && [ "$memory" -ge 1 ] || memory=1
    [ "$cores" -le "$memory" ] && echo "$cores" || echo "$memory"
}

# configure PRESET [CMAKE OPTION...]
configure() {
    local preset=$1
    shift
    cmake --preset "$preset" "$@" >"build/$preset.configure.log" 2>&1 && return 0
    cat "build/$preset.configure.log" >&2
    return 1
}

# build PRESET [TARGET...]: the output is shown only where it fails, and warnings always.
build() {
    local preset=$1 log="build/$1.build.log"
    shift
    say "building ($preset, $(jobs) at once)"
    if ! cmake --build --preset "$preset" -j "$(jobs)" ${1:+--target "$@"} >"$log" 2>&1; then
        grep -E -A12 'error|FAILED|undefined reference' "$log" | head -n 200 >&2 || true
        say "the whole output is in $log"
        return 1
    fi
    grep -E 'warning:' "$log" | sort -u >&2 || true
}

# with_postgres COMMAND...: runs it beside a private PostgreSQL, which ends with it, also after Ctrl-C. Call it in a
# subshell or last in a script: it sets traps. Without a server the command runs all the same, and its tests say so.
with_postgres() {
    local lines
    if lines=$(./packaging/postgres.sh start); then
        eval "$lines"
        trap './packaging/postgres.sh stop' EXIT
        trap 'exit 130' INT
        trap 'exit 143' TERM
    else
        say "no PostgreSQL: its tests are skipped"
    fi
    "$@"
}

mkdir -p build
