"""``sitegen new report``."""

from datetime import datetime
from pathlib import Path

import click

from sitegen.cli.asking import ask, ask_for, place_reader, refusals
from sitegen.cli.common import CONTENT, Command, find_today, line, need_folder, tell
from sitegen.cli.started import show_started, where
from sitegen.engine.start import NewReport, is_further, read_period, read_places, start_report
from sitegen.model.place import PlaceLevel

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command(
    "report",
    cls=Command,
    examples=(
        "sitegen new report --place 浙江省嘉善县西塘镇 --period 2023",
        "sitegen new report --place 嘉善县 --department 县人社局 --period 2023年上半年 --title 稳就业惠民生",
    ),
)
@click.option("--place", help="Whose report it is: a name, whole or short, an id or a division code.")
@click.option("--period", help="The time that it is for: 2023, 2023-H1, 2023-Q3, 2023-01/2023-09, 2023年上半年.")
@click.option("--department", help="The department that reports, as printed; its place is the county.")
@click.option("--issuer", help="Who reports, as printed; else the department or the place.")
@click.option("--title", help="Its title as printed; else none.")
@click.option("--published", type=_DAY, help="The day it was published, if known.")
@click.option("--date", "today", type=_DAY, help="The day it comes into the archive; else today.")
@CONTENT
def new_report_command(
    place: str | None,
    period: str | None,
    department: str | None,
    issuer: str | None,
    title: str | None,
    published: datetime | None,
    today: datetime | None,
    content: Path,
) -> None:
    """Write a new report, a draft into which the text is to be pasted.

    Files of its place, county and province are written where they are missing.
    """
    need_folder(content)
    with refusals():
        whose = ask_for(place, line("ask-place"), "--place", place_reader(read_places(content)))
        if department is None and whose.level is PlaceLevel.COUNTY:
            department = ask(None, line("ask-department"), "--department", default="")
        new = NewReport(
            place=whose,
            department=department or None,
            issuer=issuer or None,
            period=ask_for(period, line("ask-period"), "--period", read_period),
            title=ask(title, line("ask-report"), "--title", default="") or None,
            published=published.date() if published else None,
            added=today.date() if today else find_today(),
        )
        made = start_report(content, new)
    if is_further(made.file):
        click.echo(tell(line("further-report")), err=True)
    show_started(made, line("next-report", where=where(content)))
