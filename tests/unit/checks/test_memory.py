"""Checking again with what is remembered finds what checking anew finds, whatever was changed in between."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.checks import check_folder
from sitegen.checks.memory import CheckMemory
from sitegen.store import memory as file_memory
from sitegen.store.memory import FileMemory

GOLDEN = Path(__file__).parents[2] / "golden" / "content"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GOLDEN, tmp_path / "content"))


def first_report(content: Path) -> Path:
    return min((content / "reports").rglob("2*.md"))


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def break_theme(content: Path) -> None:
    edit(first_report(content), "\nthemes: [", "\nthemes: [no-such-theme, ")


def break_yaml(content: Path) -> None:
    edit(first_report(content), "\nplace: ", "\nplace: [")


def remove_report(content: Path) -> None:
    first_report(content).unlink()


def move_report(content: Path) -> None:
    first_report(content).rename(content / "reports/moved.md")


def remove_places(content: Path) -> None:
    shutil.rmtree(content / "places")


def break_settings(content: Path) -> None:
    (content / "site.yaml").write_text("title: [", encoding="utf-8")


def add_page(content: Path) -> None:
    (content / "pages").mkdir(exist_ok=True)
    (content / "pages/about.md").write_text("---\ntitle: [关于\n---\n", encoding="utf-8")


def misplace(content: Path) -> None:
    (content / "reports.md").write_text("abc", encoding="utf-8")


@pytest.mark.parametrize(
    "change",
    [break_theme, break_yaml, remove_report, move_report, remove_places, break_settings, add_page, misplace],
)
def test_what_is_remembered_changes_nothing(content: Path, change: Callable[[Path], None]) -> None:
    memory = CheckMemory()
    untouched = check_folder(content, memory)
    back = shutil.copytree(content, content.parent / "back")
    change(content)

    changed = check_folder(content, memory)

    assert changed == check_folder(content)
    assert changed != untouched

    shutil.rmtree(content)
    shutil.copytree(back, content)

    assert check_folder(content, memory) == untouched


def test_an_unchanged_file_gives_the_same_record(content: Path) -> None:
    memory = CheckMemory()
    before, _ = check_folder(content, memory)

    after, _ = check_folder(content, memory)

    assert all(one is other for one, other in zip(before.reports, after.reports, strict=True))


def test_a_change_of_the_same_length_within_one_tick_of_the_clock_is_seen(tmp_path: Path) -> None:
    memory, file = FileMemory(), tmp_path / "a.md"
    file.write_text("one", encoding="utf-8")
    memory.read(file)
    times = file.stat()

    file.write_text("two", encoding="utf-8")
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))

    assert memory.read(file) == ("two", ())


def test_an_old_file_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory, file = FileMemory(), tmp_path / "a.md"
    file.write_text("one", encoding="utf-8")
    monkeypatch.setattr(file_memory.time, "time_ns", lambda: file.stat().st_mtime_ns + 10_000_000_000)
    memory.read(file)
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail("read again"))

    assert memory.read(file) == ("one", ())
