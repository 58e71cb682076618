"""``sitegen new theme``."""

from pathlib import Path

import click

from sitegen.cli.asking import ask, refusals
from sitegen.cli.common import CONTENT, Command, line, need_folder
from sitegen.cli.started import show_started, where
from sitegen.engine.start import NewTheme, start_theme


@click.command(
    "theme",
    cls=Command,
    examples=('sitegen new theme --label 水利 --label-en "Water works" --covers 水库、河道、灌溉等。',),
)
@click.option("--label", help="Its name in Chinese.")
@click.option("--label-en", help="Its name in English.")
@click.option("--covers", help="What falls under it, one sentence in Chinese.")
@click.option("--covers-en", help="The same in English; may be left out.")
@click.option("--id", "own", default="", help="Its address and what reports call it; else made from the English name.")
@CONTENT
def new_theme_command(
    label: str | None, label_en: str | None, covers: str | None, covers_en: str | None, own: str, content: Path
) -> None:
    """Write the file of a subject that the program does not know."""
    need_folder(content)
    with refusals():
        new = NewTheme(
            label=ask(label, line("ask-label"), "--label"),
            label_en=ask(label_en, line("ask-label-en"), "--label-en"),
            covers=ask(covers, line("ask-covers"), "--covers"),
            covers_en=ask(covers_en, line("ask-covers-en"), "--covers-en", default=""),
            id=own,
        )
        made = start_theme(content, new)
    show_started(made, line("next-check-new", where=where(content)))
