"""A picture of the content folder as the site shows it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WebImage:
    """What the site makes of one picture; names as ``routes.image`` takes them, told from its bytes."""

    source: str
    """The file that an editor put there, below the content folder."""
    width: int
    """Pixels of the widest one that is made, upright."""
    height: int
    sources: tuple[tuple[str, int], ...]
    """WebP files with their widths, the narrowest first."""
    fallback: str
    """A JPEG, or for drawings a PNG, for browsers that know no WebP and for who saves the picture."""
    fallback_width: int
    drawing: bool
    """Few colours with sharp edges: kept without loss."""
