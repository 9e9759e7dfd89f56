#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Vestnik developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A private PostgreSQL for tests: newest installed version, own folder, free port, loopback only, nothing kept.
#   ./packaging/postgres.sh start   starts one and prints lines for eval:
#                                   export VESTNIK_TEST_POSTGRES=postgresql://vestnik@127.0.0.1:PORT/vestnik
#                                   export VESTNIK_TEST_POSTGRES_DIR=FOLDER
#   ./packaging/postgres.sh stop    stops the one of VESTNIK_TEST_POSTGRES_DIR and removes its folder
#   ./packaging/postgres.sh crash|resume   ends its processes at once, starts it again on the same port and data
#
# Anybody on this computer may enter as vestnik; the user `guarded` needs the password "right", `narrow` may do nothing.

set -euo pipefail

fail() {
    printf 'vestnik: %s\n' "$*" >&2
    exit 1
}

# The folder of initdb and its kin, of the newest version.
programs() {
    local folder newest=''
    for folder in $(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V); do
        [ ! -x "$folder/initdb" ] || newest=$folder
    done
    if [ -z "$newest" ] && command -v initdb >/dev/null 2>&1; then
        newest=$(dirname "$(command -v initdb)")
    fi
    [ -n "$newest" ] || fail "PostgreSQL's server is not installed"
    printf '%s\n' "$newest"
}

# The server refuses to run as root: then it runs as the user that its package made, else as nobody.
server_user() {
    if getent passwd postgres >/dev/null; then echo postgres; else echo nobody; fi
}

as_server() {
    if [ "$(id -u)" -eq 0 ]; then
        runuser -u "$(server_user)" -- "$@"
    else
        "$@"
    fi
}

free_port() {
    python3 -c 'import socket
s = socket.socket()
s.bind(("127.0.0.1", 0))
print(s.getsockname()[1])'
}

launch() {
    local dir=$1 port=$2
    as_server "$bin/pg_ctl" -D "$dir/data" -l "$dir/log" -w -t 60 \
        -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$dir -c fsync=off -c full_page_writes=off \
-c max_connections=200 -c shared_buffers=64MB -c logging_collector=off" start >/dev/null 2>&1 </dev/null
}

start() {
    local dir port try
    dir=$(mktemp -d "${TMPDIR:-/tmp}/vestnik-pg.XXXXXX")
    # Until it runs, whatever goes wrong leaves nothing behind.
    trap 'rm -rf "$dir"' EXIT
    [ "$(id -u)" -ne 0 ] || chown "$(server_user)" "$dir"
    # Not the folder that this was called from: the server's user may not be allowed to see it.
    cd "$dir"
    LC_ALL=C as_server "$bin/initdb" -D "$dir/data" -A trust -U vestnik -E UTF8 --no-locale --no-sync >"$dir/initdb.log" 2>&1 \
        || fail "initdb failed: $(tail -n 3 "$dir/initdb.log" 2>/dev/null | tr '\n' ' ')"
    as_server tee "$dir/data/pg_hba.conf" >/dev/null <<'END'
local all all trust
host  all guarded 127.0.0.1/32 scram-sha-256
hostssl all onlytls 127.0.0.1/32 trust
host  all onlytls 127.0.0.1/32 reject
host  all all 127.0.0.1/32 trust
END
    for try in 1 2 3 4 5; do
        port=$(free_port)
        ! launch "$dir" "$port" || break
        [ "$try" -lt 5 ] || fail "the server does not start: $(tail -n 3 "$dir/log" 2>/dev/null | tr '\n' ' ')"
    done
    printf '%s\n' "$port" >"$dir/port"
    printf '%s\n' "$bin" >"$dir/bin"
    as_server "$bin/psql" -q -X -h 127.0.0.1 -p "$port" -U vestnik -d postgres -v ON_ERROR_STOP=1 >/dev/null <<'END'
CREATE DATABASE vestnik;
CREATE ROLE guarded LOGIN PASSWORD 'right';
CREATE ROLE narrow LOGIN;
CREATE ROLE onlytls LOGIN;
GRANT ALL ON DATABASE vestnik TO guarded;
REVOKE CREATE ON DATABASE vestnik FROM PUBLIC;
END
    trap - EXIT
    printf 'export VESTNIK_TEST_POSTGRES=postgresql://vestnik@127.0.0.1:%s/vestnik\n' "$port"
    printf 'export VESTNIK_TEST_POSTGRES_DIR=%s\n' "$dir"
}

# The folder of the running one; refuses whatever was not made by start().
running_dir() {
    local dir=${VESTNIK_TEST_POSTGRES_DIR:-}
    if [ -z "$dir" ] || [ ! -f "$dir/port" ] || [ ! -d "$dir/data" ]; then
        fail "VESTNIK_TEST_POSTGRES_DIR names no server of ours"
    fi
    printf '%s\n' "$dir"
}

command=${1:-}
case $command in
start)
    bin=$(programs)
    start
    ;;
stop | crash | resume)
    dir=$(running_dir)
    bin=$(cat "$dir/bin")
    cd "$dir"
    case $command in
    stop)
        as_server "$bin/pg_ctl" -D "$dir/data" -m immediate -w -t 20 stop >/dev/null 2>&1 || true
        cd /
        rm -rf "$dir"
        ;;
    crash) as_server "$bin/pg_ctl" -D "$dir/data" -m immediate -w -t 20 stop >/dev/null 2>&1 ;;
    resume) launch "$dir" "$(cat "$dir/port")" ;;
    esac
    ;;
*) fail "usage: postgres.sh start|stop|crash|resume" ;;
esac
