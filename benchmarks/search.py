"""Measure search over archives of many sizes: ``python -m benchmarks.search 12 1000 5000``.

For each size and engine: time, memory, files and bytes of the index; bytes of a first query with ten results, apart for
code, table of pages, lists and texts; bytes and milliseconds of later ones. Bytes are as stored and, in brackets, as a
host sends them that compresses. Needs Chromium; ``--engine pagefind`` needs the package pagefind-bin besides.
"""

import argparse
import gzip
import random
import resource
import shutil
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Response, sync_playwright

from benchmarks.pagefind_design import cut_run, write_pagefind
from benchmarks.search_corpus import make_page, make_pages
from sitegen.search import SearchMemory, SearchPage, write_index
from sitegen.search.articles import find_blocks
from sitegen.search.folding import fold
from tests.browser.conftest import ARGUMENTS, find_browser
from tests.browser.hosting import host

ASSETS = Path(__file__).parents[1] / "themes/default/assets"
FIRST, LATER, SHOWN = 9, 100, 10
KINDS = ("code", "table", "lists", "texts")

ASK_LISTS = """async ([query, shown]) => {
    const { openIndex, parseQuery } = await import("/assets/search-index.js");
    window.index ??= await openIndex(new URL("/search-index/", location.href).href);
    const results = await window.index.find(parseQuery(query), {});
    await Promise.all(results.slice(0, shown).map((result) => result.read()));
    return results.length;
}"""
ASK_PAGEFIND = """async ([query, shown]) => {
    if (!window.pagefind) {
        const { createInstance } = await import("/pagefind/pagefind.js");
        document.documentElement.lang = "und";
        window.pagefind = createInstance({ noWorker: true });
        await window.pagefind.init();
    }
    const { results } = await window.pagefind.search(query);
    await Promise.all(results.slice(0, shown).map((result) => result.data()));
    return results.length;
}"""


@dataclass(frozen=True)
class Engine:
    """How an index is written, and how it is asked."""

    write: Callable[[Iterable[SearchPage], Path], object]
    ask: str
    word: Callable[[str], str]
    """From a phrase to the query."""


ENGINES = {
    "lists": Engine(write_index, ASK_LISTS, str),
    "pagefind": Engine(write_pagefind, ASK_PAGEFIND, lambda phrase: f'"{" ".join(cut_run(phrase))}"'),
}


def build_index(engine: str, reports: int, out: Path) -> tuple[float, float]:
    """Write an index; return seconds of wall clock and the largest process in MB. Runs in a process of its own."""
    pages = list(make_pages(reports))
    started = time.perf_counter()
    ENGINES[engine].write(pages, out)
    seconds = time.perf_counter() - started
    used = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return seconds, used / 1024


