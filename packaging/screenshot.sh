#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Vestnik developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Takes a picture of the demo panel on a screen of its own.
#   ./packaging/screenshot.sh [--page NAME] [--theme light|dark] [--language en|ru] [--size 1280x800] [--after SECONDS]
#                             [--scale FACTOR] [--output FILE]
# Without arguments it makes packaging/screenshots/panel.png, the picture of README.

set -euo pipefail
page=overview
theme=dark
language=en
size=1280x800
after=12
scale=1
output=
while [ $# -gt 0 ]; do
    case $1 in
    --page) page=$2 ;;
    --theme) theme=$2 ;;
    --language) language=$2 ;;
    --size) size=$2 ;;
    --after) after=$2 ;;
    --scale) scale=$2 ;;
    --output) output=$(realpath -m "$2") ;;
    *)
        sed -n '5,8s/^# \{0,1\}//p' "$0" >&2
        exit 2
        ;;
    esac
    shift 2 || {
        echo "a value is missing" >&2
        exit 2
    }
done
# shellcheck source=packaging/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
output=${output:-$vestnik_root/packaging/screenshots/panel.png}
program=$vestnik_root/build/release/bin/vestnik

install_packages run shots
[ -x "$program" ] || ./packaging/run.sh --build-only

scratch=$(mktemp -d)
started=()
clean_up() {
    local pid
    for pid in ${started[@]+"${started[@]}"}; do
        kill "$pid" 2>/dev/null || true
    done
    wait 2>/dev/null || true
    rm -rf "$scratch"
}
trap clean_up EXIT

# Xvfb picks a free display and says which.
Xvfb -displayfd 3 -screen 0 "${size}x24" -dpi 96 -nolisten tcp 3>"$scratch/display" >/dev/null 2>&1 &
started+=($!)
for _ in $(seq 100); do
    [ -s "$scratch/display" ] && break
    sleep 0.1
done
[ -s "$scratch/display" ] || die "Xvfb did not start"
DISPLAY=:$(cat "$scratch/display")
export DISPLAY
openbox >/dev/null 2>&1 &
started+=($!)

unset WAYLAND_DISPLAY QT_QPA_PLATFORM
VESTNIK_DATA_DIR=$scratch/data QT_SCALE_FACTOR=$scale TZ=UTC "$program" --demo --page "$page" --theme "$theme" \
    --language "$language" >"$scratch/program.log" 2>&1 &
vestnik_pid=$!
started=("$vestnik_pid" "${started[@]}")

window=
for _ in $(seq 150); do
    kill -0 "$vestnik_pid" 2>/dev/null || break
    window=$(xdotool search --onlyvisible --pid "$vestnik_pid" --name '.' 2>/dev/null | tail -n 1) || true
    [ -n "$window" ] && break
    sleep 0.2
done
if [ -z "$window" ]; then
    cat "$scratch/program.log" >&2
    die "the window did not appear"
fi
xdotool windowmove "$window" 0 0 windowsize "$window" "${size%x*}" "${size#*x}"
xdotool mousemove "$((${size%x*} - 2))" "$((${size#*x} - 2))"
sleep "$after" # posts arrive meanwhile
mkdir -p "$(dirname "$output")"
import -window "$window" -depth 8 -strip "$output"
say "saved: $output"
