"""What is cited, as one record from which every form of a citation is made."""

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from sitegen.archive import ReportEntry
from sitegen.lexicon.publications import is_newspaper
from sitegen.model.terms import ReportPath
from sitegen.render.context import Site, is_other
from sitegen.render.views import Figure

LANGUAGE = "zh-CN"
"""Of what is cited: reports stay in their language whatever the interface's."""
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff]")
_NOT_IN_KEY = re.compile(r"[^A-Za-z0-9/_.-]")


class CitedKind(StrEnum):
    """What sort of thing is cited, by its name in CSL."""

    WEB_PAGE = "webpage"
    """What is not known to have been printed."""
    NEWSPAPER = "article-newspaper"
    """What a newspaper printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A report, or a stat inside its report."""

    key: str
    """ASCII, made of the path, and so permanent: ``某省/…/2023:k3f9a2`` in letters."""
    kind: CitedKind
    author: str
    """Who reports, as a body: never divided into family and given name."""
    title: str
    """As printed; of a stat, what it says and in which report."""
    container: str
    """The newspaper or site that published it; the archive where that is not known."""
    archive: str
    address: str
    """With scheme and host where site.yaml names one, else the path."""
    published: date | None
    """The day of publication, never the end of the period."""
    note: str
    """The time that the report speaks of; empty where not known."""
    annote: str = ""
    """Of a stat: the words of the report that hold it."""
    plain: str
    """One line of plain words."""


def make_key(path: ReportPath) -> str:
    """Return the citation key of a report: its path, what is not ASCII in it as hexadecimal bytes."""
    return _NOT_IN_KEY.sub(lambda match: "".join(f":{byte:02x}" for byte in match[0].encode()), path)


def cite_report(site: Site, path: ReportPath) -> Cited:
    """Return a report as one cites it."""
    entry = site.archive.reports[path]
    publication, published = _find_publication(site, entry)
    newspaper = bool(publication) and is_newspaper(publication)
    cited = Cited(
        key=make_key(path),
        kind=CitedKind.NEWSPAPER if newspaper else CitedKind.WEB_PAGE,
        author=_name_author(site, entry),
        title=tidy(entry.heading),
        container=tidy(publication or site.title),
        archive=tidy(site.title),
        address=site.routes.absolute(site.routes.report(path)),
        published=published,
        note=site.words("cite.period", period=site.words.period(entry.report.period)) if entry.report.period else "",
        plain="",
    )
    said = (site.words("cite.titled", title=cited.title),)
    return replace(cited, plain=_say(site, entry, cited, said, cited.address))


def cite_stat(site: Site, entry: ReportEntry, report: Cited, figure: Figure) -> Cited:
    """Return a stat as one cites it.

    Args:
        site: The site in its first language.
        entry: The stat's report.
        report: The same report as cited.
        figure: The stat as it is shown away from its text.
    """
    words = site.words
    apart = words("join.notes").join(said for said in (figure.sort, figure.differs) if said)
    name = tidy(words("cite.name-of-sort", name=figure.name, sort=apart) if apart else figure.name)
    quote = tidy(figure.quote)
    said = (
        words("cite.value", name=name, printed=figure.printed),
        words("cite.quoted", quote=quote),
        words("cite.stands-in", title=report.title),
    )
    address = site.routes.absolute(figure.address)
    return replace(
        report,
        key=f"{report.key}:{figure.id}",
        title=words("cite.stat-title", name=name, printed=figure.printed, title=report.title),
        address=address,
        annote=said[1],
        plain=_say(site, entry, report, said, address),
    )


def _name_author(site: Site, entry: ReportEntry) -> str:
    """Name the place in full, as rules for corporate authors ask; a department as printed, with its place."""
    place = entry.place.full_name
    if not is_other(entry):
        return place
    issuer = tidy(entry.report.issuer or "")
    return issuer if issuer.startswith(place) else site.words("report.who", issuer=issuer, place=place)


def _find_publication(site: Site, entry: ReportEntry) -> tuple[str, date | None]:
    bulletin = site.archive.bulletins[entry.bulletin].bulletin if entry.bulletin else None
    if bulletin is None:
        return "", entry.report.published
    return (bulletin.publication or "").strip("《》 "), entry.report.published or bulletin.published


def _say(site: Site, entry: ReportEntry, cited: Cited, said: tuple[str, ...], address: str) -> str:
    words = site.words
    parts = [*said]
    parts += [words.period(entry.report.period)] if entry.report.period else []
    parts += [words("cite.printed-in", publication=cited.container)] if cited.container != cited.archive else []
    parts += [words("cite.published-on", date=words.date(cited.published))] if cited.published else []
    told = words("join.notes").join(parts)
    return words("cite.plain", author=cited.author, said=told, archive=cited.archive, address=address)


def tidy(text: str) -> str:
    """Put a text into one line, without control characters and marks of no width, which formats cannot hold."""
    return _UNSEEN.sub("", " ".join(text.split()))
