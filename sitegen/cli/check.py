"""``sitegen check``."""

import sys
from pathlib import Path
from typing import NoReturn

import click

from sitegen.checks import check_folder
from sitegen.checks.site import check_site
from sitegen.cli.common import (
    CONTENT,
    FOLDER,
    OUTPUT,
    STRICT,
    Command,
    close,
    count,
    line,
    need_folder,
    show_problems,
    tell,
)


@click.command(
    "check",
    cls=Command,
    examples=("sitegen check", "sitegen check --strict", "sitegen check --site public", "sitegen check --output json"),
)
@CONTENT
@click.option("--site", type=FOLDER, help="Check a site that was built instead: links, budgets, sitemap and more.")
@STRICT
@OUTPUT
def check_command(content: Path, site: Path | None, strict: bool) -> None:
    """Find what is wrong in the content folder, all of it at once."""
    if site:
        _check_site(site, content, strict=strict)
    need_folder(content)
    found, problems = check_folder(content)
    drafts = sum(report.place is None or report.draft for report in found.reports)
    status = show_problems(problems, strict=strict)
    checked = line("checked", reports=count(len(found.reports), "report"), drafts=count(drafts, "draft"))
    close(checked, line("next-mend", command="check") if status else line("next-build"))
    sys.exit(status)


def _check_site(site: Path, content: Path, *, strict: bool) -> NoReturn:
    """Check a built site and end with the status of its problems."""
    if not site.is_dir():
        raise click.UsageError(tell(line("no-site", folder=site)))
    result = check_site(site, content if content.is_dir() else None)
    status = show_problems(result.problems, strict=strict)
    counts = {"pages": count(result.pages, "page"), "files": count(result.files, "file")}
    then = "next-build" if status else "next-publish"
    close(line("site-checked", site=site, **counts), line(then))
    sys.exit(status)
