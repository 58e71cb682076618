"""Measure how long a reader waits for results: ``python -m benchmarks.painted 1000``.

The search page of the archive asks the index of an archive of that size. A phrase is asked twice; the second time its
lists and texts are there, and what is timed is from the question to the frame that shows the answer. Needs Chromium.
"""

import argparse
import statistics
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from benchmarks.search import draw_phrases
from benchmarks.search_corpus import make_pages
from sitegen.build import build
from sitegen.search import write_index
from tests.browser.conftest import ARGUMENTS, find_browser
from tests.browser.hosting import host

PHRASES = 100
ASK = """(phrase) => new Promise((painted) => {
    const list = document.getElementById("results");
    const started = performance.now();
    document.getElementById("q").value = phrase;
    new MutationObserver((_, observer) => {
        if (list.getAttribute("aria-busy") !== "false") return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => painted(performance.now() - started)));
    }).observe(list, { attributes: true, attributeFilter: ["aria-busy"] });
    document.getElementById("search-form").requestSubmit();
})"""


def main() -> None:
    """Print the median and the 95th percentile in milliseconds for each size that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=int, nargs="+")
    given = parser.parse_args()
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "public"
        build(Path("content"), site)
        browser = playwright.chromium.launch(executable_path=find_browser(), args=ARGUMENTS.split())
        for reports in given.reports:
            rmtree(site / "search-index")
            write_index(make_pages(reports), site)
            with host(site, compressed=True) as address:
                page = browser.new_page()
                page.goto(f"{address}search/")
                times = []
                for phrase in draw_phrases(reports, PHRASES):
                    page.evaluate(ASK, phrase)
                    page.evaluate(ASK, "")
                    times.append(page.evaluate(ASK, phrase))
                page.close()
            most = statistics.quantiles(times, n=20)[-1]
            print(f"{reports} reports: median {statistics.median(times):.0f} ms, 95 % {most:.0f} ms")
        browser.close()


if __name__ == "__main__":
    main()
