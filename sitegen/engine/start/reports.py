"""A new report written by hand: its path, its fields, and a body that waits for the text."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sitegen.engine.start.places import place_files
from sitegen.engine.start.refusal import refuse
from sitegen.engine.start.write import Started, start_files
from sitegen.ingest.pipeline import report_path
from sitegen.model.period import Period
from sitegen.model.place import Place, PlaceLevel
from sitegen.model.report import Report
from sitegen.model.terms import ReportPath
from sitegen.store.front_matter import split_front_matter
from sitegen.store.report_file import read_report, write_report

_GUIDE = """\
# 正文从第二个“---”下一行写起：段落之间空一行，小标题前面写“## ”。
# 数据：把 stats: [] 改成 stats:，下面一行写一个，引文照抄正文，其余的由 sitegen check --fix 补上，例如：
# - {indicator: 税收, printed: 640万元, quote: 完成税收640万元}
# 写好以后删去上面的 draft: true，运行 sitegen check --fix；以 # 开头的说明也可以删去。
"""
"""For the editor, inside the front matter: the site never shows it."""
_FURTHER = re.compile(r"--n\d+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewReport:
    """What is known of a report before its text stands there."""

    place: Place
    period: Period
    department: str | None = None
    """The department that reports, where it is not the place itself."""
    issuer: str | None = None
    """Who reports, as printed; the department or the place's own name where None."""
    title: str | None = None
    published: date | None = None
    added: date


def start_report(content: Path, new: NewReport) -> Started:
    """Write the file of a report, a draft without text, and the files of its places where they are missing.

    A further report of the same place, issuer and period gets the next ``--nN``.

    Raises:
        RefusedError: if a department's place is a township, or its name cannot be spelled.
    """
    if new.department and new.place.level is PlaceLevel.TOWNSHIP:
        raise refuse(
            "{place} is a township; the place of a department is its county",
            "{place}是乡镇；部门的报告，地方要写它所在的县",
            place=new.place.full_name,
        )
    issuer = new.issuer or new.department or new.place.name
    department = new.department is not None
    wanted = report_path(new.place, new.department, department, new.period.slug, "", 1)
    if "/dept-/" in wanted:
        raise refuse("'{name}' cannot be spelled in letters", "“{name}”无法拼写成字母", name=new.department)
    path = _free(content, wanted, issuer, new)
    report = Report(
        path=path,
        title=new.title,
        place=new.place.full_name,
        issuer=issuer,
        period=new.period,
        published=new.published,
        added=new.added,
        source=None,
        credits=(),
        captions=(),
        themes=(),
        sections=(),
        practices=(),
        stats=(),
        body="",
        draft=True,
    )
    matter = split_front_matter(write_report(report))
    text = f"---\n{matter.yaml}{_GUIDE}---\n"
    return start_files(_file(content, path), text, place_files(content, new.place))


def _free(content: Path, wanted: ReportPath, issuer: str, new: NewReport) -> ReportPath:
    """The wanted path, or the next ``--nN`` of it where a report of this place, issuer and period is there."""
    path, number = wanted, 1
    while _file(content, path).exists() or (number == 1 and _has_twin(content, wanted, issuer, new)):
        number += 1
        path = ReportPath(f"{wanted}--n{number}")
    return path


def _has_twin(content: Path, wanted: ReportPath, issuer: str, new: NewReport) -> bool:
    """Whether a report beside it, under whatever name, is one of the same place, issuer and period."""
    for file in sorted(_file(content, wanted).parent.glob("*.md")):
        report, _ = read_report(file.read_text(encoding="utf-8", errors="replace"), file.as_posix())
        if report and (report.place, report.issuer, report.period) == (new.place.full_name, issuer, new.period):
            return True
    return False


def is_further(file: Path) -> bool:
    """Whether a report's file is marked as a further one of its place, issuer and period."""
    return bool(_FURTHER.search(file.stem))


def _file(content: Path, path: ReportPath) -> Path:
    return content / "reports" / f"{path}.md"