def edit_one(reports: int, out: Path) -> float:
    """Return the seconds in which an index is written anew that has been written before, one report changed."""
    memory = SearchMemory()
    pages = list(make_pages(reports))
    write_index(pages, out / "before", memory=memory)
    pages[reports // 2] = make_page(reports // 2, seed=2)
    started = time.perf_counter()
    write_index(pages, out / "after", memory=memory)
    return time.perf_counter() - started


def draw_phrases(reports: int, count: int) -> list[str]:
    """Return phrases of two to six letters and numerals that stand in the reports."""
    chance = random.Random(7)
    phrases: list[str] = []
    while len(phrases) < count:
        line = fold(chance.choice(find_blocks(make_page(chance.randrange(reports)).html)).text)
        length = chance.randint(2, 6)
        start = chance.randrange(max(1, len(line) - length))
        phrase = line[start : start + length]
        if len(phrase) > 1 and phrase.isalnum():
            phrases.append(phrase)
    return phrases


class Weigher:
    """Bytes of the files that a page has loaded, by kind; each file once."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._seen: set[str] = set()
        self._kinds = {kind: [0, 0] for kind in KINDS}

    def note(self, response: Response) -> None:
        """Take a response into account."""
        path = urlsplit(response.url).path.lstrip("/")
        file = self._site / path
        if path in self._seen or not file.is_file() or path.endswith(".html"):
            return
        self._seen.add(path)
        data = file.read_bytes()
        weight = self._kinds[_kind_of(path)]
        weight[0] += len(data)
        weight[1] += min(len(data), len(gzip.compress(data, mtime=0)))

    def take(self) -> dict[str, tuple[int, int]]:
        """Return what has come since the last time: bytes as stored and compressed."""
        taken = {kind: (weight[0], weight[1]) for kind, weight in self._kinds.items()}
        self._kinds = {kind: [0, 0] for kind in KINDS}
        return taken


def _kind_of(path: str) -> str:
    if "/terms/" in path or "/index/" in path:
        return "lists"
    if "/text/" in path or "/fragment/" in path:
        return "texts"
    return "code" if path.endswith((".js", ".pagefind")) else "table"


def measure(engine: Engine, site: Path, phrases: Sequence[str], browser: Browser) -> None:
    """Print what queries cost."""
    firsts, laters, times = [], [], []
    with host(site) as address:
        for turn in range(FIRST + 1):
            context = browser.new_context(bypass_csp=True)
            page = context.new_page()
            weigher = Weigher(site)
            page.on("response", weigher.note)
            page.goto(f"{address}index.html")
            asked = phrases[turn : turn + 1] if turn < FIRST else phrases[FIRST:]
            for phrase in asked:
                started = time.perf_counter()
                page.evaluate(engine.ask, [engine.word(phrase), SHOWN])
                times.append((time.perf_counter() - started) * 1000)
                (firsts if phrase == asked[0] else laters).append(weigher.take())
            context.close()
    for kind in (*KINDS, "all"):
        print(f"  first query, {kind}: {_show(firsts, kind, statistics.median)}, most {_show(firsts, kind, max)}")
    print(f"  later query: median {_show(laters, 'all', statistics.median)}, 95 % {_show(laters, 'all', _most)}")
    warm = times[-len(laters) :]
    print(f"  later query, asked to read: median {statistics.median(warm):.0f} ms, 95 % {_most(warm):.0f} ms")


def _show(taken: Sequence[dict[str, tuple[int, int]]], kind: str, pick: Callable[[list[float]], float]) -> str:
    kinds = KINDS if kind == "all" else (kind,)
    stored, sent = ([float(sum(one[k][which] for k in kinds)) for one in taken] for which in (0, 1))
    return f"{pick(stored) / 1000:.0f} ({pick(sent) / 1000:.0f}) KB"


def _most(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def _alone(task: Callable[..., object], *arguments: object) -> object:
    """Run a task in a fresh process, so that its memory is its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(task, *arguments).result()


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=int, nargs="+")
    parser.add_argument("--engine", choices=ENGINES, nargs="+", default=["lists"])
    given = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=ARGUMENTS.split())
        for reports in given.reports:
            for name in given.engine:
                with TemporaryDirectory(prefix="search-") as folder:
                    _report(name, reports, Path(folder), browser)
        browser.close()


def _report(name: str, reports: int, site: Path, browser: Browser) -> None:
    print(f"{name}, {reports} reports")
    print("  index: {:.1f} s, {:.0f} MB of memory".format(*_alone(build_index, name, reports, site)))  # type: ignore[misc] # a pair
    sizes = [file.stat().st_size for file in site.rglob("*") if file.is_file()]
    print(f"  {len(sizes)} files, {sum(sizes) / 1e6:.1f} MB, the largest {max(sizes) / 1000:.0f} KB")
    shutil.copytree(ASSETS, site / "assets")
    for file in ("index.html", "404.html"):
        (site / file).write_text("<!doctype html><title>.</title>", encoding="utf-8")
    measure(ENGINES[name], site, draw_phrases(reports, FIRST + LATER), browser)
    if name == "lists":
        with TemporaryDirectory(prefix="search-") as folder:
            print(f"  one report edited: {_alone(edit_one, reports, Path(folder)):.1f} s")


if __name__ == "__main__":
    main()
