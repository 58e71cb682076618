"""One picture as the files that pages show: upright, in the colours of screens, in a few widths, nothing but dots."""

import warnings
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms, ImageOps

from sitegen.model.image import WebImage
from sitegen.store.images import FORMATS, ImageFacts

RECIPE = 1
"""Raised when something below makes other files."""
WIDTHS = (400, 800, 1600)
"""Pixels: a phone, a phone with fine dots, a large screen with fine dots."""
_TALLEST = 16_000
"""Pixels; WebP ends at 16,383."""
_FALLBACK = 800
_SHARP = Image.Resampling.LANCZOS
_WHITE = (255, 255, 255)


def plan_image(source: str, facts: ImageFacts) -> WebImage:
    """Return what is made of a picture, without opening it.

    Args:
        source: The file, below the content folder.
        facts: What it holds.
    """
    scale = min(1, WIDTHS[-1] / facts.width, _TALLEST / facts.height)
    widest = max(1, round(facts.width * scale))
    widths = (*(width for width in WIDTHS if width < widest), widest)
    folder = f"{facts.mark}-{RECIPE}"
    fallback = max(width for width in widths if width <= _FALLBACK or width == widths[0])
    return WebImage(
        source=source,
        width=widest,
        height=max(1, round(facts.height * scale)),
        sources=tuple((f"{folder}/{width}.webp", width) for width in widths),
        fallback=f"{folder}/{fallback}.{'png' if facts.drawing else 'jpg'}",
        fallback_width=fallback,
        drawing=facts.drawing,
    )


def make_image_files(path: Path, image: WebImage) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of each file of a picture.

    Raises:
        OSError: if it cannot be read.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        whole = _open(path, (image.width, image.height))
    for name, width in image.sources:
        yield name, _pack(_narrow(whole, width), "WEBP", image.drawing)
    kind = "PNG" if image.drawing else "JPEG"
    yield image.fallback, _pack(_narrow(whole, image.fallback_width), kind, image.drawing)


def _open(path: Path, size: tuple[int, int]) -> Image.Image:
    """Return a picture at its largest size, in RGB; what is clear in it lies on white, in dark pages as well."""
    with Image.open(path, formats=FORMATS) as image:
        image.draft(None, (max(size) * 2, max(size) * 2))
        image.load()
        profile = image.info.get("icc_profile")
        upright = ImageOps.exif_transpose(image)
        # Widths are those of the picture as a whole: one of a drafted JPEG is a dot off at the most.
        if upright.mode not in ("RGB", "CMYK"):
            upright = _flatten(upright)
        small = upright.resize(size, _SHARP) if upright.size != size else upright.copy()
        return _to_screen(small, profile)


def _flatten(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I") and image.mode != "I;16B":  # sixteen bits a dot
        image = image.convert("I").point(lambda level: level * (1 / 257)).convert("L")
    if not image.has_transparency_data:
        return image.convert("RGB")
    over = image.convert("RGBA")
    ground = Image.new("RGBA", over.size, (*_WHITE, 255))
    return Image.alpha_composite(ground, over).convert("RGB")


def _to_screen(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return a picture in sRGB, by its own profile where it has one that can be used."""
    if profile:
        try:
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            made = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError, ImportError):  # a Pillow without profiles
            made = None
        if made is not None:
            return made
    return image.convert("RGB")


def _narrow(whole: Image.Image, width: int) -> Image.Image:
    if width == whole.width:
        return whole
    return whole.resize((width, max(1, round(whole.height * width / whole.width))), _SHARP)


def _pack(image: Image.Image, kind: str, drawing: bool) -> bytes:
    """Write a picture without anything else that its file may have said."""
    image.info = {}
    made = BytesIO()
    if kind == "WEBP":
        image.save(made, kind, lossless=drawing, quality=74, method=4)
    elif kind == "PNG":
        image.save(made, kind, optimize=True)
    else:
        image.save(made, kind, quality=80, optimize=True, progressive=True)
    return made.getvalue()
