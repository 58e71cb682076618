"""Pictures: does the address lead to one, can it be shown, is there a text for who cannot see it?"""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from sitegen.checks.finding import Finding, Findings
from sitegen.model.content import Content
from sitegen.store.images import (
    FOLDER,
    MOST_BYTES,
    MOST_PIXELS,
    ImageFacts,
    find_image,
    inspect_image,
    list_images,
)
from sitegen.store.markdown import Image, find_images
from sitegen.store.texts import list_all_texts

_PLACEHOLDERS = frozenset(("", "alt text", "image", "picture", "替代文字", "图片", "图像"))
"""What stands for a text that nobody wrote."""


def check_images(content: Content, folder: Path) -> Findings:
    """Find pictures that cannot be shown or lack what a reader needs, and picture files that no text shows."""
    seen: set[Path] = set()
    for file, text in list_all_texts(content):
        for image in find_images(text):
            yield from _check(file, image, folder, seen)
    root = folder.resolve()
    for path in sorted({path.resolve() for path in list_images(folder)} - seen):
        if path.is_relative_to(root) and not any(part.startswith(".") for part in path.relative_to(root).parts):
            name = path.relative_to(root).as_posix()
            yield Finding(code="image-unused", file=name, values={"name": name})


def _check(file: str, image: Image, folder: Path, seen: set[Path]) -> Findings:
    said = {"name": "".join(char if char.isprintable() else "\ufffd" for char in image.address)}
    if _says_nothing(image):
        yield _finding("image-alt-missing", file, image, said)
    found = find_image(folder, file, image.address)
    if found.path is None:
        yield _finding(found.fault, file, image, {**said, "folder": FOLDER}, near=found.near)
        return
    again = found.path.resolve() in seen
    seen.add(found.path.resolve())
    try:
        facts = inspect_image(found.path)
    except OSError:
        facts = ImageFacts(fault="image-broken")
    if facts.fault:
        limits = {"most": f"{MOST_BYTES:,}", "most_pixels": f"{MOST_PIXELS:,}", "why": facts.why}
        yield _finding(facts.fault, file, image, said | limits)
    elif not again:
        yield from (_finding(code, file, image, said) for code in _list_doubts(facts))


def _says_nothing(image: Image) -> bool:
    """Whether the words for who cannot see a picture are missing, or are what an editor's program puts there."""
    name = PurePosixPath(image.address.replace("\\", "/"))
    return image.alt.lower() in _PLACEHOLDERS or (image.alt.isascii() and image.alt in (name.name, name.stem))


def _list_doubts(facts: ImageFacts) -> Iterable[str]:
    if facts.animated:
        yield "image-animated"
    if facts.located:
        yield "image-located"
    if facts.printed_colours:
        yield "image-colours"


def _finding(code: str, file: str, image: Image, values: dict[str, str], near: str | None = None) -> Finding:
    mark = image.written if code != "image-alt-missing" else f"![{image.alt}]"
    return Finding(code=code, file=file, body_line=image.line, mark=mark, near=near, values=values)
