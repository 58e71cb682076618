"""``sitegen score``."""

from pathlib import Path

import click

from sitegen.cli.common import CONTENT, FOLDER, Command, close, line, need_folder, tell
from sitegen.engine.score import NoLabelsError, score, write_score


@click.command("score", cls=Command, examples=("sitegen score", "sitegen score --gold tests/gold"))
@CONTENT
@click.option("--gold", type=FOLDER, help="Labels written by hand; else tests/gold beside the content folder.")
def score_command(content: Path, gold: Path | None) -> None:
    """Measure how well the bulletins are read, and keep the table for the about page.

    The table is 1 where a measure agrees with the labels everywhere. It is written to reading.json in the content
    folder.
    """
    need_folder(content)
    try:
        made = score(content, gold or content.parent / "tests" / "gold")
    except NoLabelsError as error:
        raise click.UsageError(tell(error.reason)) from error
    for measure in made.measures:
        click.echo(f"{measure.name:14} {'-' if measure.value is None else f'{measure.value:.4f}'}  of {measure.count}")
    click.echo(f"{'wrong_place':14} {made.wrong_places}")
    close(line("scored", file=write_score(content, made)), line("next-build"))
