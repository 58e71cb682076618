"""``sitegen check``."""

import sys
from datetime import datetime
from pathlib import Path
from typing import NoReturn

import click

from sitegen.build.published import check_published
from sitegen.checks import check_folder
from sitegen.checks.site import check_site
from sitegen.cli.common import (
    ANY,
    CONTENT,
    FOLDER,
    NOW,
    OUTPUT,
    STRICT,
    Command,
    choose_day,
    close,
    count,
    line,
    need_folder,
    show_problems,
    tell,
)
from sitegen.cli.fixing import count_fixable, fixing_options, mend
from sitegen.cli.states import tell_states


@click.command(
    "check",
    cls=Command,
    examples=(
        "sitegen check",
        "sitegen check --strict",
        "sitegen check --site public",
        "sitegen check --output json",
        "sitegen check --fix --dry-run",
    ),
)
@fixing_options
@CONTENT
@click.option("--site", type=FOLDER, help="Check a site that was built instead: links, budgets, sitemap and more.")
@STRICT
@OUTPUT
@NOW
@click.option("--published", type=ANY, metavar="SITEMAP", help="Name what this sitemap has and a build would not.")
def check_command(
    content: Path,
    site: Path | None,
    strict: bool,
    paths: tuple[Path, ...],
    fix: bool,
    format_files: bool,
    dry_run: bool,
    now: datetime | None,
    published: Path | None,
) -> None:
    """Find what is wrong in the content folder, all of it at once.

    --fix fills in what follows from the words of a stat, a heading or a theme, and touches no other line;
    --format-files writes whole files in canonical form. Both take PATHs, or else all files.
    --published takes the sitemap.xml of the published site and names each address in it that a site of the present
    content would no longer answer.
    """
    if site:
        _check_site(site, content, strict=strict)
    need_folder(content)
    refused = mend(content, paths, fix=fix, format_files=format_files, dry_run=dry_run)
    day = choose_day(now)
    found, problems = check_folder(content, now=day)
    if published:
        problems = (*problems, *check_published(published, found, problems, content, now=day))
    status = show_problems((*problems, *refused), strict=strict)
    fixable = count_fixable(content, found, problems)
    then = line("next-mend", command="check") if status else line("next-build")
    close(tell_states(found.reports, day), line("next-fix", values=count(fixable, "value")) if fixable else then)
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
