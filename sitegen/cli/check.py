"""``sitegen check``."""

from pathlib import Path

import click

from sitegen.checks import check_folder
from sitegen.cli.common import CONTENT, STRICT, Command, count, finish, need_folder


@click.command("check", cls=Command, examples=("sitegen check", "sitegen check --strict"))
@CONTENT
@STRICT
def check_command(content: Path, strict: bool) -> None:
    """Find what is wrong in the content folder, all of it at once."""
    need_folder(content)
    found, problems = check_folder(content)
    drafts = sum(report.place is None or report.draft for report in found.reports)
    click.echo(f"{count(len(found.reports), 'report')} fine, {count(drafts, 'draft')} among them")
    finish(problems, strict=strict)
