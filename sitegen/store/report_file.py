"""Report files: ``content/reports/<path>.md``."""

from sitegen.model.report import Credit, PracticeMention, Report, Section, Source
from sitegen.model.terms import ReportPath, ThemeId
from sitegen.problems import Problem
from sitegen.store.desk import Desk
from sitegen.store.document import Document, read_document, write_document
from sitegen.store.fields import REPORT
from sitegen.store.fill import Fillers, fill_stats, stat_nodes
from sitegen.store.markdown import parts as divide
from sitegen.store.reader import Values
from sitegen.store.sections import check_sections, union_of


def write_report(report: Report) -> str:
    """Return the text of a report's file in its canonical form; reading it gives the same report."""
    return write_document(REPORT, report, report.body)


def read_report(
    text: str, path: str, report_path: ReportPath | None = None
) -> tuple[Report | None, tuple[Problem, ...]]:
    """Read the text of a report's file.

    What an editor left out of a stat is worked out from its words. Whether quotes stand in the body, values follow
    from them and themes are known is for ``checks`` to say.

    Args:
        text: The whole file, lines ended by line feeds.
        path: The file as the user would type it, for problems.
        report_path: The report's address; what follows ``reports/`` in ``path`` if left out.

    Returns:
        The report, None where there is an error; all that is wrong or worth knowing.
    """
    desk = Desk(path, text)
    document = read_document(REPORT, text, desk)
    if document is None:
        return None, desk.problems
    if report_path is None:
        report_path = ReportPath(path.rpartition("reports/")[2].removesuffix(".md"))
    report = _make_report(document, report_path, desk)
    return (None if desk.failed else report), desk.problems


def _make_report(document: Document, path: ReportPath, desk: Desk) -> Report | None:
    values = document.values
    sections = tuple(Section(entry["heading"], _themes(entry["themes"])) for entry in values["sections"])
    parts = divide(document.body)
    if document.body.strip() or not values["withdrawn"]:  # of a withdrawn report the text may be taken out
        check_sections(sections, parts, document, desk)
    themes = union_of(sections) if values["themes"] is None else _themes(values["themes"])
    stats = fill_stats(values["stats"], Fillers(parts, sections, themes), stat_nodes(document), desk)
    if desk.failed:
        return None
    source: Values | None = values["source"]
    return Report(
        path=path,
        title=values["title"],
        place=values["place"],
        issuer=values["issuer"],
        period=values["period"],
        published=values["published"],
        added=values["added"],
        source=Source(source["file"], source["sha256"], source["part"]) if source else None,
        credits=tuple(Credit(entry["role"], entry["name"]) for entry in values["credits"]),
        captions=values["captions"],
        themes=themes,
        sections=sections,
        practices=tuple(PracticeMention(p["name"], p["theme"], p["quote"]) for p in values["practices"]),
        stats=stats,
        body=document.body,
        draft=values["draft"],
        publish_on=values["publish_on"],
        withdrawn=values["withdrawn"],
        moved_from=values["moved_from"],
    )


def _themes(ids: tuple[str, ...]) -> tuple[ThemeId, ...]:
    return tuple(ThemeId(name) for name in ids)
