#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Vestnik developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Looks in every file that has a coroutine for expressions that GCC 12 compiles wrongly (coroutines.query).
#   packaging/ci/coroutines.sh BUILD_DIR     a directory configured with the preset `tidy`
# Fails on a match and on a file that clang cannot read.

set -euo pipefail
# shellcheck source=packaging/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/../setup.sh"
build_dir=${1:?the build directory}
query=packaging/ci/coroutines.query
sample=packaging/ci/coroutines_sample.cpp

# The check is worth nothing if its matchers no longer match: each must find its line of the sample.
found=$(clang-query-16 -f "$query" "$sample" -- -std=c++20 2>&1)
while read -r name; do
    grep -q "\"$name\" binds here" <<<"$found" || die "coroutines.query: $name no longer finds its sample"
done < <(sed -n 's/.*\.bind("\([a-z_]*\)").*/\1/p' "$query")

look() {
    local output
    output=$(clang-query-16 -p "$2" -f "$1" "$3" 2>&1) || true
    if grep -qE '^Match #| error: |Error parsing' <<<"$output"; then
        printf '%s\n%s\n' "$3" "$output" >&2
        return 1
    fi
}
export -f look

mapfile -t files < <(grep -rlE '\bco_(await|yield)\b' --include='*.cpp' app core ui tests)
[ ${#files[@]} -gt 0 ] || exit 0
printf '%s\0' "${files[@]}" | xargs -0 -P "$(jobs)" -I '{}' bash -c 'look "$@"' look "$query" "$build_dir" '{}'
say "${#files[@]} files with coroutines, no finding"
