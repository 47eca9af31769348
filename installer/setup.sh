#!/bin/sh
# Makes everything ready to run and to test: system libraries, virtual environment, locked dependencies.
# Quick when there is nothing to do. Needs nothing but a shell and Python 3.11 to 3.14.
set -eu
cd "$(dirname "$0")/.."

# What Qt's window needs beyond a bare system, then what the tests' virtual screen needs.
DEBIAN="libglib2.0-0 libgl1 libegl1 libxkbcommon0 libfontconfig1 libdbus-1-3 libxkbcommon-x11-0 libxcb-cursor0
libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xkb1
fonts-noto-core xvfb openbox xdotool"
# What building and trying the packages needs on top: `installer/setup.sh package`.
if [ "${1:-}" = package ]; then
    DEBIAN="$DEBIAN binutils patchelf dpkg-dev libwayland-cursor0 libwayland-client0 desktop-file-utils appstream lintian
debootstrap man-db"
    # Debian's Python has its library in a package of its own, which the frozen program takes along.
    [ ! -x /usr/bin/python3 ] || DEBIAN="$DEBIAN libpython$(/usr/bin/python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])')"
fi

say() { echo "setup: $*" >&2; }

have_package() {
    # Newer Debians call some of them libglib2.0-0t64.
    dpkg-query -W -f '${Status}\n' "$1" "$1t64" 2>/dev/null | grep -q 'install ok installed'
}

install_packages() {
    if [ "$(id -u)" = 0 ]; then as_root=""
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then as_root="sudo"
    else
        say "Qt needs some system libraries. Please run once:  sudo apt-get install $*"
        return 1
    fi
    say "installing $*"
    $as_root apt-get update -qq >/dev/null || true
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

system_libraries() {
    if ! command -v dpkg-query >/dev/null; then
        [ "$(uname -s)" != Linux ] || [ -e .venv/told ] ||
            say "not a Debian system: Qt needs libEGL, libGL, libxkbcommon-x11, libxcb-cursor, fontconfig; the tests need Xvfb, openbox, xdotool"
        return 0
    fi
    missing=""
    for package in $DEBIAN; do have_package "$package" || missing="$missing $package"; done
    [ -z "$missing" ] || install_packages $missing || true
}

find_python() {
    for name in python3.13 python3.12 python3.11 python3.14 python3; do
        if command -v "$name" >/dev/null && "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    say "Python 3.11 to 3.14 is needed and was not found"
    exit 1
}

environment() {
    if [ ! -x .venv/bin/python ] || ! .venv/bin/python -c 'import pip' 2>/dev/null; then
        python=$(find_python)
        rm -rf .venv
        if ! "$python" -m venv .venv >/dev/null 2>&1; then
            rm -rf .venv
            install_packages python3-venv
            "$python" -m venv .venv
        fi
    fi
    wanted=$(cat requirements.lock pyproject.toml | cksum)
    if [ "$(cat .venv/installed 2>/dev/null)" != "$wanted" ]; then
        say "installing the locked dependencies"
        .venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
        .venv/bin/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
        echo "$wanted" > .venv/installed
    fi
}

system_libraries
environment
