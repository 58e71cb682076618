"""The pictures of all texts: which file each address means, and the files that are made of them.

Making them is slow, so what was made is kept in ``.cache/sitegen/images`` beside the content folder, each file with its
hash before it; what is damaged is made anew. Nothing there is needed: it may be removed at any time.
"""

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from sitegen.archive import Archive
from sitegen.build.image_files import make_image_files, plan_image
from sitegen.model.image import WebImage
from sitegen.store.images import find_image, inspect_image
from sitegen.store.markdown import find_images
from sitegen.store.texts import list_texts

_HASH = 32
"""Bytes of a hash, at the beginning of a file of the cache."""


def with_images(archive: Archive, content: Path) -> Archive:
    """Return the archive with all pictures that its texts show and that can be shown; checks name the others."""
    root = content.resolve()
    images: dict[str, dict[str, WebImage]] = {}
    for file, text in _list_public(archive):
        for image in find_images(text):
            planned = _plan(content, root, file, image.address)
            if planned:
                images.setdefault(file, {})[image.address] = planned
    return replace(archive, images=images) if images else archive


def make_images(archive: Archive, content: Path) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of every file that is made of a picture, once each, sorted by picture.

    What was kept of pictures that are not among them is forgotten.
    """
    used = {image.sources[0][0]: image for found in archive.images.values() for image in found.values()}
    cache = content.absolute().parent / ".cache" / "sitegen" / "images"
    for _, image in sorted(used.items()):
        yield from _take(cache, content / image.source, image)
    _forget(cache, {Path(name).parent.name for name in used})


def _list_public(archive: Archive) -> Iterator[tuple[str, str]]:
    return list_texts(
        reports=(entry.report for entry in archive.reports.values()),
        bulletins=(entry.bulletin for entry in archive.bulletins.values()),
        places=(entry.place for entry in archive.places.values()),
        themes=(entry.theme for entry in archive.themes.values()),
        practices=(entry.practice for entry in archive.practices.values()),
        pages=archive.pages.values(),
    )


def _plan(content: Path, root: Path, file: str, address: str) -> WebImage | None:
    path = find_image(content, file, address).path
    if path is None:
        return None
    try:
        facts = inspect_image(path)
    except OSError:
        return None
    return None if facts.fault else plan_image(path.relative_to(root).as_posix(), facts)


def _take(cache: Path, path: Path, image: WebImage) -> Iterator[tuple[str, bytes]]:
    names = [*(name for name, _ in image.sources), image.fallback]
    kept = {name: data for name in names if (data := _read(cache / name)) is not None}
    if len(kept) < len(names):
        kept = dict(make_image_files(path, image))
        for name, data in kept.items():
            _keep(cache / name, data)
    yield from kept.items()


def _read(file: Path) -> bytes | None:
    try:
        held = file.read_bytes()
    except OSError:
        return None
    data = held[_HASH:]
    return data if data and hashlib.sha256(data).digest() == held[:_HASH] else None


def _keep(file: Path, data: bytes) -> None:
    """Keep a file; where nothing can be written, the next build takes longer."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        new = file.with_name(f"{file.name}.{os.getpid()}")
        new.write_bytes(hashlib.sha256(data).digest() + data)
        new.replace(file)


def _forget(cache: Path, used: set[str]) -> None:
    """Remove what no text shows any more."""
    with suppress(OSError):
        for folder in cache.iterdir() if cache.is_dir() else ():
            if folder.name not in used:
                shutil.rmtree(folder, ignore_errors=True)
