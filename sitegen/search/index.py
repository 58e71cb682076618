"""Run Pagefind over the documents that stand for the pages, and keep of its output what the search page loads."""

import json
import os
import subprocess
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from pagefind_bin import get_executable  # type: ignore[import-untyped]  # it ships no types

from sitegen.search.documents import SearchPage, make_document
from sitegen.search.folding import KEPT

FOLDER = "pagefind"
"""The index's folder below the output folder."""

_NEEDLESS = ("pagefind-*ui.*", "pagefind-highlight.js", "pagefind-worker.js")
_CHUNK_SIZE = "4000"


class IndexingError(Exception):
    """Pagefind could not be run, or did not make an index; the message says why and what to do."""


def write_index(pages: Iterable[SearchPage], out: Path, *, timeout: float = 1800) -> int:
    """Write the index of the pages into ``out/pagefind`` and return how many pages it holds.

    Args:
        pages: Each page once, in any order.
        out: The output folder; must not have an index yet.
        timeout: Seconds after which Pagefind is stopped.

    Raises:
        IndexingError: if Pagefind cannot be run, fails, takes longer, or indexes another number of pages.
    """
    with TemporaryDirectory(prefix="sitegen-search-") as folder:
        count = _write_documents(pages, Path(folder))
        if count:
            _run_pagefind(Path(folder), out / FOLDER, timeout)
    for pattern in _NEEDLESS:
        for file in (out / FOLDER).glob(pattern):
            file.unlink()
    indexed = len(list((out / FOLDER).glob("fragment/*.pf_fragment")))
    if indexed != count:
        raise IndexingError(f"Pagefind indexed {indexed} of {count} pages")
    return count


def _write_documents(pages: Iterable[SearchPage], folder: Path) -> int:
    count = 0
    for page in pages:
        document = make_document(page)
        if document is not None:
            file = folder / page.file
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(document, encoding="utf-8")
            count += 1
    return count


def _run_pagefind(documents: Path, output: Path, timeout: float) -> None:
    try:
        # In its file, for not every locale lets an argument hold these characters.
        (documents / "pagefind.toml").write_text(f"include_characters = {json.dumps(KEPT)}\n", encoding="utf-8")
        command = [get_executable(), "--site", documents, "--output-path", output]
        done = subprocess.run(
            [*map(str, command), "--quiet"],
            env={**os.environ, "PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": _CHUNK_SIZE},
            cwd=documents,
            capture_output=True,
            timeout=timeout,
            check=False,
        )
    except FileNotFoundError as error:
        raise IndexingError(f"Pagefind is not there: {error}; install the package pagefind-bin") from error
    except OSError as error:
        raise IndexingError(f"Pagefind cannot be run on this machine: {error}") from error
    except subprocess.TimeoutExpired as error:
        raise IndexingError(f"Pagefind was stopped: it took more than {timeout:g} seconds") from error
    if done.returncode:
        said = (done.stderr or done.stdout).decode(errors="replace").strip()
        raise IndexingError(f"Pagefind failed with exit status {done.returncode}:\n{said}")
