"""``sitegen build``."""

import os
import sys
from datetime import datetime
from pathlib import Path

import click

from sitegen.build import build
from sitegen.cli.common import (
    CONTENT,
    FOLDER,
    NOW,
    STRICT,
    Command,
    choose_day,
    close,
    count,
    line,
    need_folder,
    show_bar,
    show_problems,
    tell,
)


@click.command(
    "build", cls=Command, examples=("sitegen build", "sitegen build --out public --base-url https://example.org/x/")
)
@CONTENT
@click.option("--out", type=FOLDER, default=Path("public"), show_default=True, help="Where the site goes.")
@click.option("--seeds", type=FOLDER, help="The bulletins as received; else seeds/ beside the content folder.")
@click.option("--theme", "jinja_theme", type=FOLDER, help="The Jinja theme; else themes/default beside the content.")
@click.option("--base-url", help="Where the site will stand; else what content/site.yaml says.")
@click.option("--jobs", type=click.IntRange(min=1), default=os.cpu_count() or 1, help="Processes at a time.")
@NOW
@click.option("--drafts", is_flag=True, help="Show drafts and reports of later days too: for previews alone.")
@STRICT
def build_command(
    content: Path,
    out: Path,
    seeds: Path | None,
    jinja_theme: Path | None,
    base_url: str | None,
    jobs: int,
    now: datetime | None,
    drafts: bool,
    strict: bool,
) -> None:
    """Build the site and move it into place when it is whole.

    A report with an error is left out and named, and its old page is kept; with --strict nothing is moved into place.
    Drafts stay away, and so do reports whose publish_on has not come; --drafts shows them, each marked, on a site that
    no search engine is to keep.
    """
    need_folder(content)
    if drafts and os.environ.get("NETLIFY") and os.environ.get("CONTEXT") == "production":
        raise click.UsageError(tell(line("drafts-in-production")))
    with show_bar("build") as bar:
        result = build(
            content,
            out,
            seeds=seeds or content.parent / "seeds",
            jinja_theme=jinja_theme,
            base_url=base_url,
            strict=strict,
            jobs=jobs,
            progress=bar,
            now=choose_day(now),
            drafts=drafts,
        )
    status = show_problems(result.problems, strict=strict)
    if result.moved:
        close(line("built", pages=count(result.pages, "page"), out=out), line("next-serve"))
    else:
        close(line("not-moved", out=out), line("next-mend-warnings" if strict else "next-mend", command="build"))
    sys.exit(status)
