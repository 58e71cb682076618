"""Run what hosts are told to run, on a copy of the archive, with no way out to the network."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCES = ("content", "seeds", "netlify.toml", "Makefile", "pyproject.toml", "requirements.lock", ".gitignore")
FORBID = '''\
"""Loaded by every Python that is started: whoever asks for the network is stopped."""
import sys

_NETWORK = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request"}


def _refuse(event, arguments):
    if event in _NETWORK:
        raise RuntimeError(f"the network was asked for: {event} {arguments}")


sys.addaudithook(_refuse)
'''


def copy_archive(folder: Path) -> Path:
    """Copy an archive, with a virtual environment that is installed already and has no network."""
    folder.mkdir(parents=True)
    for name in SOURCES:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copyfile)(source, folder / name)  # type: ignore[operator]
    hook = folder / ".venv/hook/sitecustomize.py"
    hook.parent.mkdir(parents=True)
    hook.write_text(FORBID, encoding="utf-8")
    script = f'#!/bin/sh\nexec env PYTHONPATH="{hook.parent}:{ROOT}" "{sys.executable}" {{0}} "$@"\n'
    for name, arguments in (("python", ""), ("sitegen", "-m sitegen")):
        file = folder / ".venv/bin" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(script.format(arguments), encoding="utf-8")
        file.chmod(0o755)
    (folder / ".venv/.run").touch()  # newer than the lock: make has nothing to install
    return folder


def put_program(folder: Path, name: str, script: str) -> Path:
    """Write a program that stands in for one of the host's; it notes what it is called with in ``<name>.calls``."""
    file = folder / "bin" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(f'#!/bin/sh\necho "$@" >> "{folder}/{name}.calls"\n{script}\n', encoding="utf-8")
    file.chmod(0o755)
    return file.parent


def run_shell(command: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command as hosts do: by bash, which stops at the first step that fails."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return subprocess.run(
        ["bash", "-e", "-c", command],
        cwd=folder,
        env={**kept, **variables},
        capture_output=True,
        text=True,
        check=False,
    )
