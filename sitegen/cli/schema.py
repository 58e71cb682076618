"""``sitegen schema``."""

from pathlib import Path

import click

from sitegen.cli.common import CONTENT, Command, line, need_folder, say, tell
from sitegen.editors.vscode import write_schemas


@click.command("schema", cls=Command, examples=("sitegen schema", "sitegen schema --content archive/content archive"))
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path(file_okay=False, path_type=Path))
@CONTENT
def schema_command(folder: Path, content: Path) -> None:
    """Tell VS Code what content files may say.

    Writes the folder .vscode of DIR, the folder that is opened in VS Code: JSON Schemas with the themes, indicators
    and units of the archive, and snippets. Settings, tasks and recommended extensions are written where there are
    none; a person's own are never overwritten. To be run again after a theme or an indicator was added.
    """
    need_folder(content)
    if not content.resolve().is_relative_to(folder.resolve()):
        raise click.UsageError(tell(line("schema-elsewhere", content=content, folder=folder)))
    result = write_schemas(folder, content)
    for path in result.written:
        say(line("started", file=path))
    for path in result.left:
        click.echo(tell(line("schema-left", file=path)), err=True)
    if not result.written:
        say(line("schema-same"))
