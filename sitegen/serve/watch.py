"""Notice every change below some folders, whether or not they are there when watching begins."""

import asyncio
import sys
from collections.abc import AsyncGenerator, Callable, Iterable
from pathlib import Path
from threading import Event
from typing import Any

from watchfiles import Change, DefaultFilter, awatch

_STEP = 15
"""Milliseconds without a further change after which a burst of them is over; editors write a file in several steps."""
_BURST = 300
"""Milliseconds after which a burst counts as over although more changes come."""
_FILTER = DefaultFilter()
"""Leaves out what editors write for themselves."""

_Told = asyncio.Queue["bool | OSError"]
"""Whether one of the folders itself appeared or went away; or why nothing can be told."""


async def watch_folders(find_roots: Callable[[], Iterable[Path]]) -> AsyncGenerator[None, None]:
    """Yield once when watching has begun, and then after each burst of changes below the folders.

    A folder that is not there is waited for; one that goes away and comes back is watched again. Where the system has
    no room to watch so many, files are looked through several times a second.

    Args:
        find_roots: Returns the folders; asked anew whenever one of them appears or goes away.

    Raises:
        OSError: if nothing can be watched in either way.
    """
    polling: bool | None = None  # as WATCHFILES_FORCE_POLLING says
    while True:
        roots = sorted({root.absolute() for root in find_roots()})
        told: _Told = asyncio.Queue()
        stop = Event()
        inside = [root for root in roots if root.is_dir()]
        how = {"step": _STEP, "debounce": _BURST, "force_polling": polling, "stop_event": stop}
        watchers = [
            asyncio.create_task(_watch_inside(inside, told, how)),
            asyncio.create_task(_watch_around(roots, told, how)),
        ]
        await asyncio.sleep(0)  # both begin; what changes from now on is not missed
        try:
            yield
            while not (said := await told.get()):
                yield
            if isinstance(said, OSError):
                if polling:
                    raise said
                print(f"{said}; files are looked through several times a second instead", file=sys.stderr)
                polling = True
        finally:
            stop.set()  # each watches in a thread, which looks for this
            await asyncio.gather(*watchers, return_exceptions=True)


async def _watch_inside(roots: list[Path], told: _Told, how: dict[str, Any]) -> None:
    """Tell of changes below folders that are there."""
    try:
        if roots:
            async for _ in awatch(*roots, watch_filter=_FILTER, **how):
                told.put_nowait(False)
    except OSError as error:
        told.put_nowait(error)


async def _watch_around(roots: list[Path], told: _Told, how: dict[str, Any]) -> None:
    """Tell when one of the folders, or one that leads to it, appears or goes away."""
    ways = {way for root in roots for way in (root, *root.parents)}
    above = sorted({_nearest_folder(root.parent) for root in roots})

    def came_or_went(change: Change, path: str) -> bool:
        return change is not Change.modified and Path(path) in ways

    try:
        async for _ in awatch(*above, watch_filter=came_or_went, recursive=False, **how):
            told.put_nowait(True)
    except OSError as error:
        told.put_nowait(error)


def _nearest_folder(path: Path) -> Path:
    return next(folder for folder in (path, *path.parents) if folder.is_dir())
