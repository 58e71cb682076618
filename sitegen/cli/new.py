"""``sitegen new``: one command for each sort of file."""

import click

from sitegen.cli.new_page import new_page_command
from sitegen.cli.new_place import new_place_command
from sitegen.cli.new_report import new_report_command
from sitegen.cli.new_theme import new_theme_command


@click.group("new")
def new_command() -> None:
    """Write a new report, place, theme or page.

    Asks on a terminal for what is not given. A file that is there is never written over.
    """


for _command in (new_report_command, new_place_command, new_theme_command, new_page_command):
    new_command.add_command(_command)
