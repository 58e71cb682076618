"""What the site says of reports that are not, not yet or no longer public: nothing of their text, anywhere."""

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PIL import Image

from sitegen.build import build
from sitegen.build.sources import find_edited
from sitegen.lexicon.pinyin import slug
from sitegen.model.ledger import Fate, Ledger, LedgerEntry
from sitegen.model.period import Period
from sitegen.model.place import Place, PlaceLevel
from sitegen.model.report import Bulletin, Credit, PracticeMention, Report, Section, Source
from sitegen.model.stat import Stat
from sitegen.model.terms import PlaceId, ReportPath, SeriesId, StatId, ThemeId
from sitegen.store.bulletins import write_bulletin
from sitegen.store.ingest_record import IngestedPart, IngestRecord, write_record
from sitegen.store.places import write_place
from sitegen.store.report_file import write_report

ReadSite = Callable[[Path], dict[str, bytes]]
SERIES = SeriesId("rural-roads-built")
WORD, NUMBER, ID = "鼍鼋鼙", "31415.926", "zq7x9w"
"""Stand in the hidden report alone."""
TODAY = date(2026, 3, 1)
OTHER = "reports/jiashu/yi/qingxi-zhen/2023/index.html"
HIDDEN = "jiashu/yi/baisha-zhen/2023"
PLACE = Place(id=PlaceId("jiashu/yi/baisha-zhen"), name="白沙镇", full_name="甲省乙县白沙镇", level=PlaceLevel.TOWNSHIP)
RAW = f"白沙镇2023年工作总结\n{WORD}新修水渠{NUMBER}公里。\n".encode()
SUM = hashlib.sha256(RAW).hexdigest()


def make_hidden(**fields: object) -> Report:
    quote = f"{WORD}村新修水渠{NUMBER}公里"
    report = Report(
        path=ReportPath(HIDDEN),
        title="白沙镇2023年工作总结",
        place="甲省乙县白沙镇",
        issuer=None,
        period=Period.of_year(2023),
        published=None,
        added=date(2026, 1, 2),
        source=Source("b1.txt", SUM, 1),
        credits=(Credit("记者", WORD),),
        captions=(f"{WORD}的桥。",),
        themes=(ThemeId("economy"),),
        sections=(Section(f"一、{WORD}", (ThemeId("economy"),)),),
        practices=(PracticeMention(f"{WORD}工作法", ThemeId("economy"), f"推行{WORD}工作法"),),
        stats=(
            Stat(
                id=StatId(ID),
                indicator=f"{WORD}水渠",
                value=Decimal(NUMBER),
                unit="公里",
                printed=f"{NUMBER}公里",
                theme=ThemeId("economy"),
                quote=quote,
                series=SERIES,
            ),
        ),
        body=f"![{WORD}](/images/secret.png)\n\n## 一、{WORD}\n\n全年{quote}，推行{WORD}工作法。\n",
    )
    return replace(report, **fields)  # type: ignore[arg-type]


def write(root: Path, report: Report, *, public_part: bool = False) -> None:
    """Add the report with its bulletin, which brings a public one too if asked for."""
    bulletin = Bulletin(
        stem="b1",
        file="b1.txt",
        sha256=SUM,
        title=None,
        published=None,
        publication=None,
        captions=(f"通报里的{WORD}。",),
        preface=f"编者按：{WORD}。\n",
    )
    entry = LedgerEntry(fate=Fate.REPLACED, reason="widths", line=1, text=WORD, to=NUMBER)
    record = IngestRecord(stem="b1", file="b1.txt", sha256=SUM, parts=(), ledger=Ledger((entry,)))
    files = {
        f"content/reports/{report.path}.md": write_report(report),
        "content/places/jiashu/yi/baisha-zhen.md": write_place(PLACE),
        "content/bulletins/b1.md": write_bulletin(bulletin),
        "content/.ingest/b1.json": write_record(record),
    }
    if public_part:
        file = root / f"content/{OTHER.removesuffix('/index.html')}.md"
        text = file.read_text(encoding="utf-8")
        text = re.sub(r"source: \{.*\}", f"source: {{file: b1.txt, sha256: {SUM}, part: 2}}", text)
        files[file.relative_to(root).as_posix()] = text
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    (root / "seeds/b1.txt").write_bytes(RAW)
    (root / "content/images").mkdir()
    Image.new("RGB", (40, 30), "red").save(root / "content/images/secret.png")


