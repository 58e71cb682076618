"""The reference page of the command line, made from the commands themselves."""

from collections.abc import Iterator

import click

from sitegen.cli import main
from sitegen.cli.common import Command

INTRO = """\
# Commands

<!-- Made by tools/write_reference.py from sitegen/cli/; do not edit. -->

`sitegen` and `python -m sitegen` are the same.
Results go to stdout, problems to stderr; progress is shown on a terminal only.
The exit status is 0 where all is fine, 1 where there are errors (with `--strict` warnings too), 2 for a wrong call.
Messages are in Chinese or English, as `--lang` or the system's locale says.
"""


def commands_page() -> str:
    """Return the page on all commands."""
    root = click.Context(main, info_name="sitegen")
    return INTRO + "".join(_describe(main, root, 2))


def list_commands(group: click.Group, context: click.Context) -> Iterator[tuple[click.Command, click.Context]]:
    """Yield every command below a group, with the context that knows its whole name."""
    for name, command in group.commands.items():
        below = click.Context(command, info_name=name, parent=context)
        yield command, below
        if isinstance(command, click.Group):
            yield from list_commands(command, below)


def _describe(group: click.Group, context: click.Context, level: int) -> Iterator[str]:
    for command, below in list_commands(group, context):
        depth = level + below.command_path.count(" ") - 1
        yield f"\n{'#' * depth} `{below.command_path}`\n\n{_paragraphs(command.help or '')}\n"
        usage = " ".join(command.collect_usage_pieces(below))
        yield f"\n```\n{below.command_path} {usage}\n```\n"
        options = [option for option in command.params if isinstance(option, click.Option) and not option.hidden]
        if options:
            yield "\n| option | meaning |\n|---|---|\n"
            yield from (_option(option, below) for option in options)
        if isinstance(command, Command) and command.examples:
            yield "\n```sh\n" + "\n".join(command.examples) + "\n```\n"


def _option(option: click.Option, context: click.Context) -> str:
    record = option.get_help_record(context)
    if record is None:
        return ""
    name, meaning = (" ".join(part.split()).replace("|", "\\|") for part in record)
    return f"| `{name}` | {meaning} |\n"


def _paragraphs(text: str) -> str:
    """Return a help text with one line a paragraph."""
    return "\n\n".join(" ".join(part.split()) for part in text.strip().split("\n\n"))
