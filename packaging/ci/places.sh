#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Vestnik developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Committed files must mean the same on every machine: no absolute places of one, no mirrors or registries of packages.

set -euo pipefail
# shellcheck source=packaging/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/../setup.sh"

# Written in pieces, so that this file does not find itself.
pattern='(^|[^a-zA-Z0-9._-])/(wor''k|far''m|home/[a-z]|Users/[a-z]|tmp/age''nts)(/|\b)'
pattern+='|(deb\.debi''an|security\.debi''an|archive\.ubun''tu|registry\.npm''js|files\.pythonho''sted)\.(org|com)'
pattern+='|\bpypi\.or''g|\bproxy\.gola''ng\.org|\bstatic\.crat''es\.io'

files=()
while IFS= read -r -d '' file; do
    [ -f "$file" ] && files+=("$file")
done < <(git ls-files -z)
if grep -nIE "$pattern" "${files[@]}" >&2; then
    die "the lines above name places of one machine"
fi
