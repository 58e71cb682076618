"""``sitegen serve``."""

from pathlib import Path

import click

from sitegen.cli.common import CONTENT, FOLDER, Command, need_folder
from sitegen.serve import serve


@click.command("serve", cls=Command, examples=("sitegen serve", "sitegen serve --port 9000"))
@CONTENT
@click.option("--seeds", type=FOLDER, help="The bulletins as received; else seeds/ beside the content folder.")
@click.option("--theme", "jinja_theme", type=FOLDER, help="The Jinja theme; else themes/default beside the content.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
def serve_command(content: Path, seeds: Path | None, jinja_theme: Path | None, port: int) -> None:
    """Show the site on this machine, built again whenever a file changes."""
    need_folder(content)
    serve(content, seeds=seeds or content.parent / "seeds", jinja_theme=jinja_theme, port=port)
