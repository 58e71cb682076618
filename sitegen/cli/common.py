"""What the commands share: options, help with examples, problems on stderr, the last line."""

import os
import sys
import time
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

import click

from sitegen.cli.bar import show_bar
from sitegen.cli.language import language, language_option
from sitegen.cli.output import OUTPUT, Output, chosen_output, format_github, format_json
from sitegen.cli.words import count, line, spell_time, tell
from sitegen.problems import Problem, Severity, exit_status, sort_problems
from sitegen.problems.words import Words

__all__ = [
    "ANY",
    "CONTENT",
    "FOLDER",
    "NOW",
    "OUTPUT",
    "STRICT",
    "Command",
    "choose_day",
    "close",
    "count",
    "find_today",
    "finish",
    "line",
    "need_folder",
    "say",
    "show_bar",
    "show_problems",
    "tell",
]

FOLDER = click.Path(file_okay=False, path_type=Path)
ANY = click.Path(path_type=Path)
CONTENT = click.option("--content", type=FOLDER, default=Path("content"), show_default=True, help="The content folder.")
STRICT = click.option("--strict", is_flag=True, help="Warnings count as errors.")
NOW = click.option(
    "--now", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="The day that publish_on is compared with."
)
_STARTED = "sitegen.started"


class Command(click.Command):
    """A command whose help ends with examples as they are typed, and which speaks the language that is asked for."""

    def __init__(self, *args: object, examples: tuple[str, ...] = (), **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # handed through as click gives them
        self.params.append(language_option())
        self.examples = examples

    def invoke(self, ctx: click.Context) -> object:
        """Run the command and remember when it began."""
        ctx.meta[_STARTED] = time.monotonic()
        return super().invoke(ctx)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples under the options."""
        with formatter.section("Examples"):
            for example in self.examples:
                formatter.write_text(example)


def find_today() -> date:
    """The day of the run; SOURCE_DATE_EPOCH stands in for the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()


def choose_day(given: datetime | None) -> date:
    """Return the day that was given, else that of the run."""
    return given.date() if given else find_today()


def need_folder(content: Path) -> None:
    """Say how the content folder is named where there is none."""
    if not content.is_dir():
        raise click.UsageError(tell(line("no-folder", folder=content)))


def say(words: Words) -> None:
    """Print a result to stdout, to stderr where stdout is a document for machines."""
    click.echo(tell(words), err=chosen_output() is Output.JSON)


def close(made: Words, then: Words | None = None) -> None:
    """Print the last line: what was made, how long the command took, and what to do next."""
    started: float = click.get_current_context().meta[_STARTED]
    took = spell_time(time.monotonic() - started)
    say(line("last-next", made=made, took=took, then=then) if then else line("last", made=made, took=took))


def show_problems(problems: Iterable[Problem], *, strict: bool) -> int:
    """Print the problems with their counts, to stderr or in the form that was asked for; return the exit status."""
    found = sort_problems(problems)
    status = exit_status(found, strict=strict)
    output = chosen_output()
    if output is Output.JSON:
        click.echo(format_json(found, status))
        return status
    for problem in found:
        if output is Output.GITHUB:
            click.echo(format_github(problem, language()))
        else:
            click.echo(problem.tell(language()), err=True)
    if found:
        counts = {f"{level.name.lower()}s": _count_severity(found, level) for level in Severity}
        click.echo(tell(line("problem-counts", **counts)), err=True)
    return status


def finish(problems: Iterable[Problem], *, strict: bool) -> None:
    """Show the problems and end with their status."""
    sys.exit(show_problems(problems, strict=strict))


def _count_severity(problems: Iterable[Problem], severity: Severity) -> Words:
    return count(sum(problem.severity == severity for problem in problems), severity.name.lower())
