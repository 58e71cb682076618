"""A content folder to its records, with all problems of all files."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from sitegen.lexicon.indicators import load_series
from sitegen.lexicon.themes import load_themes
from sitegen.model.content import Content
from sitegen.model.ledger import Ledger
from sitegen.model.place import Place
from sitegen.model.reading import ReadingScore
from sitegen.model.report import Practice, Report, Series, Settings, Theme
from sitegen.model.terms import PlaceId, PracticeId, ReportPath, ThemeId
from sitegen.problems import Problem, sort_problems
from sitegen.problems.borrowed import tell_system_error
from sitegen.problems.catalogue import make_problem
from sitegen.store.bulletins import read_bulletin
from sitegen.store.images import ENDINGS
from sitegen.store.indicators import read_indicators
from sitegen.store.ingest_record import read_record
from sitegen.store.memory import FileMemory
from sitegen.store.pages import read_page
from sitegen.store.places import read_place
from sitegen.store.practices import read_practice
from sitegen.store.reading import read_reading
from sitegen.store.report_file import read_report
from sitegen.store.site import DEFAULT, read_site
from sitegen.store.theme_names import settle_themes
from sitegen.store.themes import read_theme

T = TypeVar("T")
_Reader = Callable[[str, str, str], tuple[T | None, tuple[Problem, ...]]]
"""Text, path as shown, name below the folder without its ending."""

_FOLDERS = ("reports", "bulletins", "places", "themes", "practices", "pages", ".ingest")
_FILES = ("site.yaml", "indicators.yaml", "reading.json")
_ADDRESSED = ("reports", "places", "themes", "practices", "pages")
"""Parts of the folder in which the path of a file is its address."""
_PATH = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*(?:/[0-9]{4}[0-9HQn-]*)?")
"""Small letters, and in the name of a report the capitals of its period: ``2023-Q3``, ``2023-H1--n2``."""
_DROPPINGS = (".DS_Store", "Thumbs.db", "desktop.ini")
"""Files that systems and editors leave behind; passed over without a word, as are hidden ones and copies with ``~``."""
_DROPPING_ENDS = ("~", ".swp", ".swo", ".tmp", ".bak", ".orig")


def read_content(
    folder: Path,
    *,
    themes: Iterable[Theme] | None = None,
    series: Iterable[Series] | None = None,
    memory: FileMemory | None = None,
) -> tuple[Content, tuple[Problem, ...]]:
    """Read all files of a content folder.

    Args:
        folder: Its parts may be missing; an empty folder is an archive without reports.
        themes: What the folder's themes are added to; the lexicon's if left out.
        series: What the folder's indicators are added to; the lexicon's if left out.
        memory: Of this folder, with the same themes and series: what has not changed is taken from there.

    Returns:
        The records without an error, and all problems of all files, by file and line.
    """
    reading = _Reading(folder, memory or FileMemory())
    base_themes = tuple(load_themes() if themes is None else themes)
    base_series = tuple(load_series() if series is None else series)
    content = Content(
        settings=reading.settings(),
        reports=reading.records("reports", _report),
        bulletins=reading.records("bulletins", read_bulletin),
        places=reading.records("places", lambda text, path, name: read_place(text, path, PlaceId(name))),
        themes=reading.themes(base_themes),
        series=reading.series(base_series),
        practices=reading.practices(),
        pages=reading.records("pages", read_page),
        ledgers=reading.ledgers(),
        reading=reading.score(),
    )
    reading.look_round()
    return settle_themes(content), sort_problems(reading.problems)


@dataclass(frozen=True, slots=True)
class Terms:
    """What reports are told apart by: the lexicon's words and, over them, the folder's own."""

    themes: tuple[Theme, ...]
    series: tuple[Series, ...]
    practices: tuple[Practice, ...]
    """The folder's only."""


def read_terms(folder: Path) -> tuple[Terms, tuple[Problem, ...]]:
    """Read only the themes, series and practices of a content folder, as ``read_content`` does."""
    reading = _Reading(folder, FileMemory())
    terms = Terms(reading.themes(load_themes()), reading.series(load_series()), reading.practices())
    return terms, sort_problems(reading.problems)


def read_places(folder: Path) -> tuple[Place, ...]:
    """Read only the places of a content folder, those without reports among them; one with an error is left out."""
    reading = _Reading(folder, FileMemory())
    return reading.records("places", lambda text, path, name: read_place(text, path, PlaceId(name)))


def find_files(folder: Path, ending: str) -> Iterator[Path]:
    """Yield the files of a folder and of those below it that have the ending, droppings left out, in no order."""
    yield from (path for path in folder.rglob(f"*{ending}") if path.is_file() and not is_dropping(path.name))


