"""``sitegen check``."""

import sys
from pathlib import Path

import click

from sitegen.checks import check_folder
from sitegen.cli.common import CONTENT, OUTPUT, STRICT, Command, close, count, line, need_folder, show_problems


@click.command(
    "check", cls=Command, examples=("sitegen check", "sitegen check --strict", "sitegen check --output json")
)
@CONTENT
@STRICT
@OUTPUT
def check_command(content: Path, strict: bool) -> None:
    """Find what is wrong in the content folder, all of it at once."""
    need_folder(content)
    found, problems = check_folder(content)
    drafts = sum(report.place is None or report.draft for report in found.reports)
    status = show_problems(problems, strict=strict)
    checked = line("checked", reports=count(len(found.reports), "report"), drafts=count(drafts, "draft"))
    close(checked, line("next-mend", command="check") if status else line("next-build"))
    sys.exit(status)
