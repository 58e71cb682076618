"""How quickly the pages that most readers come to are there, as Lighthouse sees it on a slow phone.

``python -m benchmarks.lighthouse`` builds the content, serves it compressed, and prints the best of three for each kind
of page. It needs Chromium and the npm packages of the tests.
"""

import argparse
import tempfile
from pathlib import Path

from sitegen.build import build
from tests.browser.conftest import find_browser
from tests.browser.hosting import host
from tests.browser.kinds import KINDS, find_longest
from tests.node.packages import grade

PAGES = ("home", "report", "township", "theme", "indicator", "search")


def main() -> None:
    """Measure and print a row per kind of page."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--content", type=Path, default=Path("content"))
    parser.add_argument("--times", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "public"
        if not build(options.content, out, base_url="https://archive.example/").moved:
            parser.exit(1, "the content could not be built; see sitegen check\n")
        print("| page | performance, best of | of all |\n|---|---|---|")
        with host(out, compressed=True) as address:
            for kind in PAGES:
                page = address + find_longest(out, KINDS[kind])
                graded = [grade(page, find_browser(), ["performance"], slowed=True) for _ in range(options.times)]
                scores = [one.scores["performance"] for one in graded]
                print(f"| {kind} | {max(scores)} | {', '.join(map(str, scores))} |", flush=True)
                if max(scores) < 100:
                    print(*max(graded, key=lambda one: one.scores["performance"]).lost, sep="\n")


if __name__ == "__main__":
    main()
