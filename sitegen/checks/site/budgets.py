"""What the pages of a site cost their readers in bytes."""

import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from sitegen.checks.site.built import BuiltSite
from sitegen.checks.site.fault import Fault
from sitegen.checks.site.links import find_fetched
from sitegen.checks.site.pages import SitePage
from sitegen.checks.site.rules import find_budget
from sitegen.problems.words import Words

_PICTURES = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp"})
_COUNTED = {
    "page": Words("the page has", "页面有"),
    "loads": Words("with all that it loads the page has, compressed,", "页面连同加载的文件压缩后有"),
    "scripts": Words("its scripts have", "页面的脚本有"),
    "pictures": Words("its pictures have", "页面的图片有"),
}


@dataclass(frozen=True, slots=True)
class Cost:
    """Bytes of one page, as ``rules.yaml`` counts them."""

    page: int
    loads: int
    scripts: int
    pictures: int


def check_budgets(site: BuiltSite) -> Iterator[Fault]:
    """Find pages that cost more than their kind may."""
    scales = Scales(site)
    for address, page in site.pages.items():
        file = page.file.as_posix()
        budget, cost = find_budget(file), scales.weigh(page, address)
        for name, what in _COUNTED.items():
            spent, most = getattr(cost, name), getattr(budget, name)
            if spent > most:
                yield Fault("site-heavy", file, "", {"what": what, "spent": spent, "most": most, "kind": budget.kind})


@dataclass(frozen=True, slots=True)
class Scales:
    """Weighs pages of one site; what many pages load is compressed once."""

    site: BuiltSite
    weights: dict[str, int] = field(default_factory=dict)
    """Compressed size by file."""

    def weigh(self, page: SitePage, address: str) -> Cost:
        """Return what a page costs who opens it."""
        loaded = set(self._resolve(page.loads - page.lazy, address))
        scripts = self._find_modules(self._resolve(page.scripts, address))
        pictures = {file for file in loaded if PurePosixPath(file).suffix.lower() in _PICTURES}
        text = (loaded | scripts | {page.file.as_posix()}) - pictures
        return Cost(
            page=page.size,
            loads=sum(map(self._compress, text)),
            scripts=sum(map(self._measure, scripts)),
            pictures=sum(map(self._measure, pictures)),
        )

    def _resolve(self, pointers: Iterable[str], address: str) -> Iterator[str]:
        for pointer in pointers:
            target = self.site.resolve(pointer, address)
            file = self.site.find_file(target[0]) if target else None
            if file in self.site.files:
                yield file

    def _find_modules(self, scripts: Iterable[str]) -> set[str]:
        """Return scripts with the modules that they import when they start."""
        found: set[str] = set()
        waiting = list(scripts)
        while waiting:
            file = waiting.pop()
            if file not in found:
                found.add(file)
                started = find_fetched(self.site, file, later=False)
                waiting += self._resolve(started, self.site.address_of(file))
        return found

    def _measure(self, file: str) -> int:
        return (self.site.folder / file).stat().st_size

    def _compress(self, file: str) -> int:
        if file not in self.weights:
            self.weights[file] = len(gzip.compress((self.site.folder / file).read_bytes(), mtime=0))
        return self.weights[file]
