"""Administrative places."""

from dataclasses import dataclass
from enum import StrEnum

from sitegen.model.terms import PlaceId


class PlaceLevel(StrEnum):
    """Levels that have pages, from the top down."""

    PROVINCE = "province"
    COUNTY = "county"
    TOWNSHIP = "township"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A province, county or township with its permanent id; one file of ``content/places/``."""

    id: PlaceId
    name: str
    """Its own name as printed: ``青山回族乡``."""
    full_name: str
    """From the province down: ``某某省某某县青山回族乡``."""
    level: PlaceLevel
    code: str | None = None
    """Division code of the statistics bureau; None where the table has no such place."""
    prefecture: str | None = None
    """The prefecture between province and county, where there is one: ``嘉兴市``."""
    former_names: tuple[str, ...] = ()
    text: str = ""
    """What an editor wrote about it, Markdown; may be empty."""

    @property
    def parent(self) -> PlaceId | None:
        """The id one level up; None for a province."""
        head, _, _ = self.id.rpartition("/")
        return PlaceId(head) if head else None
