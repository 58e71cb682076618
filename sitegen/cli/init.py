"""``sitegen init``."""

from pathlib import Path

import click

from sitegen.cli.asking import ask, ask_for, place_reader, refusals
from sitegen.cli.common import Command, close, count, line, tell
from sitegen.engine.start import NewArchive, find_wheel, need_empty, read_address, start_archive
from sitegen.model.place import Place, PlaceLevel


@click.command(
    "init",
    cls=Command,
    examples=(
        "sitegen init my-archive",
        "sitegen init my-archive --county 浙江省嘉善县 --title 嘉善县乡镇通报档案",
        "sitegen init my-archive --wheel dist/sitegen-0.1.0-py3-none-any.whl",
    ),
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--county", help="The county whose bulletins it gathers, by its whole or short name; may be left out.")
@click.option("--title", help="Name of the archive; else made from the county's.")
@click.option("--title-en", help="Name of the archive in English; else made from the county's.")
@click.option("--base-url", default="/", help="Where the site will stand: https://example.org/x/.")
@click.option("--report-errors-to", help="Mail address or page for readers who find an error; else none is shown.")
@click.option(
    "--wheel",
    "wheel_file",
    type=click.Path(path_type=Path),
    help="The program's wheel, kept in the archive for CI; else the one that it was installed from, if any.",
)
def init_command(
    folder: Path,
    county: str | None,
    title: str | None,
    title_en: str | None,
    base_url: str,
    report_errors_to: str | None,
    wheel_file: Path | None,
) -> None:
    """Make a whole new archive in DIR, which builds at once.

    It holds a copy of the look, empty content with its settings, a folder for bulletins, what Netlify and GitHub
    Pages need, and a README for editors. On a terminal it asks for what is not given.
    """
    with refusals():
        need_empty(folder)
        address, wheel = read_address(base_url), find_wheel(wheel_file)
        place = _ask_county(county)
        bare = NewArchive(county=place)
        new = NewArchive(
            county=place,
            title=ask(title, line("ask-archive"), "--title", default=bare.name),
            title_en=ask(title_en, line("ask-archive-en"), "--title-en", default=bare.name_en),
            base_url=address,
            report_errors_to=ask(report_errors_to, line("ask-contact"), "--report-errors-to", default="") or None,
            wheel=wheel,
        )
        made = start_archive(folder, new)
    if wheel is None:
        click.echo(tell(line("wheel-missing")), err=True)
    written = line("archive-made", archive=new.name, files=count(len(made.beside), "file"), folder=folder)
    close(written, line("next-archive", folder=folder))


def _ask_county(given: str | None) -> Place | None:
    read = place_reader((), (PlaceLevel.COUNTY,))
    return ask_for(given, line("ask-county"), "--county", lambda typed: read(typed) if typed else None, default="")
