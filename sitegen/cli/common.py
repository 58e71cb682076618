"""What the commands share: options, help with examples, problems on stderr, progress."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import click

from sitegen.build import Progress
from sitegen.problems import Problem, Severity, exit_status, sort_problems

FOLDER = click.Path(file_okay=False, path_type=Path)
ANY = click.Path(path_type=Path)
CONTENT = click.option("--content", type=FOLDER, default=Path("content"), show_default=True, help="The content folder.")
STRICT = click.option("--strict", is_flag=True, help="Warnings count as errors.")


class Command(click.Command):
    """A command whose help ends with examples as they are typed."""

    def __init__(self, *args: object, examples: tuple[str, ...] = (), **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # handed through as click gives them
        self.examples = examples

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples under the options."""
        with formatter.section("Examples"):
            for example in self.examples:
                formatter.write_text(example)


def find_today() -> date:
    """The day of the run; SOURCE_DATE_EPOCH stands in for the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()


def need_folder(content: Path) -> None:
    """Say how the content folder is named where there is none."""
    if not content.is_dir():
        raise click.UsageError(f"there is no folder {content}; name the content folder with --content")


def count(number: int, noun: str) -> str:
    """Return ``3 reports``, ``1 report``."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def show_problems(problems: Iterable[Problem], *, strict: bool) -> int:
    """Print the problems to stderr with their counts; return the exit status."""
    found = sort_problems(problems)
    for problem in found:
        click.echo(problem, err=True)
    if found:
        counts = [count(sum(p.severity == level for p in found), level.name.lower()) for level in reversed(Severity)]
        click.echo(", ".join(counts), err=True)
    return exit_status(found, strict=strict)


def finish(problems: Iterable[Problem], *, strict: bool) -> None:
    """Show the problems and end with their status."""
    sys.exit(show_problems(problems, strict=strict))


@contextmanager
def show_bar(label: str) -> Iterator[Progress | None]:
    """Yield what shows progress as a bar on stderr, or None where that is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, label=label, file=sys.stderr) as bar:

        def show(step: object, number: int, total: int) -> None:
            bar.label, bar.length = f"{label} {step}", total
            bar.update(number - bar.pos)

        yield show
