"""``sitegen serve``."""

from pathlib import Path

import click

from sitegen.cli.common import CONTENT, FOLDER, Command, find_today, line, need_folder, say, show_problems, tell
from sitegen.cli.language import chosen_language
from sitegen.problems import Problem
from sitegen.serve import Teller, serve


@click.command("serve", cls=Command, examples=("sitegen serve", "sitegen serve --open", "sitegen serve --port 9000"))
@CONTENT
@click.option("--seeds", type=FOLDER, help="The bulletins as received; else seeds/ beside the content folder.")
@click.option("--theme", "jinja_theme", type=FOLDER, help="The Jinja theme; else themes/default beside the content.")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    help="The port; the next free one where it is taken.",
)
@click.option("--open", "opened", is_flag=True, help="Open the browser.")
def serve_command(content: Path, seeds: Path | None, jinja_theme: Path | None, port: int, opened: bool) -> None:
    """Show the site on this machine as its files are, drafts included.

    A page that is open changes as soon as a file is saved. What is wrong in the files is shown on the page; a broken
    file counts as it was before.
    """
    need_folder(content)

    def start(address: str) -> None:
        say(line("serving", address=address))
        if opened:
            click.launch(address)

    def tell_problems(problems: tuple[Problem, ...]) -> None:
        show_problems(problems, strict=False)
        if not problems:
            say(line("no-problems"))

    try:
        serve(
            content,
            seeds=seeds or content.parent / "seeds",
            jinja_theme=jinja_theme,
            port=port,
            language=chosen_language(),
            find_day=find_today,
            teller=Teller(start, tell_problems, lambda seconds: say(line("changed", took=f"{1000 * seconds:.0f}"))),
        )
    except OSError as error:
        raise click.ClickException(str(error)) from None
    click.echo(tell(line("serve-stopped")), err=True)
