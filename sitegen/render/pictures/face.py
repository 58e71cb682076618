"""The one typeface of the pictures, which comes along, so that they are the same on any machine."""

from functools import cache
from hashlib import blake2b
from importlib.resources import files
from io import BytesIO

from PIL import ImageFont

_TRIED_AT = 24
"""Pixels at which a character is compared with what stands for missing ones."""
_NOWHERE = "\uffff"
"""A character that no typeface has."""


@cache
def set_at(size: int) -> ImageFont.FreeTypeFont:
    """Return the typeface at a size in pixels.

    Plain setting, not Raqm's: names need no shaping, and not every machine has Raqm.
    """
    return ImageFont.truetype(BytesIO(_read()), size, layout_engine=ImageFont.Layout.BASIC)


def covers(text: str) -> bool:
    """Whether the typeface has every character of a text."""
    return all(_has(char) for char in text)


@cache
def mark_of_face() -> str:
    """Return a mark that changes with the typeface."""
    return blake2b(_read(), digest_size=8).hexdigest()


@cache
def _read() -> bytes:
    return (files("sitegen.render.pictures") / "song.otf").read_bytes()


@cache
def _has(char: str) -> bool:
    face = set_at(_TRIED_AT)
    return char.isspace() or bytes(face.getmask(char)) != bytes(face.getmask(_NOWHERE))
