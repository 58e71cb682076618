"""Render the pages of a site, in several processes where there are enough of them."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from sitegen.archive import Archive
from sitegen.render import DataFile, JinjaTheme, Page, count_pages, render_site
from sitegen.routes import Routes

PAGES_A_PROCESS = 300
"""Fewer do not pay for starting a process, which costs about as much as they do."""
_BATCH = 50
"""Pages that a process hands back at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """All that pages are rendered from; sent once to each process."""

    archive: Archive
    routes: Routes
    jinja_theme: JinjaTheme
    data_files: tuple[DataFile, ...]
    sources: tuple[str, ...]
    """Stems of the bulletins whose text as received the site has."""


def render_pages(rendering: Rendering, jobs: int) -> Iterator[Page]:
    """Yield every page, in the same order and with the same bytes whatever the number of processes.

    Args:
        rendering: What to render.
        jobs: Processes at the most.
    """
    total = count_pages(rendering.archive, rendering.jinja_theme)
    jobs = min(jobs, total // PAGES_A_PROCESS)
    if jobs < 2:
        yield from _render(rendering, slice(None))
        return
    parts = [slice(start, start + _BATCH) for start in range(0, total, _BATCH)]
    # Started anew and not forked: the same on every system, and no half-copied locks.
    with ProcessPoolExecutor(jobs, get_context("spawn"), _take, (rendering,)) as pool:
        for pages in pool.map(_render_part, parts):
            yield from pages


def _render(rendering: Rendering, part: slice) -> Iterator[Page]:
    return render_site(
        rendering.archive,
        rendering.routes,
        rendering.jinja_theme,
        data_files=rendering.data_files,
        sources=rendering.sources,
        part=part,
    )


_taken: list[Rendering] = []
"""In a process of the pool, the one thing that it renders from."""


def _take(rendering: Rendering) -> None:
    _taken[:] = [rendering]


def _render_part(part: slice) -> tuple[Page, ...]:
    return tuple(_render(_taken[0], part))
