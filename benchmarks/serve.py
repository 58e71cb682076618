"""Measure how long an editor waits for a saved file to show: ``python -m benchmarks.serve``.

``sitegen serve`` shows a copy of the archive, or of one that was made for the purpose; a browser has a page open. What
is timed is from the write of a file until the new words stand in the page. Needs Chromium.
"""

import argparse
import re
import shutil
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

from benchmarks.big_archive import write_archive
from tests.browser.conftest import ARGUMENTS, find_browser
from tests.unit.serve.previewing import Preview, find_port

EDITS = 30
SHOWS = "words => document.body.innerText.includes(words) || document.title.includes(words)"
Change = Callable[[str, str], str]
"""The text of a file with words put into it."""


def into_body(text: str, words: str) -> str:
    """Put words at the end of the report's first paragraph."""
    head, body = re.match(r"(---\n.*?\n---\n)(.*)", text, re.S).groups()  # type: ignore[union-attr]
    return head + re.sub(r"(?m)^([^#\n].*)$", rf"\1{words}。", body, count=1)


def into_title(text: str, words: str) -> str:
    """Put words at the end of the title."""
    return re.sub(r"(?m)^title: (.*?)(['\"]?)$", rf"title: \1{words}\2", text, count=1)


def into_stat(text: str, words: str) -> str:
    """Put words into what the first stat measures."""
    return re.sub(r"indicator: ", f"indicator: {words}", text, count=1)


def into_place(text: str, words: str) -> str:
    """Put words into what is said of a place."""
    return f"{text.rstrip()}\n\n{words}\n"


def measure(page: Page, file: Path, change: Change) -> list[float]:
    """Return milliseconds from the write of each edit until the page shows it."""
    original = file.read_text(encoding="utf-8")
    times = []
    for number in range(EDITS):
        words = f"改动{number}{time.time_ns()}"
        text = change(original, words)
        started = time.perf_counter()
        file.write_text(text, encoding="utf-8")
        page.wait_for_function(SHOWS, arg=words, polling="raf", timeout=120_000)
        times.append(1000 * (time.perf_counter() - started))
    file.write_text(original, encoding="utf-8")
    return times


def main() -> None:
    """Print how long the first page takes, and the median and the worst of each kind of edit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=int, nargs="?", help="of an archive that is made up; the real one if left out")
    given = parser.parse_args()
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = Path(folder)
        if given.reports:
            write_archive(root, given.reports)
        else:
            for name in ("content", "seeds"):
                shutil.copytree(name, root / name)
        content = root / "content"
        started = time.perf_counter()
        preview = Preview(content, find_port())
        preview.get()
        print(f"first page: {time.perf_counter() - started:.1f} s after the start")
        browser = playwright.chromium.launch(executable_path=find_browser(), args=ARGUMENTS.split())
        page = browser.new_page()
        report = min((content / "reports").rglob("2*.md"), key=lambda path: path.as_posix())
        address = report.relative_to(content).with_suffix("").as_posix()
        place = content / "places" / f"{Path(address).parent.relative_to('reports')}.md"
        if not place.is_file():
            place = min((content / "places").rglob("*.md"), key=lambda path: path.as_posix())
        edits: tuple[tuple[str, str, Path, Change], ...] = (
            ("body", f"{address}/", report, into_body),
            ("title", f"{address}/", report, into_title),
            ("stat", f"{address}/", report, into_stat),
            ("place", place.relative_to(content).with_suffix("").as_posix() + "/", place, into_place),
        )
        for name, path, file, change in edits:
            page.goto(preview.address + path)
            page.wait_for_selector("sitegen-preview[data-ready]", state="attached")
            times = measure(page, file, change)
            print(f"{name}: median {statistics.median(times):.0f} ms, worst {max(times):.0f} ms of {EDITS}")
        browser.close()
        preview.stop()


if __name__ == "__main__":
    main()
