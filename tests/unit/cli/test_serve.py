"""``sitegen serve`` as it is typed."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.serve.previewing import find_port, obey_interrupts


@pytest.mark.parametrize(("language", "last"), [("en", "stopped\n"), ("zh", "已停止\n")])
def test_the_address_is_printed_and_ctrl_c_ends_it(tmp_path: Path, language: str, last: str) -> None:
    (tmp_path / "content").mkdir()
    port = find_port()
    typed = [sys.executable, "-m", "sitegen", "serve", "--port", str(port), "--lang", language]
    with subprocess.Popen(
        typed,
        cwd=tmp_path,
        text=True,
        encoding="utf-8",
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=obey_interrupts,
    ) as running:
        assert running.stdout is not None
        said = ""
        while "://" not in said:
            said = running.stdout.readline()
            assert said
        running.send_signal(signal.SIGINT)
        _, problems = running.communicate(timeout=60)

    assert said.startswith(f"http://localhost:{port}/ ")
    assert problems.endswith(last)
    assert running.returncode == 0