def is_dropping(name: str) -> bool:
    """Whether a file is one that an editor or the system leaves behind."""
    return name in _DROPPINGS or name.startswith((".", "~$", "#")) or name.endswith(_DROPPING_ENDS)


@dataclass(slots=True)
class _Reading:
    """One pass over a folder, with the problems that it meets."""

    folder: Path
    memory: FileMemory
    problems: list[Problem] = field(default_factory=list)

    def text(self, path: Path) -> str | None:
        """Return the text of a file, None where it cannot be read."""
        try:
            text, problems = self.memory.read(path)
        except OSError as error:
            self.problems.append(make_problem("file-unreadable", path.as_posix(), why=tell_system_error(error)))
            return None
        self.problems += problems
        return text

    def texts(self, part: str, ending: str = ".md") -> Iterator[tuple[str, str, str]]:
        """Yield text, path and name below the part of every file of a part of the folder, sorted by name."""
        root = self.folder / part
        named = ((path.relative_to(root).as_posix().removesuffix(ending), path) for path in find_files(root, ending))
        for name, path in sorted(named):
            text = self.text(path)
            if text is not None:
                yield text, path.as_posix(), name

    def records(self, part: str, read: "_Reader[T]") -> tuple[T, ...]:
        """Read every file of a part of the folder with ``read``."""
        found = []
        for text, path, name in self.texts(part):
            record, problems = self.memory.once(part, path, text, partial(read, text, path, name))
            self.problems += problems
            if record is not None:
                found.append(record)
            if part in _ADDRESSED and not (_PATH.fullmatch(name) or name.startswith("unresolved/")):
                self.problems.append(make_problem("path-letters", path, name=name))
        return tuple(found)

    def score(self) -> ReadingScore | None:
        """Read ``reading.json``; None where there is none."""
        path = self.folder / "reading.json"
        text = self.text(path) if path.is_file() else None
        if text is None:
            return None
        score, problems = read_reading(text, path.as_posix())
        self.problems += problems
        return score

    def settings(self) -> Settings:
        """Read ``site.yaml``; the default where there is none."""
        path = self.folder / "site.yaml"
        text = self.text(path) if path.is_file() else None
        if text is None:
            return DEFAULT
        settings, problems = read_site(text, path.as_posix())
        self.problems += problems
        return settings

    def themes(self, base: tuple[Theme, ...]) -> tuple[Theme, ...]:
        """Read the themes over those of the lexicon, which keep their order; new ones follow by id."""
        known = {theme.id: theme for theme in base}
        own = self.records(
            "themes", lambda text, path, name: read_theme(text, path, ThemeId(name), known.get(ThemeId(name)))
        )
        return tuple((known | {theme.id: theme for theme in own}).values())

    def series(self, base: tuple[Series, ...]) -> tuple[Series, ...]:
        """Read ``indicators.yaml`` over the lexicon's series, which keep their order; new ones follow by id."""
        path = self.folder / "indicators.yaml"
        text = self.text(path) if path.is_file() else None
        if text is None:
            return base
        shown = path.as_posix()
        own, problems = self.memory.once("series", shown, text, partial(read_indicators, text, shown, base))
        self.problems += problems
        whole = {series.id: series for series in base}
        return tuple((whole | {series.id: series for series in sorted(own, key=lambda series: series.id)}).values())

    def practices(self) -> tuple[Practice, ...]:
        """Read the practices."""
        return self.records("practices", lambda text, path, name: read_practice(text, path, PracticeId(name)))

    def ledgers(self) -> dict[str, Ledger]:
        """Read the ledgers of all bulletins."""
        found = {}
        for text, path, name in self.texts(".ingest", ".json"):
            record, problems = self.memory.once("ledgers", path, text, partial(read_record, text, path))
            self.problems += problems
            if record:
                found[name] = record.ledger
        return found

    def look_round(self) -> None:
        """Note files that no part of the program reads, so that a misplaced report is not missed in silence."""
        for path in find_files(self.folder, ""):
            inside = path.relative_to(self.folder)
            part = inside.parts[0]
            ending = ".json" if part == ".ingest" else ".md"
            expected = part in _FOLDERS and path.suffix == ending if len(inside.parts) > 1 else part in _FILES
            if not expected and path.suffix.lower() not in ENDINGS:
                self.problems.append(make_problem("file-unexpected", path.as_posix(), name=inside.as_posix()))


def _report(text: str, path: str, name: str) -> tuple[Report | None, tuple[Problem, ...]]:
    return read_report(text, path, ReportPath(name))
