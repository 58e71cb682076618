"""Which picture belongs to a page, and what is written on it."""

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.archive import Archive
from sitegen.model.place import PlaceLevel
from sitegen.model.terms import PlaceId
from sitegen.render.pictures.face import covers

MOST_PLACES = 2000
"""An archive with more places has pictures of provinces and counties, which its townships share."""
_LONGEST = 60
"""Characters of a name that can still be read on a picture."""
_BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class PictureWords:
    """What is written on a picture."""

    place: PlaceId | None
    """The place that it is of; None for the archive's."""
    above: str
    """The places above it; may be empty."""
    name: str
    below: str
    """The archive; may be empty."""


def find_picture(archive: Archive, place: PlaceId | None = None) -> PictureWords | None:
    """Return what is written on the picture of a place's pages, or of the others where it is None.

    A place whose name has characters that the typeface lacks has the archive's picture. Where the archive's name has
    such characters it is left out, and pages without a place then have no picture.
    """
    title = archive.settings.title
    known = title if covers(title) and len(title) <= _LONGEST else ""
    entry = archive.places.get(place) if place else None
    if entry and entry.place.level is PlaceLevel.TOWNSHIP and len(archive.places) > MOST_PLACES:
        return find_picture(archive, entry.chain[-1] if entry.chain else None)
    if entry and covers(entry.place.name) and len(entry.place.name) <= _LONGEST:
        above = _BETWEEN.join(archive.places[other].place.name for other in entry.chain)
        return PictureWords(entry.place.id, above if covers(above) else "", entry.place.name, known)
    return PictureWords(None, "", known, "") if known else None


def list_pictures(archive: Archive) -> Iterator[PictureWords]:
    """Yield what is written on each picture of an archive, the archive's own first."""
    found = (find_picture(archive, place) for place in (None, *archive.places))
    yield from dict.fromkeys(words for words in found if words)
