"""From the text of one bulletin to its reports: the order of the stages, and nothing else."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from sitegen.ingest.extract.context import ReportContext
from sitegen.ingest.extract.period import PeriodFinding, settle_period
from sitegen.ingest.extract.place import PlaceFinding, settle_place
from sitegen.ingest.extract.practices import find_practices
from sitegen.ingest.extract.run_in import find_run_in
from sitegen.ingest.extract.stat_period import find_unsettled_time
from sitegen.ingest.extract.stats import extract_stats
from sitegen.ingest.extract.themes import find_section_themes
from sitegen.ingest.laid import LaidBulletin, LaidReport
from sitegen.ingest.structure import lay_out
from sitegen.lexicon.gazetteer import load_gazetteer
from sitegen.lexicon.pinyin import slug
from sitegen.model.facts import Facts
from sitegen.model.ledger import Ledger
from sitegen.model.place import Place
from sitegen.model.report import Bulletin, Practice, Report, Section, Series, Source, Theme
from sitegen.model.stat import Stat
from sitegen.model.terms import ReportPath, ThemeId
from sitegen.problems import Problem, Words
from sitegen.problems.catalogue import make_problem
from sitegen.quantities import locate

Escape = Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a bulletin is read with."""

    themes: tuple[Theme, ...]
    series: tuple[Series, ...]
    practices: tuple[Practice, ...] = ()
    """Those that the archive describes, beside the lexicon's."""
    added: date
    """The day that new reports get as their ``added``."""
    escape: Escape
    """Makes plain text safe as Markdown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    """One bulletin as read."""

    bulletin: Bulletin
    reports: tuple[Report, ...]
    """In the source's order; paths may collide with each other and with what is on disk."""
    places: tuple[Place, ...]
    """The places of the reports, with the county and province above them."""
    ledger: Ledger
    problems: tuple[Problem, ...]
    """Notes: what is not sure; ``path`` is the source's."""


def ingest_bulletin(text: str, source: Source, path: str, facts: Facts, reading: Reading) -> Ingested:
    """Read one bulletin.

    Args:
        text: The decoded source without a byte order mark.
        source: Its file name and hash; the part is set per report.
        path: The source as the user typed it, for problems.
        facts: What is known of it from outside its text.
        reading: Themes, series and the rest that is the same for every bulletin.
    """
    laid = lay_out(text)
    problems = [make_problem(doubt.code, path, doubt.line, what=doubt.what, text=doubt.text) for doubt in laid.doubts]
    reports, places = [], {}
    for part in laid.reports:
        where = settle_place(laid, part, facts)
        when = settle_period(laid, part, facts)
        problems += _unsettled(path, part, where, when)
        report = _read_report(part, where, when, source, facts, reading)
        problems += _uncounted(path, part, report.stats, when)
        reports.append(report)
        if where.place:
            for place in (*load_gazetteer().places_above(where.place), where.place):
                places[place.id] = place
    return Ingested(
        bulletin=_bulletin(laid, source, facts, reading.escape),
        reports=tuple(reports),
        places=tuple(places[key] for key in sorted(places)),
        ledger=laid.ledger,
        problems=tuple(problems),
    )


def report_path(
    place: Place | None, issuer: str | None, department: bool, period: str, stem: str, part: int
) -> ReportPath:
    """Return the address of a report: ``chongqing/nanchuan/xinglong-zhen/2023``.

    Args:
        place: Its place; None gives a draft's path ``unresolved/<stem>-<part>``.
        issuer: Who reports, as printed.
        department: Whether the issuer is a department of ``place`` and not the place itself.
        period: The period's slug; empty for ``undated``.
        stem: Base name of the source without its ending.
        part: Which report of the source, from 1.
    """
    if place is None:
        return ReportPath(f"unresolved/{stem}-{part}")
    folder = f"{place.id}/dept-{slug(_without_level(issuer))}" if department and issuer else place.id
    return ReportPath(f"{folder}/{period or 'undated'}")


def body_of(part: LaidReport, escape: Escape) -> str:
    """Return the Markdown body: the lead, then each heading over its paragraphs, run-in openings in bold."""
    blocks = []
    for section in part.sections:
        blocks += [f"## {escape(section.heading)}"] if section.heading else []
        for paragraph in section.paragraphs:
            cut = find_run_in(paragraph)
            blocks.append((f"**{escape(paragraph[:cut])}**" if cut else "") + escape(paragraph[cut:]))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _read_report(
    part: LaidReport, where: PlaceFinding, when: PeriodFinding, source: Source, facts: Facts, reading: Reading
) -> Report:
    sections = tuple(
        Section(s.heading, find_section_themes(s.heading, s.paragraphs, part.title)) for s in part.sections
    )
    context = ReportContext(
        place=where.place,
        issuer=where.issuer,
        period=when.period,
        said_in=when.said_in,
        series=reading.series,
        themes=reading.themes,
        section_themes=tuple(s.themes for s in sections),
    )
    stem = source.file.rsplit(".", 1)[0]
    return Report(
        path=report_path(
            where.place, where.issuer, where.is_department, when.period.slug if when.period else "", stem, part.part
        ),
        title=part.title,
        place=where.place.full_name if where.place else None,
        issuer=where.issuer,
        period=when.period,
        published=facts.published,
        added=reading.added,
        source=Source(source.file, source.sha256, part.part),
        credits=part.credits,
        captions=part.captions,
        themes=_union(sections),
        sections=sections,
        practices=find_practices(part, tuple(s.themes for s in sections), reading.practices),
        stats=extract_stats(part, context),
        body=body_of(part, reading.escape),
    )


def _bulletin(laid: LaidBulletin, source: Source, facts: Facts, escape: Escape) -> Bulletin:
    return Bulletin(
        stem=source.file.rsplit(".", 1)[0],
        file=source.file,
        sha256=source.sha256,
        title=laid.title,
        published=facts.published,
        publication=facts.publication,
        captions=laid.captions,
        preface="\n\n".join(escape(paragraph) for paragraph in (*laid.preface, *laid.datelines)),
    )


def _unsettled(path: str, part: LaidReport, where: PlaceFinding, when: PeriodFinding) -> Iterator[Problem]:
    name = part.title or where.issuer or Words("without a title", "没有标题")
    if where.place is None:
        candidates = "、".join(place.full_name for place in where.candidates)
        yield make_problem(
            "place-unsettled", path, part.line, text=candidates, part=part.part, name=name, why=where.why
        )
    if when.period is None:
        yield make_problem("period-unsettled", path, part.line, part=part.part, name=name, why=when.why)


def _uncounted(path: str, part: LaidReport, stats: tuple[Stat, ...], when: PeriodFinding) -> Iterator[Problem]:
    """Say which times of numbers cannot be counted, each once; such numbers take the report's period."""
    paragraphs = [paragraph for section in part.sections for paragraph in section.paragraphs]
    found: dict[str, list[str]] = {}
    for stat in stats:
        paragraph = next((text for text in paragraphs if stat.quote in text), "")
        at = locate(stat.printed, stat.quote, paragraph, stat.at)
        words = find_unsettled_time(stat.quote, paragraph, at, when.period, when.said_in) if at else None
        if words and stat.period is None:
            found.setdefault(words, []).append(stat.printed)
    for words, printed in found.items():
        yield make_problem("time-unsettled", path, part.line, text="、".join(printed), words=words, count=len(printed))


def _union(sections: tuple[Section, ...]) -> tuple[ThemeId, ...]:
    return tuple(dict.fromkeys(theme for section in sections for theme in section.themes))


def _without_level(issuer: str | None) -> str:
    return (issuer or "").lstrip("县市区")
