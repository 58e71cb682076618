"""``sitegen new place``."""

from dataclasses import replace
from pathlib import Path

import click

from sitegen.cli.asking import ask_for, place_reader, refusals
from sitegen.cli.common import CONTENT, Command, line, need_folder
from sitegen.cli.started import show_started, where
from sitegen.engine.start import read_places, start_place, unlisted_place


@click.command(
    "place",
    cls=Command,
    examples=("sitegen new place 浙江省嘉善县西塘镇", "sitegen new place 浙江省嘉善县某某镇 --unlisted"),
)
@click.argument("name", required=False)
@click.option("--former-name", "former_names", multiple=True, help="A name that it had; may be repeated.")
@click.option("--unlisted", is_flag=True, help="A township that the division table does not have, with its county.")
@CONTENT
def new_place_command(name: str | None, former_names: tuple[str, ...], unlisted: bool, content: Path) -> None:
    """Write the file of a province, county or township.

    NAME may be short where it is clear; it is looked up in the division table, which gives the code and the id. Files
    of its county and province are written where they are missing.
    """
    need_folder(content)
    with refusals():
        known = read_places(content)
        read = place_reader(known)
        place = ask_for(
            name, line("ask-place"), "NAME", lambda typed: unlisted_place(typed, known) if unlisted else read(typed)
        )
        made = start_place(content, replace(place, former_names=former_names))
    show_started(made, line("next-check-new", where=where(content)))
