#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Vestnik developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds Vestnik and runs every test. Further arguments go to ctest:
#   ./packaging/test.sh [-R name] [-L label] …
# With VESTNIK_WERROR=1 in the environment warnings are errors.

set -euo pipefail
# shellcheck source=packaging/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

install_packages build run test
werror=OFF
[ "${VESTNIK_WERROR:-0}" = 0 ] || werror=ON
configure release "-DVESTNIK_WERROR=$werror"
build release
say "running the tests"
with_postgres ctest --preset release -j "$(jobs)" "$@"
