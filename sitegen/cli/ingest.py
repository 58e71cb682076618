"""``sitegen ingest``."""

from datetime import date, datetime
from pathlib import Path

import click

from sitegen.cli.common import ANY, CONTENT, Command, count, find_today, finish, need_folder, show_bar, show_problems
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
    with show_bar("reading") as bar:
        result = ingest(given, content, today=day, progress=bar)
    for summary in result.sources:
        left = f", {summary.left} left as people made them" if summary.left else ""
        click.echo(f"{summary.path}: {count(summary.reports, 'report')}, {count(summary.stats, 'stat')}{left}")
    click.echo(f"{count(len(result.changed), 'file')} written; next: sitegen check --content {content}")
    finish(result.problems, strict=False)


def _take_over(given: tuple[Path, ...], content: Path, day: date, *, diff: bool, wanted: tuple[str, ...]) -> None:
    """Show or take over what is read differently now in edited reports."""
    if diff and wanted:
        raise click.UsageError("--diff shows and --take writes; give one of them")
    need_folder(content)
    with show_bar("reading") as bar:
        reports, problems = find_new_readings(given, content, today=day, progress=bar)
    if wanted:
        try:
            files = take_over(reports, wanted)
        except UnknownChangeError as error:
            show_problems(problems, strict=False)
            raise click.UsageError(str(error)) from error
        for file in files:
            click.echo(f"{file}: taken over; next: sitegen check --content {content}")
    else:
        for report in reports:
            click.echo("\n".join(format_changes(report)))
        number = sum(len(report.changes.stats) + len(report.changes.paragraphs) for report in reports)
        ending = "; take one over: sitegen ingest --take ID" if number else ""
        click.echo(f"{count(number, 'new reading')} in {count(len(reports), 'edited report')}{ending}")
    finish(problems, strict=False)
