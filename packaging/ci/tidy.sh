#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Vestnik developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# clang-tidy (checks: .clang-tidy) over the sources that have coroutines and those that changed last, as many as the time
# allows.
#   packaging/ci/tidy.sh BUILD_DIR [FILE...]     a directory configured with the preset `tidy`
# VESTNIK_TIDY_SECONDS: how long new files are begun (300); VESTNIK_TIDY_ALL=1: all files, no limit.

set -euo pipefail
# shellcheck source=packaging/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/../setup.sh"
build_dir=${1:?the build directory}
shift

candidates() {
    if [ $# -gt 0 ]; then
        printf '%s\n' "$@"
        return
    fi
    grep -rlE '\bco_(await|yield|return)\b' --include='*.cpp' app core ui || true
    git log -n 15 --name-only --format= --diff-filter=d -- 'app/*.cpp' 'core/*.cpp' 'ui/*.cpp' 2>/dev/null || true
    [ "${VESTNIK_TIDY_ALL:-0}" = 0 ] || find app core ui -name '*.cpp' | sort
}

limit=${VESTNIK_TIDY_SECONDS:-300}
[ "${VESTNIK_TIDY_ALL:-0}" = 0 ] || limit=86400
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Only what the build directory knows how to compile.
candidates "$@" | awk '!seen[$0]++' | while read -r file; do
    if [ -f "$file" ] && grep -qF "/$file\"" "$build_dir/compile_commands.json"; then
        printf '%s\n' "$file"
    fi
done >"$scratch/files"

# shellcheck disable=SC2317 # called by xargs
look() {
    local build_dir=$1 scratch=$2 deadline=$3 file=$4 output
    if [ "$(date +%s)" -ge "$deadline" ]; then
        printf '%s\n' "$file" >>"$scratch/left"
        return 0
    fi
    if ! output=$(clang-tidy-16 -p "$build_dir" --quiet "$file" 2>/dev/null); then
        printf '%s\n%s\n' "$file" "$output" >&2
        return 1
    fi
}
export -f look

total=$(wc -l <"$scratch/files")
status=0
tr '\n' '\0' <"$scratch/files" | xargs -0 -P "$(jobs)" -I '{}' bash -c 'look "$@"' look "$build_dir" "$scratch" \
    "$(($(date +%s) + limit))" '{}' || status=1
touch "$scratch/left"
left=$(wc -l <"$scratch/left")
say "clang-tidy: $((total - left)) files looked at, $left left out for want of time"
exit $status
