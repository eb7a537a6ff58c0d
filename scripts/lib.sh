# Shared by the commands in this folder: find a Python, make .venv, install exactly what a lock says.
# Sourced from the top of the checkout; every message that asks for something ends with exit code 3.
# shellcheck shell=bash

VENV=.venv
SETUP_LOG=$VENV/setup.log
# gcc 14 takes an implicit declaration in durable-rules for an error; its setup.py overwrites CFLAGS but not CC.
BUILD_CC="${CC:-cc} -Wno-error=implicit-function-declaration"

say() { printf '%s\n' "$*" >&2; }

missing() { # missing INDONESIAN ENGLISH DEBIAN FEDORA MACOS
    say "patuh: $1"
    say "       $2"
    say "  Debian/Ubuntu:  $3"
    say "  Fedora:         $4"
    say "  macOS:          $5"
    exit 3
}

python_in_range() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; }

python_has_venv() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }

python_has_headers() {
    local include
    include=$("$1" -c 'import sysconfig; print(sysconfig.get_path("include"))' 2>/dev/null) && [ -f "$include/Python.h" ]
}

compiles() {
    local dir status=0
    dir=$(mktemp -d)
    printf 'int main(void) { return 0; }\n' >"$dir/probe.c"
    # CC may hold options, so it is split into words on purpose.
    # shellcheck disable=SC2086
    $BUILD_CC "$dir/probe.c" -o "$dir/probe" >/dev/null 2>&1 || status=1
    rm -rf "$dir"
    return $status
}

# The first Python that has all we need; failing that the first of a right version, to say what it lacks.
find_python() {
    local candidate first=
    for candidate in ${PYTHON:+"$PYTHON"} python3.13 python3.12 python3.11 python3; do
        command -v "$candidate" >/dev/null 2>&1 && python_in_range "$candidate" || continue
        first=${first:-$candidate}
        if python_has_venv "$candidate" && python_has_headers "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    echo "$first"
}

require_python() { # require_python PYTHON
    [ -n "$1" ] || missing \
        "perlu Python 3.11, 3.12 atau 3.13, dan tidak satu pun ditemukan (boleh ditunjuk: PYTHON=/jalur/python3.12)." \
        "needs Python 3.11, 3.12 or 3.13 and found none (you can name one: PYTHON=/path/to/python3.12)." \
        "sudo apt-get install python3 python3-venv python3-dev" \
        "sudo dnf install python3.13 python3.13-devel" \
        "brew install python@3.13"
    python_has_venv "$1" || missing \
        "modul venv milik $1 belum terpasang." \
        "the venv module of $1 is not installed." \
        "sudo apt-get install $(basename "$1")-venv" \
        "sudo dnf install $(basename "$1")" \
        "brew install python@3.13"
}

# durable-rules is published as source only, so the first installation compiles it.
require_compiler() { # require_compiler PYTHON
    compiles || missing \
        "perlu kompilator C untuk memasang durable-rules (mesin aturan)." \
        "needs a C compiler to install durable-rules (the rule engine)." \
        "sudo apt-get install build-essential" \
        "sudo dnf install gcc" \
        "xcode-select --install"
    python_has_headers "$1" || missing \
        "perlu berkas header C dari $1 (Python.h) untuk memasang durable-rules." \
        "needs the C headers of $1 (Python.h) to install durable-rules." \
        "sudo apt-get install $(basename "$1")-dev" \
        "sudo dnf install $(basename "$1")-devel" \
        "brew install python@3.13"
}

quietly() { # quietly WHAT COMMAND...
    local what=$1
    shift
    "$@" >>"$SETUP_LOG" 2>&1 && return
    say "patuh: gagal $what. Akhir catatannya:"
    say "       failed at this step. The end of its log:"
    tail -n 15 "$SETUP_LOG" | sed 's/^/  | /' >&2
    say "  Selengkapnya / in full: $PWD/$SETUP_LOG"
    exit 3
}

pip_install() { .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input "$@"; }

make_venv() {
    local python
    if [ -x $VENV/bin/python ] && python_in_range $VENV/bin/python; then
        return
    fi
    python=$(find_python)
    require_python "$python"
    require_compiler "$python"
    say "patuh: menyiapkan $VENV dengan $("$python" --version) ..."
    rm -rf "$VENV"
    "$python" -m venv "$VENV" 2>/dev/null || missing \
        "$python tidak dapat membuat lingkungan virtual." \
        "$python cannot make a virtual environment." \
        "sudo apt-get install python3-venv" "sudo dnf install python3" "brew install python@3.13"
}

lock_digest() { cat pyproject.toml requirements-build.lock "$1" | "$VENV/bin/python" -c \
    'import hashlib, sys; print(sys.version, sys.prefix, hashlib.sha256(sys.stdin.buffer.read()).hexdigest())'; }

# ensure_env LOCK: .venv holds exactly what LOCK says, and patuh itself from this checkout. Fast when it already does.
ensure_env() {
    local lock=$1 stamp=$VENV/.patuh-$1.stamp
    make_venv
    if [ -f "$stamp" ] && [ "$(lock_digest "$lock")" = "$(cat "$stamp")" ]; then
        return
    fi
    if ! $VENV/bin/python -c 'import importlib.metadata as m; m.version("durable_rules")' 2>/dev/null; then
        require_compiler $VENV/bin/python
    fi
    say "patuh: memasang paket dari $lock (sekali saja, satu-dua menit) ..."
    : >"$SETUP_LOG"
    quietly "memasang alat bangun" pip_install --require-hashes -r requirements-build.lock
    quietly "memasang paket" env CC="$BUILD_CC" $VENV/bin/python -m pip install --quiet --disable-pip-version-check \
        --no-input --no-build-isolation --require-hashes -r "$lock"
    quietly "memasang patuh" pip_install --no-build-isolation --no-deps --editable .
    lock_digest "$lock" >"$stamp"
}
