"""``sitegen ingest``."""

import sys
from datetime import date, datetime
from pathlib import Path

import click

from sitegen.cli.common import (
    ANY,
    CONTENT,
    Command,
    close,
    count,
    find_today,
    line,
    need_folder,
    say,
    show_bar,
    show_problems,
    tell,
)
from sitegen.cli.language import language
from sitegen.engine.ingest import ingest
from sitegen.engine.show_changes import format_changes
from sitegen.engine.take_over import UnknownChangeError, find_new_readings, take_over


@click.command(
    "ingest",
    cls=Command,
    examples=(
        "sitegen ingest",
        "sitegen ingest seeds/new.txt --content content",
        "sitegen ingest --diff",
        "sitegen ingest --take k3f9a2",
    ),
)
@click.argument("sources", nargs=-1, type=ANY)
@CONTENT
@click.option("--date", "today", type=click.DateTime(["%Y-%m-%d"]), help="The day new reports are added; else today.")
@click.option("--diff", is_flag=True, help="Show what would now be read in edited reports; write nothing.")
@click.option("--take", multiple=True, metavar="ID", help="Take one of them over: ID or REPORT#ID; may be repeated.")
def ingest_command(
    sources: tuple[Path, ...], content: Path, today: datetime | None, diff: bool, take: tuple[str, ...]
) -> None:
    """Read raw bulletins into report files.

    SOURCES are text files or folders of them; without any, seeds/ beside the content folder. A report that a person
    edited is never written again: --diff shows what would now be read in it, --take takes single readings over.
    """
    given = sources or (content.parent / "seeds",)
    day = today.date() if today else find_today()
    if diff or take:
        _take_over(given, content, day, diff=diff, wanted=take)
        return
    with show_bar("ingest") as bar:
        result = ingest(given, content, today=day, progress=bar)
    for summary in result.sources:
        counts = {"reports": count(summary.reports, "report"), "stats": count(summary.stats, "stat")}
        name = "source-read-left" if summary.left else "source-read"
        say(line(name, path=summary.path, left=summary.left, **counts))
    status = show_problems(result.problems, strict=False)
    close(line("ingested", files=count(len(result.changed), "file")), line("next-check", content=content))
    sys.exit(status)


def _take_over(given: tuple[Path, ...], content: Path, day: date, *, diff: bool, wanted: tuple[str, ...]) -> None:
    """Show or take over what is read differently now in edited reports."""
    if diff and wanted:
        raise click.UsageError(tell(line("diff-and-take")))
    need_folder(content)
    with show_bar("ingest") as bar:
        reports, problems = find_new_readings(given, content, today=day, progress=bar)
    if wanted:
        try:
            files = take_over(reports, wanted)
        except UnknownChangeError as error:
            show_problems(problems, strict=False)
            raise click.UsageError(tell(error.reason)) from error
        for file in files:
            say(line("taken-over", file=file))
        made, then = line("taken", files=count(len(files), "file")), line("next-check", content=content)
    else:
        for report in reports:
            click.echo("\n".join(format_changes(report, language())))
        number = sum(len(report.changes.stats) + len(report.changes.paragraphs) for report in reports)
        counts = {"readings": count(number, "new reading"), "reports": count(len(reports), "edited report")}
        made, then = line("new-readings", **counts), line("next-take" if number else "next-build")
    status = show_problems(problems, strict=False)
    close(made, then)
    sys.exit(status)