def find_leaks(made: dict[str, bytes]) -> list[str]:
    """Return the files that hold anything of the hidden report's text, in any of the forms in which files hold text."""
    escaped = json.dumps(WORD)[1:-1]
    traces = [WORD, escaped, NUMBER, NUMBER.replace(".", ""), "31,415", ID, slug(f"{WORD}工作法"), *WORD]
    encoded = [trace.encode() for trace in traces] + ["".join(f"&#{ord(c)};" for c in WORD).encode()]
    # The table of characters that count as the same is that of the program, whatever the archive holds.
    texts = {name: data for name, data in made.items() if name != "search-index/simplified.txt"}
    found = [name for name, data in texts.items() if any(trace in data for trace in encoded)]
    return found + [name for name in made if name.startswith("images/") or slug(WORD) in name]


STATES = {
    "draft": {"draft": True},
    "tomorrow": {"publish_on": date(2026, 3, 2)},
    "unresolved": {"path": ReportPath("unresolved/b1-1"), "place": None},
}
"""What keeps a report from being public."""


@pytest.mark.parametrize(
    ("state", "public_part"),
    [("draft", False), ("draft", True), ("tomorrow", False), ("tomorrow", True), ("unresolved", False)],
)
def test_nothing_of_a_report_that_is_not_public_is_in_any_file(
    state: str, public_part: bool, root: Path, read_site: ReadSite
) -> None:
    write(root, make_hidden(**STATES[state]), public_part=public_part)
    result = build(root / "content", root / "public", now=TODAY)
    made = read_site(root / "public")

    assert result.moved
    assert find_leaks(made) == []
    assert [name for name, data in made.items() if b"baisha" in data or "白沙".encode() in data] == []
    assert not any("baisha" in name for name in made)
    assert ("bulletins/b1/index.html" in made) == public_part
    assert "bulletins/b1/source.txt" not in made


@pytest.mark.parametrize("day", [date(2026, 3, 2), date(2026, 3, 3)])
def test_a_report_is_there_from_its_day_on_and_the_line_may_go_then(day: date, root: Path, read_site: ReadSite) -> None:
    write(root, make_hidden(publish_on=date(2026, 3, 2)), public_part=True)
    build(root / "content", root / "public", now=day)
    made = read_site(root / "public")
    file = root / f"content/reports/{HIDDEN}.md"
    file.write_text(file.read_text(encoding="utf-8").replace('publish_on: "2026-03-02"\n', ""), encoding="utf-8")
    build(root / "content", root / "again", now=TODAY)

    assert WORD in made[f"reports/{HIDDEN}/index.html"].decode()
    assert made["bulletins/b1/source.txt"] == RAW
    assert b"noindex" not in made[f"reports/{HIDDEN}/index.html"]
    assert made == read_site(root / "again")


def test_a_line_of_the_state_is_no_correction_of_the_text(root: Path) -> None:
    file = root / f"content/{OTHER.removesuffix('/index.html')}.md"
    text = file.read_text(encoding="utf-8")
    path = ReportPath(OTHER.removeprefix("reports/").removesuffix("/index.html"))
    part = IngestedPart(path=path, part=1, text=text)
    record = IngestRecord(stem="a1", file="a1.txt", sha256=SUM, parts=(part,))
    (root / "content/.ingest").mkdir()
    (root / "content/.ingest/a1.json").write_text(write_record(record), encoding="utf-8")
    file.write_text(text.replace("---\n", '---\npublish_on: "2026-03-01"\n', 1), encoding="utf-8")

    assert find_edited(root / "content") == frozenset()

    file.write_text(text.replace("群众满意", "群众很满意"), encoding="utf-8")

    assert find_edited(root / "content") == {path}


def test_the_day_alone_decides(root: Path, read_site: ReadSite) -> None:
    write(root, make_hidden(publish_on=date(2026, 3, 2)))
    build(root / "content", root / "without")
    build(root / "content", root / "before", now=date(2000, 1, 1))

    assert read_site(root / "without") == read_site(root / "before")


