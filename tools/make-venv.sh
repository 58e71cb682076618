#!/bin/sh
# make-venv.sh PYTHON FOLDER: a virtual environment, with Debian's python3-venv installed first where it is missing.
set -eu
python=$1 folder=$2

if ! command -v "$python" >/dev/null 2>&1; then
    echo "make: no '$python' here; install Python 3.11 or later, or name one: make site PYTHON=python3.12" >&2
    exit 1
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "make: $("$python" --version) is too old; sitegen needs 3.11 or later: make site PYTHON=python3.12" >&2
    exit 1
fi
if ! "$python" -c 'import ensurepip' >/dev/null 2>&1; then
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
        echo "make: $python cannot make virtual environments; install python3-venv (as root: apt-get install python3-venv)" >&2
        exit 1
    fi
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3-venv >/dev/null
fi
"$python" -m venv "$folder"
