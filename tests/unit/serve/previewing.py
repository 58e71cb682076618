"""Run ``sitegen serve`` in a process of its own, as a person would."""

import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

PROGRAM = """\
import sys
from pathlib import Path
from sitegen.serve import serve
serve(Path(sys.argv[1]), port=int(sys.argv[2]))
"""


class Preview:
    """A running preview."""

    def __init__(self, content: Path, port: int) -> None:
        command = [sys.executable, "-u", "-c", PROGRAM, str(content), str(port)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.address = self.line().split()[0]
        self.line()

    def line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline()

    def get(self, path: str = "") -> tuple[int, str]:
        try:
            with urllib.request.urlopen(self.address + path, timeout=10) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def stop(self) -> str:
        self.process.send_signal(signal.SIGINT)
        return self.process.communicate(timeout=20)[1]


def find_port() -> int:
    with socket.socket() as free:
        free.bind(("localhost", 0))
        return int(free.getsockname()[1])
