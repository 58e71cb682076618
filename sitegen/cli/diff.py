"""``sitegen diff``."""

from pathlib import Path

import click

from sitegen.cli.common import FOLDER, Command, find_today, need_folder
from sitegen.cli.language import language
from sitegen.engine.diff import FITS, compare_folders, format_json, format_markdown


@click.command(
    "diff", cls=Command, examples=("sitegen diff ../before/content content", "sitegen diff old new --output json")
)
@click.argument("old", type=FOLDER)
@click.argument("new", type=FOLDER)
@click.option("--output", type=click.Choice(["md", "json"]), default="md", show_default=True, help="Its form.")
@click.option("--fit", type=click.Choice(list(FITS)), help="Cut to what a comment or a run's summary takes.")
def diff_command(old: Path, new: Path, output: str, fit: str | None) -> None:
    """Say what two content folders say differently.

    For a pull request: which facts were added, changed or removed, what texts, places and pages differ, which addresses
    answer no more, and which problems are new.
    """
    for folder in (old, new):
        need_folder(folder)
    if fit and output == "json":
        raise click.UsageError("--fit cuts Markdown only")
    found = compare_folders(old, new, now=find_today())
    made = format_json(found) if output == "json" else format_markdown(found, language(), fit)
    click.echo(made, nl=False)