@pytest.mark.parametrize("state", ["draft", "tomorrow"])
def test_a_preview_shows_everything_marked_and_is_for_no_search_engine(
    state: str, root: Path, read_site: ReadSite
) -> None:
    write(root, make_hidden(**STATES[state]), public_part=True)
    build(root / "content", root / "public", now=TODAY, drafts=True)
    made = read_site(root / "public")
    page = made[f"reports/{HIDDEN}/index.html"].decode()
    mark = {"draft": "【草稿】白沙镇2023年工作总结", "tomorrow": "【2026年3月2日起发布】白沙镇2023年工作总结"}[state]
    lists = [
        "reports/index.html",
        "index.html",
        "places/jiashu/yi/baisha-zhen/index.html",
        "bulletins/b1/index.html",
        OTHER,
    ]

    assert '<p class="notice">' in page
    assert '<p class="notice">' not in made[OTHER].decode()
    assert [name for name in lists if mark not in made[name].decode()] == []
    assert [name for name, data in made.items() if name.endswith(".html") and b'content="noindex"' not in data] == []
    assert "sitemap.xml" not in made
    assert b"Sitemap:" not in made["robots.txt"]
    assert made["bulletins/b1/source.txt"] == RAW
    assert any(name.startswith("images/") for name in made)


def test_a_preview_shows_no_report_of_an_unsettled_place(root: Path, read_site: ReadSite) -> None:
    write(root, make_hidden(**STATES["unresolved"]))
    build(root / "content", root / "public", now=TODAY, drafts=True)

    assert find_leaks(read_site(root / "public")) == []


@pytest.mark.parametrize(("public_part", "preview"), [(False, False), (True, False), (True, True)])
def test_a_withdrawn_report_leaves_its_reason_and_nothing_else(
    public_part: bool, preview: bool, root: Path, read_site: ReadSite
) -> None:
    write(root, make_hidden(withdrawn="数字有误，应发布单位要求撤下。", draft=True), public_part=public_part)
    build(root / "content", root / "public", now=TODAY, drafts=preview)
    made = read_site(root / "public")
    page = made[f"reports/{HIDDEN}/index.html"].decode()
    elsewhere = ["places/jiashu/yi/baisha-zhen/index.html", "bulletins/b1/index.html"]
    practice = f"practices/{slug(f'{WORD}工作法')}/index.html"  # whose addresses were published

    assert set(find_leaks(made)) == {practice, f"en/{practice}"}
    assert WORD not in made[practice].decode()
    assert f"indicators/{SERIES}/index.html" in made
    for said in ("白沙镇2023年工作总结", "2023年", "数字有误，应发布单位要求撤下。", "noindex"):
        assert said in page
    assert [name for name in elsewhere if f"/reports/{HIDDEN}/" not in made[name].decode()] == []
    assert f"/reports/{HIDDEN}/" in made[f"reports/{HIDDEN}/cite/index.html"].decode()
    assert json.loads(made[f"reports/{HIDDEN}/cite.json"]) == []
    assert "bulletins/b1/source.txt" not in made
    assert [
        name
        for name, data in made.items()
        if name.startswith(("search", "data/", "feed", "themes/", "sitemap")) and f"{HIDDEN}".encode() in data
    ] == []


def test_a_withdrawn_report_may_lose_its_text(root: Path, read_site: ReadSite) -> None:
    report = make_hidden(withdrawn="应发布单位要求撤下。")
    write(root, replace(report, body=""))
    result = build(root / "content", root / "public", now=TODAY, strict=True)

    assert {problem.code for problem in result.problems} == {"image-unused", "report-withdrawn"}
    assert "应发布单位要求撤下。" in read_site(root / "public")[f"reports/{HIDDEN}/index.html"].decode()


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("draft: true", "issuer: ["),
        ('publish_on: "2027-01-01"', "issuer: ["),
        ("withdrawn: 撤下", "period: 二〇二三年"),
    ],
)
def test_a_report_with_an_error_that_is_to_be_hidden_keeps_no_page(
    line: str, fault: str, root: Path, read_site: ReadSite
) -> None:
    write(root, make_hidden(), public_part=True)
    build(root / "content", root / "public", now=TODAY)
    before = read_site(root / "public")
    file = root / f"content/reports/{HIDDEN}.md"
    text = re.sub("^period: .*$", fault, file.read_text(encoding="utf-8"), flags=re.M)
    file.write_text(text.replace("---\n", f"---\n{line}\n", 1), encoding="utf-8")
    result = build(root / "content", root / "public", now=TODAY)

    assert find_leaks(before) != []
    assert result.moved
    assert find_leaks(read_site(root / "public")) == []


def test_a_withdrawn_report_with_another_error_says_its_reason(root: Path, read_site: ReadSite) -> None:
    write(root, make_hidden(withdrawn="应发布单位要求撤下。", place="甲省乙县没有的镇"))
    result = build(root / "content", root / "public", now=TODAY)
    made = read_site(root / "public")

    assert "place-unknown" in [problem.code for problem in result.problems]
    assert "应发布单位要求撤下。" in made[f"reports/{HIDDEN}/index.html"].decode()
