"""The command line: ``sitegen ingest|check|build|serve``."""

import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import click

from sitegen import __version__
from sitegen.archive.audit import audit_content
from sitegen.build import Progress, build
from sitegen.checks import check_folder
from sitegen.engine.ingest import ingest
from sitegen.engine.score import NoLabelsError, score, write_score
from sitegen.engine.show_changes import format_changes
from sitegen.engine.take_over import UnknownChangeError, find_new_readings, take_over
from sitegen.problems import Problem, Severity, exit_status, sort_problems
from sitegen.serve import serve

_FOLDER = click.Path(file_okay=False, path_type=Path)
_ANY = click.Path(path_type=Path)
_CONTENT = click.option(
    "--content", type=_FOLDER, default=Path("content"), show_default=True, help="The content folder."
)
_STRICT = click.option("--strict", is_flag=True, help="Warnings count as errors.")


class _Command(click.Command):
    """A command whose help ends with examples as they are typed."""

    def __init__(self, *args: object, examples: tuple[str, ...] = (), **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # handed through as click gives them
        self.examples = examples

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples under the options."""
        with formatter.section("Examples"):
            for example in self.examples:
                formatter.write_text(example)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="sitegen")
def main() -> None:
    """Build a public archive of township bulletins.

    Raw bulletins are read into Markdown files with their statistics (ingest); people correct those files (check);
    the site is built from them (build, serve).
    """


@main.command(
    "ingest",
    cls=_Command,
    examples=(
        "sitegen ingest",
        "sitegen ingest seeds/new.txt --content content",
        "sitegen ingest --diff",
        "sitegen ingest --take k3f9a2",
    ),
)
@click.argument("sources", nargs=-1, type=_ANY)
@_CONTENT
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
    day = today.date() if today else _today()
    if diff or take:
        _take_over(given, content, day, diff=diff, wanted=take)
        return
    with _bar("reading") as bar:
        result = ingest(given, content, today=day, progress=bar)
    for summary in result.sources:
        left = f", {summary.left} left as people made them" if summary.left else ""
        click.echo(f"{summary.path}: {_count(summary.reports, 'report')}, {_count(summary.stats, 'stat')}{left}")
    click.echo(f"{_count(len(result.changed), 'file')} written; next: sitegen check --content {content}")
    _finish(result.problems, strict=False)


def _take_over(given: tuple[Path, ...], content: Path, day: date, *, diff: bool, wanted: tuple[str, ...]) -> None:
    """Show or take over what is read differently now in edited reports."""
    if diff and wanted:
        raise click.UsageError("--diff shows and --take writes; give one of them")
    _need(content)
    with _bar("reading") as bar:
        reports, problems = find_new_readings(given, content, today=day, progress=bar)
    if wanted:
        try:
            files = take_over(reports, wanted)
        except UnknownChangeError as error:
            _show(problems, strict=False)
            raise click.UsageError(str(error)) from error
        for file in files:
            click.echo(f"{file}: taken over; next: sitegen check --content {content}")
    else:
        for report in reports:
            click.echo("\n".join(format_changes(report)))
        number = sum(len(report.changes.stats) + len(report.changes.paragraphs) for report in reports)
        ending = "; take one over: sitegen ingest --take ID" if number else ""
        click.echo(f"{_count(number, 'new reading')} in {_count(len(reports), 'edited report')}{ending}")
    _finish(problems, strict=False)


@main.command("check", cls=_Command, examples=("sitegen check", "sitegen check --strict"))
@_CONTENT
@_STRICT
def check_command(content: Path, strict: bool) -> None:
    """Find what is wrong in the content folder, all of it at once."""
    _need(content)
    found, problems = check_folder(content)
    drafts = sum(report.place is None or report.draft for report in found.reports)
    click.echo(f"{_count(len(found.reports), 'report')} fine, {_count(drafts, 'draft')} among them")
    _finish(problems, strict=strict)


@main.command(
    "build", cls=_Command, examples=("sitegen build", "sitegen build --out public --base-url https://example.org/x/")
)
@_CONTENT
@click.option("--out", type=_FOLDER, default=Path("public"), show_default=True, help="Where the site goes.")
@click.option("--seeds", type=_FOLDER, help="The bulletins as received; else seeds/ beside the content folder.")
@click.option("--theme", "jinja_theme", type=_FOLDER, help="Folder of the Jinja theme; else the one that comes along.")
@click.option("--base-url", help="Where the site will stand; else what content/site.yaml says.")
@click.option("--jobs", type=click.IntRange(min=1), default=os.cpu_count() or 1, help="Processes at a time.")
@_STRICT
def build_command(
    content: Path,
    out: Path,
    seeds: Path | None,
    jinja_theme: Path | None,
    base_url: str | None,
    jobs: int,
    strict: bool,
) -> None:
    """Build the site and move it into place when it is whole.

    A report with an error is left out and named, and its old page is kept; with --strict nothing is moved into place.
    """
    _need(content)
    started = time.monotonic()
    with _bar("building") as bar:
        result = build(
            content,
            out,
            seeds=seeds or content.parent / "seeds",
            jinja_theme=jinja_theme,
            base_url=base_url,
            strict=strict,
            jobs=jobs,
            progress=bar,
        )
    status = _show(result.problems, strict=strict)
    if result.moved:
        took = f"{time.monotonic() - started:.1f} s"
        click.echo(f"{_count(result.pages, 'page')} in {out} ({took}); next: sitegen serve")
    else:
        click.echo(f"nothing was moved into place; {out} is as it was")
    sys.exit(status)


@main.command("serve", cls=_Command, examples=("sitegen serve", "sitegen serve --port 9000"))
@_CONTENT
@click.option("--seeds", type=_FOLDER, help="The bulletins as received; else seeds/ beside the content folder.")
@click.option("--theme", "jinja_theme", type=_FOLDER, help="Folder of the Jinja theme; else the one that comes along.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
def serve_command(content: Path, seeds: Path | None, jinja_theme: Path | None, port: int) -> None:
    """Show the site on this machine, built again whenever a file changes."""
    _need(content)
    serve(content, seeds=seeds or content.parent / "seeds", jinja_theme=jinja_theme, port=port)


@main.command("audit", cls=_Command, examples=("sitegen audit", "sitegen audit --strict"))
@_CONTENT
@_STRICT
def audit_command(content: Path, strict: bool) -> None:
    """List numbers that look wrong across reports.

    Arithmetic, a series or a repetition speaks against them. They may be right: look at the quote. What is wrong in
    the files themselves is for check.
    """
    _need(content)
    found, _ = check_folder(content)
    problems = [replace(finding, path=(content / finding.path).as_posix()) for finding in audit_content(found)]
    click.echo(f"{_count(len(found.reports), 'report')} compared, {_count(len(problems), 'finding')}")
    _finish(problems, strict=strict)


@main.command("score", cls=_Command, examples=("sitegen score", "sitegen score --gold tests/gold"))
@_CONTENT
@click.option("--gold", type=_FOLDER, help="Labels written by hand; else tests/gold beside the content folder.")
def score_command(content: Path, gold: Path | None) -> None:
    """Measure how well the bulletins are read, and keep the table for the about page.

    The table is 1 where a measure agrees with the labels everywhere. It is written to reading.json in the content
    folder.
    """
    _need(content)
    try:
        made = score(content, gold or content.parent / "tests" / "gold")
    except NoLabelsError as error:
        raise click.UsageError(str(error)) from error
    for measure in made.measures:
        click.echo(f"{measure.name:14} {'-' if measure.value is None else f'{measure.value:.4f}'}  of {measure.count}")
    click.echo(f"{'wrong_place':14} {made.wrong_places}")
    click.echo(f"written to {write_score(content, made)}")


def _today() -> date:
    """The day of the run; SOURCE_DATE_EPOCH stands in for the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()


def _need(content: Path) -> None:
    if not content.is_dir():
        raise click.UsageError(f"there is no folder {content}; name the content folder with --content")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _show(problems: Iterable[Problem], *, strict: bool) -> int:
    """Print the problems to stderr with their counts; return the exit status."""
    found = sort_problems(problems)
    for problem in found:
        click.echo(problem, err=True)
    if found:
        counts = [_count(sum(p.severity == level for p in found), level.name.lower()) for level in reversed(Severity)]
        click.echo(", ".join(counts), err=True)
    return exit_status(found, strict=strict)


def _finish(problems: Iterable[Problem], *, strict: bool) -> None:
    sys.exit(_show(problems, strict=strict))


@contextmanager
def _bar(label: str) -> Iterator[Progress | None]:
    """Yield what shows progress as a bar on stderr, or None where that is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, label=label, file=sys.stderr) as bar:

        def show(step: object, number: int, total: int) -> None:
            bar.label, bar.length = f"{label} {step}", total
            bar.update(number - bar.pos)

        yield show
