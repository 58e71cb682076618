"""What one place or department says for one period, and the bulletin that it came in."""

from dataclasses import dataclass
from datetime import date

from sitegen.model.period import Period
from sitegen.model.stat import Stat
from sitegen.model.terms import PracticeId, ReportPath, SeriesId, ThemeId


@dataclass(frozen=True, slots=True)
class Source:
    """Where a report was read from."""

    file: str
    """Base name of the bulletin's file, as given."""
    sha256: str
    part: int
    """Which report of the bulletin, from 1."""


@dataclass(frozen=True, slots=True)
class Credit:
    """Who made a report: ``(记者, 某某)``; ``role`` may be empty."""

    role: str
    name: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the body with its subjects; the lead has ``heading`` None."""

    heading: str | None
    themes: tuple[ThemeId, ...]


@dataclass(frozen=True, slots=True)
class PracticeMention:
    """A report's word that it runs a practice."""

    name: str
    """As printed, without quotation marks: ``积分制``."""
    theme: ThemeId | None
    quote: str | None
    """Words of the rendered body that hold the name; None where an editor wrote a bare name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One Markdown file of ``content/reports/``; the field rules are in the design's file contract."""

    path: ReportPath
    title: str | None
    place: str | None
    """Full administrative name; None while it is not settled."""
    issuer: str | None
    period: Period | None
    published: date | None
    added: date | None
    source: Source | None
    """None for a report written by hand."""
    credits: tuple[Credit, ...]
    captions: tuple[str, ...]
    themes: tuple[ThemeId, ...]
    sections: tuple[Section, ...]
    practices: tuple[PracticeMention, ...]
    stats: tuple[Stat, ...]
    body: str
    """Markdown: the lead, then ``## heading`` and paragraphs."""
    draft: bool = False
    publish_on: date | None = None
    withdrawn: str | None = None
    moved_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulletin:
    """What belongs to a whole publication and to none of its reports; ``content/bulletins/<stem>.md``."""

    stem: str
    """The source's base name without its ending."""
    file: str
    sha256: str
    title: str | None
    published: date | None
    publication: str | None
    """The newspaper or site that printed it, where known."""
    captions: tuple[str, ...]
    preface: str
    """Markdown paragraphs; may be empty."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A subject of the archive."""

    id: ThemeId
    label: str
    """Chinese label: ``乡村振兴``."""
    label_en: str
    covers: str
    """What falls under it, one Chinese sentence."""
    text: str = ""
    covers_en: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """An indicator that is compared across reports, under one id; ``/indicators/<id>/``."""

    id: SeriesId
    name: str
    unit: str
    theme: ThemeId
    aliases: tuple[str, ...] = ()
    definition: str = ""
    name_en: str = ""
    definition_en: str = ""
    family: str = ""
    """Id of the indicators that are near it and must not be taken for it; empty where there are none."""


@dataclass(frozen=True, slots=True)
class Practice:
    """A working method that several reports may run, under one id; ``content/practices/<id>.md``."""

    id: PracticeId
    name: str
    aliases: tuple[str, ...] = ()
    text: str = ""
    """What it is, in Chinese Markdown."""
    name_en: str = ""
    meaning_en: str = ""
    """What it is, in English, one or two sentences."""
    indicators: tuple[SeriesId, ...] = ()
    """Indicators that count what it does: 镇级巡河 for 河长制."""


@dataclass(frozen=True, slots=True)
class Editor:
    """How the archive's files are edited in a browser, below ``/admin/``."""

    repository: str
    """``owner/name`` on the host."""
    backend: str = "github"
    """Where the files are kept: ``github``, ``gitlab``, ``gitea``."""
    branch: str = "main"
    review: bool = False
    """Whether what is saved waits for somebody's approval, as a pull request."""
    api: str | None = None
    """Address of the host's interface for programs; the well-known one if None."""
    sign_in: str | None = None
    """Address of the server that signs editors in; the usual one of the host if None."""
    app_id: str | None = None
    """What the host calls the archive as an application, where it asks for that."""


@dataclass(frozen=True, slots=True)
class Settings:
    """``content/site.yaml``."""

    title: str
    description: str
    base_url: str
    """Where the site will stand, with a trailing slash; a path in it becomes the base path."""
    language: str = "zh-Hans"
    report_errors_to: str | None = None
    """Mail address or issue address for 'report an error'; None leaves the link out."""
    title_en: str = ""
    description_en: str = ""
    editor: Editor | None = None
    """None for an archive that is not edited in a browser."""
