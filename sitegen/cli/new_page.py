"""``sitegen new page``."""

from pathlib import Path

import click

from sitegen.cli.asking import ask, refusals
from sitegen.cli.common import CONTENT, Command, line, need_folder
from sitegen.cli.started import show_started
from sitegen.engine.start import NewPage, start_page


@click.command(
    "page",
    cls=Command,
    examples=('sitegen new page --title 使用说明 --title-en "How to use this site"',),
)
@click.option("--title", help="Heading of the page in Chinese.")
@click.option("--title-en", help="Heading of the English page; without one there is none.")
@click.option("--id", "own", default="", help="Its address, /pages/ID/; else made from the English heading.")
@CONTENT
def new_page_command(title: str | None, title_en: str | None, own: str, content: Path) -> None:
    """Write a page of your own words, in Chinese and in English."""
    need_folder(content)
    with refusals():
        new = NewPage(
            title=ask(title, line("ask-page"), "--title"),
            title_en=ask(title_en, line("ask-page-en"), "--title-en", default=""),
            id=own,
        )
        made = start_page(content, new)
    show_started(made, line("next-page"))
