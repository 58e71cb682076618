"""Picture files of a content folder: where an address leads, and what a file holds."""

import os
import re
import struct
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from PIL import ExifTags, Image, UnidentifiedImageError

from sitegen.problems.near import find_nearest

FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
"""What is read; MPO, which some phones write, is JPEG with further pictures behind."""
ENDINGS = frozenset((".jpg", ".jpeg", ".png", ".webp", ".gif"))
MOST_BYTES = 30_000_000
MOST_PIXELS = 50_000_000
"""Of a whole picture: more than a phone makes, and 150 MB when it is opened."""
FOLDER = "images"
"""The part of the content folder in which pictures lie that do not lie beside their text."""
_NUMBER = re.compile("[0-9]+")
_FEW_COLOURS = 2000
"""Of 65,536 dots; a photograph has some ten thousand."""
_SIDEWAYS = (5, 6, 7, 8)
"""Orientations of EXIF whose width is their height."""
_BROKEN = (OSError, SyntaxError, ValueError, struct.error, EOFError, IndexError, KeyError, TypeError, OverflowError)
"""What Pillow's readers raise on files that are damaged."""


@dataclass(frozen=True, slots=True)
class ImageFacts:
    """What a picture file holds."""

    width: int = 0
    """Upright, as it is shown."""
    height: int = 0
    animated: bool = False
    printed_colours: bool = False
    """The colours are those of a press (CMYK), without a profile that says which."""
    located: bool = False
    """It says where it was taken."""
    drawing: bool = False
    """Few colours, as a map or a chart has, and no format that has blurred them already."""
    mark: str = ""
    """Hash of its bytes."""
    fault: str = ""
    """Code of what keeps it from being shown; empty where nothing does."""
    why: str = ""
    """The size, or the ending, that is the fault."""


@dataclass(frozen=True, slots=True)
class FoundImage:
    """Where an address leads."""

    path: Path | None = None
    fault: str = ""
    """Code of the problem where there is no path."""
    near: str | None = None
    """An address that is probably meant."""


def find_image(folder: Path, file: str, address: str) -> FoundImage:
    """Return the picture that an address in a Markdown file means.

    ``/images/a.jpg`` counts from the content folder; any other address from the file, then from the content folder and
    its ``images``. A back slash is taken for a slash.

    Args:
        folder: The content folder.
        file: The Markdown file, below it.
        address: As written, percent signs resolved.
    """
    if _is_elsewhere(address):
        return FoundImage(fault="image-external")
    written = PurePosixPath(address.replace("\\", "/"))
    relative = PurePosixPath(*written.parts[1:]) if written.is_absolute() else written
    starts = [PurePosixPath(), PurePosixPath(FOLDER)]
    if not written.is_absolute():
        starts.insert(0, PurePosixPath(file).parent)
    root = folder.resolve()
    candidates = [Path(os.path.normpath(root / start / relative)) for start in starts]
    inside = [path for path in candidates if path.is_relative_to(root)]
    for path in inside:
        if _stands(path):
            if path.resolve().is_relative_to(root):
                return FoundImage(path)
            return FoundImage(fault="image-outside")
    if not inside or ".." in os.path.relpath(candidates[0], root):
        return FoundImage(fault="image-outside")
    return FoundImage(fault="image-missing", near=_find_near(root, file, relative))


def _is_elsewhere(address: str) -> bool:
    """Whether an address names a host or a scheme; a single letter is a drive of Windows."""
    try:
        return address.startswith("//") or len(urlsplit(address).scheme) > 1
    except ValueError:  # of a host that cannot be one
        return True


def _stands(path: Path) -> bool:
    """Whether a file is there by that very name, also where the system takes small letters for capitals."""
    try:
        return path.is_file() and path in path.parent.iterdir()
    except (OSError, ValueError):  # a name that no system has
        return False


def list_images(folder: Path) -> Iterator[Path]:
    """Yield all picture files of a content folder by their endings, in no order."""
    yield from (path for path in folder.rglob("*") if path.suffix.lower() in ENDINGS and path.is_file())


def inspect_image(path: Path) -> ImageFacts:
    """Return what a picture file holds; each state of a file is looked at once.

    Raises:
        OSError: if the file cannot be read.
    """
    known = path.stat()
    return _inspect(str(path), known.st_size, known.st_mtime_ns)


@lru_cache(maxsize=10_000)
def _inspect(path: str, size: int, changed: int) -> ImageFacts:
    if size > MOST_BYTES:
        return ImageFacts(fault="image-large", why=f"{size:,}")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of sizes, which are looked at here, and of odd chunks
            with Image.open(path, formats=FORMATS) as image:
                if image.width * image.height > MOST_PIXELS:
                    return ImageFacts(fault="image-pixels", why=f"{image.width} × {image.height}")
                facts = _look_at(image)
        return replace(facts, mark=blake2b(Path(path).read_bytes(), digest_size=8).hexdigest())
    except UnidentifiedImageError:
        return ImageFacts(fault="image-type", why=Path(path).suffix)
    except Image.DecompressionBombError as error:
        return ImageFacts(fault="image-pixels", why=f"{int(next(iter(_NUMBER.findall(str(error))), 0)):,}")
    except _BROKEN:
        return ImageFacts(fault="image-broken")


def _look_at(image: Image.Image) -> ImageFacts:
    width, height = image.size
    animated = image.format != "MPO" and getattr(image, "is_animated", False)
    printed = image.mode == "CMYK" and not image.info.get("icc_profile")
    image.draft("RGB", (width // 8, height // 8))  # of a JPEG all is read, and an eighth of it worked out
    image.load()
    turned, located = _read_exif(image)
    if turned:
        width, height = height, width
    drawing = image.format in ("PNG", "GIF") and _is_drawing(image)
    return ImageFacts(width, height, animated, printed, located, drawing)


def _is_drawing(image: Image.Image) -> bool:
    """Whether a picture has few colours, as far as a sample of its dots tells."""
    sample = image.convert("RGBA").resize((min(image.width, 256), min(image.height, 256)), Image.Resampling.NEAREST)
    return sample.getcolors(_FEW_COLOURS) is not None


def _read_exif(image: Image.Image) -> tuple[bool, bool]:
    """Return whether a picture lies on its side, and whether it says where it was taken."""
    try:
        exif = image.getexif()
        located = bool(exif.get_ifd(ExifTags.IFD.GPSInfo))
        turned = exif.get(ExifTags.Base.Orientation) in _SIDEWAYS
    except _BROKEN:  # a picture is shown without what cannot be read of it
        return False, False
    return turned, located or b"GPSLatitude" in _as_bytes(image.info.get("xmp"))


def _as_bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode(errors="replace")


def _find_near(root: Path, file: str, written: PurePosixPath) -> str | None:
    """Return an address that the file could use for the picture whose name is most like the one written."""
    names = {path.name: path for path in sorted(list_images(root), reverse=True)}
    same = next((name for name in names if name.lower() == written.name.lower()), None)
    nearest = same or find_nearest(written.name, list(names))
    if nearest is None:
        return None
    inside = names[nearest].relative_to(root)
    if inside.parts[0] == FOLDER:
        return f"/{inside.as_posix()}"
    return Path(os.path.relpath(names[nearest], (root / file).parent)).as_posix()
