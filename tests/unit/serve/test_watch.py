"""Changes are noticed wherever they happen, also in folders that come later."""

import asyncio
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sitegen.serve.watch import watch_folders

LONG = 60


def notice(root: Path, roots: tuple[Path, ...], *changes: Callable[[], object]) -> None:
    """Make one change after the other, each once the one before was noticed."""

    async def run() -> None:
        watched = watch_folders(lambda: roots)
        await asyncio.wait_for(anext(watched), LONG)
        for change in changes:
            change()
            await asyncio.wait_for(anext(watched), LONG)
        await watched.aclose()

    # In a thread of its own, since a browser that other tests have open keeps a loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, run()).result()


def write(file: Path, text: str = "x") -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def replace(file: Path, text: str) -> None:
    """Save as editors do that write another file and rename it."""
    write(file.with_name("4913"), text)
    file.with_name("4913").replace(file)


def test_files_are_changed_replaced_renamed_and_removed(tmp_path: Path) -> None:
    folder, file = tmp_path / "content", tmp_path / "content/reports/a.md"
    write(file)

    notice(
        tmp_path,
        (folder,),
        lambda: write(file, "y"),
        lambda: replace(file, "z"),
        lambda: file.rename(folder / "b.md"),
        lambda: write(folder / "new/deep/c.md"),
        lambda: write(folder / "new/deep/c.md", "y"),
        lambda: shutil.rmtree(folder / "new"),
    )


def test_folders_come_go_and_come_back(tmp_path: Path) -> None:
    folder, later = tmp_path / "content", tmp_path / "themes/default"
    write(folder / "a.md")

    notice(
        tmp_path,
        (folder, later),
        lambda: write(later / "site.css"),
        lambda: write(later / "site.css", "y"),
        lambda: folder.rename(tmp_path / "away"),
        lambda: (tmp_path / "away").rename(folder),
        lambda: write(folder / "a.md", "y"),
    )


def test_files_are_looked_through_where_they_cannot_be_watched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from sitegen.serve import watch

    write(tmp_path / "content/a.md")
    real = watch.awatch

    def fail(*paths: Path, **how: object) -> object:
        if not how["force_polling"]:
            raise OSError("no room to watch")
        return real(*paths, **how)  # type: ignore[arg-type]

    monkeypatch.setattr(watch, "awatch", fail)

    notice(
        tmp_path,
        (tmp_path / "content",),
        lambda: None,
        lambda: write(tmp_path / "content/b.md"),
    )

    assert "no room to watch" in capsys.readouterr().err
