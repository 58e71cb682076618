"""``sitegen build``."""

import os
import sys
import time
from pathlib import Path

import click

from sitegen.build import build
from sitegen.cli.common import CONTENT, FOLDER, STRICT, Command, count, need_folder, show_bar, show_problems


@click.command(
    "build", cls=Command, examples=("sitegen build", "sitegen build --out public --base-url https://example.org/x/")
)
@CONTENT
@click.option("--out", type=FOLDER, default=Path("public"), show_default=True, help="Where the site goes.")
@click.option("--seeds", type=FOLDER, help="The bulletins as received; else seeds/ beside the content folder.")
@click.option("--theme", "jinja_theme", type=FOLDER, help="Folder of the Jinja theme; else the one that comes along.")
@click.option("--base-url", help="Where the site will stand; else what content/site.yaml says.")
@click.option("--jobs", type=click.IntRange(min=1), default=os.cpu_count() or 1, help="Processes at a time.")
@STRICT
def build_command(
    content: Path,
    out: Path,
    seeds: Path | None,
    jinja_theme: Path | None,
    base_url: str | None,
    jobs: int,
    strict: bool,
) -> None:
    """Build the site and move it into place when it is whole.

    A report with an error is left out and named, and its old page is kept; with --strict nothing is moved into place.
    """
    need_folder(content)
    started = time.monotonic()
    with show_bar("building") as bar:
        result = build(
            content,
            out,
            seeds=seeds or content.parent / "seeds",
            jinja_theme=jinja_theme,
            base_url=base_url,
            strict=strict,
            jobs=jobs,
            progress=bar,
        )
    status = show_problems(result.problems, strict=strict)
    if result.moved:
        took = f"{time.monotonic() - started:.1f} s"
        click.echo(f"{count(result.pages, 'page')} in {out} ({took}); next: sitegen serve")
    else:
        click.echo(f"nothing was moved into place; {out} is as it was")
    sys.exit(status)
