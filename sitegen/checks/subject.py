"""What the checks look at: one report with its text, and what is known besides."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sitegen.checks.finding import Finding, Pointer
from sitegen.lexicon.misspelt import NameIndex, index_names
from sitegen.model.content import Content
from sitegen.model.place import Place
from sitegen.model.report import Practice, Report, Series, Theme
from sitegen.model.terms import SeriesId, ThemeId
from sitegen.store.markdown import Block, BlockKind, blocks


@dataclass(frozen=True, slots=True)
class Known:
    """The ids and names that a report may use."""

    themes: Mapping[ThemeId, Theme]
    series: Mapping[SeriesId, Series]
    places: Mapping[str, Place]
    """By full name."""
    bulletins: frozenset[str]
    """Stems."""
    indicators: NameIndex
    """All names of the indicators that are compared."""
    practices: NameIndex
    """All names of the practices that have a page."""

    @classmethod
    def of(cls, content: Content) -> "Known":
        """Index what a content folder knows."""
        return cls(
            {theme.id: theme for theme in content.themes},
            {series.id: series for series in content.series},
            {place.full_name: place for place in content.places},
            frozenset(bulletin.stem for bulletin in content.bulletins),
            index_names(name for series in content.series for name in names_of(series)),
            index_names(name for practice in content.practices for name in names_of(practice)),
        )


def names_of(named: Series | Practice) -> Iterable[str]:
    """Return all names of an indicator or a practice, its own first."""
    return named.name, *named.aliases


@dataclass(frozen=True, slots=True)
class Subject:
    """One report with its body as rendered."""

    report: Report
    blocks: tuple[Block, ...]

    @classmethod
    def of(cls, report: Report) -> "Subject":
        """Render a report's body."""
        return cls(report, blocks(report.body))

    @property
    def file(self) -> str:
        """Its path below the content folder."""
        return f"reports/{self.report.path}.md"

    @property
    def is_emptied(self) -> bool:
        """Whether it was withdrawn and its text taken out, so that nothing can be quoted."""
        return bool(self.report.withdrawn) and not self.blocks

    def texts_with(self, words: str) -> list[str]:
        """Return the paragraphs that hold the words; headings only where no paragraph does."""
        found = [block for block in self.blocks if words in block.text]
        running = [block.text for block in found if block.kind is not BlockKind.HEADING]
        return running or [block.text for block in found]

    def finding(self, code: str, *at: str | int, mark: str = "", near: str | None = None, **values: Any) -> Finding:
        """Make a finding about a value of the front matter."""
        pointer: Pointer = at
        return Finding(code=code, file=self.file, at=pointer, mark=mark, near=near, values=values)
