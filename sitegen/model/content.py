"""All that a content folder holds, read and valid."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sitegen.model.ledger import Ledger
from sitegen.model.place import Place
from sitegen.model.reading import ReadingScore
from sitegen.model.report import Bulletin, Practice, Report, Series, Settings, Theme


@dataclass(frozen=True, slots=True)
class TextPage:
    """A page that editors write, ``content/pages/<id>.md``: the about page."""

    id: str
    title: str
    body: str
    """Markdown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The records of one content folder, each tuple sorted by id or path; no relations yet."""

    settings: Settings
    reports: tuple[Report, ...]
    """Those without an error, drafts and unresolved ones included."""
    bulletins: tuple[Bulletin, ...] = ()
    places: tuple[Place, ...] = ()
    themes: tuple[Theme, ...] = ()
    """The lexicon's, extended and overridden by ``content/themes/``, in the lexicon's order."""
    series: tuple[Series, ...] = ()
    """The lexicon's, extended and overridden by ``content/indicators.yaml``."""
    practices: tuple[Practice, ...] = ()
    """Those with a file; practices that only reports name get their page from the archive."""
    pages: tuple[TextPage, ...] = ()
    ledgers: Mapping[str, Ledger] = field(default_factory=dict)
    """By bulletin stem."""
    reading: ReadingScore | None = None
    """How well the bulletins are read; None where nobody measured it."""
