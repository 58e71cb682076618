"""Run ``sitegen serve`` in a process of its own, as a person would."""

import json
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

PROGRAM = """\
import sys
from pathlib import Path
from sitegen.serve import serve
serve(Path(sys.argv[1]), port=int(sys.argv[2]))
"""


def obey_interrupts() -> None:
    """Let a process be interrupted, though the tests may run in the background, where a shell has that ignored."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


class Preview:
    """A running preview."""

    def __init__(self, content: Path, port: int) -> None:
        command = [sys.executable, "-u", "-c", PROGRAM, str(content), str(port)]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=obey_interrupts
        )
        said = self.line()
        while "://" not in said:  # how long reading took
            said = self.line()
            assert said, self.process.communicate()[1]
        self.address = said.split()[0]
        self.root = re.match(r"\w+://[^/]+/", self.address)[0]  # type: ignore[index]

    def line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline()

    def get(self, path: str = "") -> tuple[int, str]:
        return self.get_from(self.address.removeprefix(self.root.rstrip("/")) + path)

    def get_from(self, path: str) -> tuple[int, str]:
        """Ask for a path from the host's root."""
        try:
            with urllib.request.urlopen(self.root.rstrip("/") + path, timeout=60) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def state(self, page: str, language: str = "zh-Hans") -> dict[str, Any]:
        """Return what a page is told of problems."""
        asked = urllib.parse.urlencode({"page": page, "lang": language})
        state: dict[str, Any] = json.loads(self.get_from(f"/_sitegen/state?{asked}")[1])
        return state

    def wait_for(self, holds: Callable[[dict[str, Any]], bool], page: str) -> dict[str, Any]:
        """Return what a page is told as soon as something holds of it; asked at each event."""
        with urllib.request.urlopen(f"{self.root}_sitegen/events", timeout=60) as events:
            while True:
                assert events.readline()
                if holds(state := self.state(page)):
                    return state

    def stop(self) -> str:
        self.process.send_signal(signal.SIGINT)
        return self.process.communicate(timeout=60)[1]


def find_port() -> int:
    with socket.socket() as free:
        free.bind(("localhost", 0))
        return int(free.getsockname()[1])
