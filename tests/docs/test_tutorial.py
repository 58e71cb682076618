"""The tutorial is followed to the letter, and the program says what the tutorial shows.

Commands stand in blocks ``sh``; of what a block ``text`` behind them shows, each line must be said, ``……`` being
anything. Two blocks ``yaml`` with 改成 between are a correction; so is `…` 改成 `…` in a sentence, which the next
改回 takes back. What installs the program stands in blocks of other names and is left out, as the program is there.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
TUTORIAL = ROOT / "docs/tutorial/first-page.md"
EXERCISE = "exercise.txt"
STEP = re.compile(
    r"^```(?P<kind>sh|text|yaml)\n(?P<block>.*?)^```$|`(?P<old>[^`\n]+)` 改成 `(?P<new>[^`\n]+)`|(?P<back>改回)",
    re.MULTILINE | re.DOTALL,
)
LASTING = frozenset(("serve",))
"""Commands that end only when somebody stops them; tests/browser follows them."""


def read_steps() -> Iterator[tuple[str, str, str]]:
    """Yield ``run``, ``see``, ``put`` and ``back`` with what belongs to them."""
    old = ""
    for found in STEP.finditer(TUTORIAL.read_text(encoding="utf-8")):
        if found["kind"] == "sh":
            yield from (("run", line, "") for line in found["block"].splitlines())
        elif found["kind"] == "text":
            yield "see", found["block"], ""
        elif found["kind"] == "yaml":
            if same_stat(old, found["block"]):
                yield "put", old.strip(), found["block"].strip()
            else:
                yield "has", found["block"].strip(), ""
            old = found["block"]
        elif found["back"]:
            yield "back", "", ""
        else:
            yield "put", found["old"], found["new"]


def same_stat(one: str, other: str) -> bool:
    """Whether two lines have the same id."""
    ids = [re.search(r"id: (\w+)", line) for line in (one, other)]
    return all(ids) and len({found[1] for found in ids if found}) == 1


def run(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command as an editor does, in Chinese."""
    command, *arguments = shlex.split(line)
    assert command == "sitegen", line
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "zh_CN.UTF-8", "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-m", "sitegen", *arguments],
        cwd=folder,
        env=environment,
        input="",
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )


def test_the_tutorial_can_be_followed(tmp_path: Path) -> None:
    folder, said, before = tmp_path, "", None
    report = None
    done = set()
    for step, what, other in read_steps():
        done.add(step)
        if step == "run" and what.startswith("cd "):
            folder /= what.removeprefix("cd ")
            shutil.copy(TUTORIAL.with_name(EXERCISE), folder / "seeds" / EXERCISE)
        elif step == "run" and what.split()[1] not in LASTING:
            result = run(what, folder)
            said = result.stdout + result.stderr
            assert result.returncode == (1 if "错误[" in said else 0), f"{what}\n{said}"
        elif step == "see":
            for line in what.splitlines():
                assert re.search(".+".join(map(re.escape, line.split("……"))), said), f"{line}\n-- not in --\n{said}"
        elif step in ("has", "put"):
            report = next((folder / "content/reports").rglob("2024.md"))
            before = report.read_text(encoding="utf-8")
            assert before.count(what) == 1, what
            report.write_text(before.replace(what, other) if other else before, encoding="utf-8")
        elif step == "back" and report is not None and before is not None:
            report.write_text(before, encoding="utf-8")
            assert run("sitegen check", folder).returncode == 0

    assert done == {"run", "see", "has", "put", "back"}
    assert "疏浚河道" in (folder / "public/reports/zhejiang/jiashan/xitang-zhen/2024/index.html").read_text("utf-8")
    assert str(report).endswith("content/reports/zhejiang/jiashan/xitang-zhen/2024.md")
