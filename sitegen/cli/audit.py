"""``sitegen audit``."""

import sys
from dataclasses import replace
from pathlib import Path

import click

from sitegen.archive.audit import audit_content
from sitegen.checks import check_folder
from sitegen.cli.common import CONTENT, OUTPUT, STRICT, Command, close, count, line, need_folder, show_problems


@click.command("audit", cls=Command, examples=("sitegen audit", "sitegen audit --strict"))
@CONTENT
@STRICT
@OUTPUT
def audit_command(content: Path, strict: bool) -> None:
    """List numbers that look wrong across reports.

    Arithmetic, a series or a repetition speaks against them. They may be right: look at the quote. What is wrong in
    the files themselves is for check.
    """
    need_folder(content)
    found, _ = check_folder(content)
    problems = [replace(finding, path=(content / finding.path).as_posix()) for finding in audit_content(found)]
    status = show_problems(problems, strict=strict)
    compared = line("audited", reports=count(len(found.reports), "report"), findings=count(len(problems), "finding"))
    close(compared, line("next-look") if problems else line("next-build"))
    sys.exit(status)
