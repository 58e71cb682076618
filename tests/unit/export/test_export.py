import csv
import io
import json
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from sitegen.archive import Archive, relate
from sitegen.export import COLUMNS, list_stats, make_data_files, make_indexes
from sitegen.model.content import Content
from sitegen.model.period import Period
from sitegen.model.place import Place, PlaceLevel
from sitegen.model.report import Report, Section, Series, Settings, Source, Theme
from sitegen.model.stat import Stat
from sitegen.model.terms import Bound, Kind, PlaceId, ReportPath, SeriesId, StatId, Status, ThemeId
from sitegen.routes import Routes

ATOM = "{http://www.w3.org/2005/Atom}"
ROUTES = Routes("https://example.org/x/")
ECONOMY = ThemeId("economy")


def make_stat(**given: object) -> Stat:
    base = {
        "id": StatId("k3f9a2"),
        "indicator": "税收",
        "value": Decimal("5.98E+6"),
        "unit": "元",
        "printed": "598万元",
        "theme": ECONOMY,
        "quote": '完成税收598万元，"同比"增长',
    }
    return Stat(**(base | given))  # type: ignore[arg-type]


def make_report(path: str, **given: object) -> Report:
    base = {
        "path": ReportPath(path),
        "title": None,
        "place": "甲省乙县清溪镇",
        "issuer": "清溪镇",
        "period": Period.of_year(2023),
        "published": None,
        "added": date(2026, 1, 2),
        "source": Source("a1.txt", "ab" * 32, 1),
        "credits": (),
        "captions": (),
        "themes": (ECONOMY,),
        "sections": (Section(None, (ECONOMY,)),),
        "practices": (),
        "stats": (),
        "body": "全年完成税收598万元。",
    }
    return Report(**(base | given))  # type: ignore[arg-type]


def make_archive(*reports: Report) -> Archive:
    names = {"甲省": "jia", "甲省乙县": "jia/yi", "甲省乙县清溪镇": "jia/yi/qingxi-zhen"}
    places = tuple(
        Place(id=PlaceId(i), name=n, full_name=n, level=level, code=str(number))
        for number, ((n, i), level) in enumerate(zip(names.items(), PlaceLevel, strict=True))
    )
    return relate(
        Content(
            settings=Settings("档案", "说明", "https://example.org/x/"),
            reports=reports,
            places=places,
            themes=(Theme(ECONOMY, "经济", "Economy", "钱。"), Theme(ThemeId("safety"), "安全", "Safety", "")),
            series=(Series(SeriesId("tax"), "税收", "元", ECONOMY, aliases=("税收收入",)),),
        )
    )


def indexes_of(archive: Archive, pages: Iterable[str] = ()) -> dict[str, bytes]:
    return dict(make_indexes(archive, ROUTES, pages))


def feed_of(archive: Archive, address: str = "/x/feed.xml") -> ElementTree.Element:
    return ElementTree.fromstring(indexes_of(archive)[address])


def data_of(archive: Archive) -> dict[str, bytes]:
    return {file.name: file.data for file in make_data_files(archive, ROUTES)}


FULL = make_stat(
    value=Decimal("-9"),
    value_to=Decimal("1E+1"),
    at=2,
    bound=Bound.NEARLY,
    kind=Kind.CHANGE,
    basis="同比",
    status=Status.TARGET,
    period=Period.parse("2023-01/2023-09"),
    place="甲省乙县",
    series=SeriesId("tax"),
)


def test_a_row_says_all_that_a_stat_says() -> None:
    archive = make_archive(make_report("jia/yi/qingxi-zhen/2023", stats=(FULL,)))

    (row,) = list_stats(archive, ROUTES)

    expected = {
        "address": "https://example.org/x/reports/jia/yi/qingxi-zhen/2023/#k3f9a2",
        "report": "jia/yi/qingxi-zhen/2023",
        "id": "k3f9a2",
        "place": "甲省乙县",
        "place_id": "jia/yi",
        "division_code": "1",
        "issuer": "清溪镇",
        "period": "2023-01/2023-09",
        "period_first": "2023-01-01",
        "period_last": "2023-09-30",
        "theme": "economy",
        "theme_label": "经济",
        "series": "tax",
        "indicator": "税收",
        "printed": "598万元",
        "value": "-9",
        "value_to": "10",
        "unit": "元",
        "bound": "nearly",
        "kind": "change",
        "basis": "同比",
        "status": "target",
        "quote": '完成税收598万元，"同比"增长',
        "occurrence": "2",
        "report_title": "清溪镇：2023年",
        "source_file": "a1.txt",
        "source_sha256": "ab" * 32,
    }

    assert expected == row


def test_a_row_takes_place_and_period_from_its_report() -> None:
    archive = make_archive(make_report("jia/yi/qingxi-zhen/2023", stats=(make_stat(),)))

    (row,) = list_stats(archive, ROUTES)

    assert row["place_id"] == "jia/yi/qingxi-zhen"
    assert row["period"] == "2023"
    assert row["value"] == "5980000"
    assert row["value_to"] is None


def test_a_village_has_no_place_of_the_archive() -> None:
    stat = make_stat(place="甲省乙县清溪镇上村")
    (row,) = list_stats(make_archive(make_report("jia/yi/qingxi-zhen/2023", stats=(stat,))), ROUTES)

    assert row["place"] == "甲省乙县清溪镇上村"
    assert row["place_id"] is None
    assert row["division_code"] is None


def test_an_undated_report_by_hand_has_empty_cells() -> None:
    report = make_report("jia/yi/qingxi-zhen/undated", period=None, source=None, issuer=None, stats=(make_stat(),))

    (row,) = list_stats(make_archive(report), ROUTES)

    assert [row[name] for name in ("period", "period_first", "source_file", "issuer")] == [None] * 4


def test_csv_is_read_back_as_it_was() -> None:
    archive = make_archive(make_report("jia/yi/qingxi-zhen/2023", stats=(FULL, make_stat(id=StatId("b00000")))))
    data = data_of(archive)["stats.csv"]

    read = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    expected = [{name: value or "" for name, value in row.items()} for row in list_stats(archive, ROUTES)]

    assert expected == read


def test_csv_is_for_excel_and_by_the_rfc() -> None:
    data = data_of(make_archive(make_report("jia/yi/qingxi-zhen/2023", stats=(FULL,))))["stats.csv"]
    lines = data.split(b"\r\n")

    assert data.startswith(b"\xef\xbb\xbfaddress,report,id,")
    assert len(lines) == 3
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert '"完成税收598万元，""同比""增长"'.encode() in data


def test_json_holds_the_same_rows_and_says_what_columns_are() -> None:
    archive = make_archive(make_report("jia/yi/qingxi-zhen/2023", stats=(FULL,)))
    read = json.loads(data_of(archive)["stats.json"])

    expected = {"columns": dict(COLUMNS), "stats": list(list_stats(archive, ROUTES))}

    assert expected == read


def test_the_other_files_refer_to_the_same_ids() -> None:
    data = data_of(make_archive(make_report("jia/yi/qingxi-zhen/2023", stats=(FULL,))))
    reports, places = json.loads(data["reports.json"])["reports"], json.loads(data["places.json"])["places"]
    indicators = json.loads(data["indicators.json"])["indicators"]

    assert [(r["place_id"], r["stats"], r["heading"]) for r in reports] == [("jia/yi/qingxi-zhen", 1, "清溪镇：2023年")]
    assert [(p["id"], p["parent"], p["reports"]) for p in places] == [
        ("jia", None, 1),
        ("jia/yi", "jia", 1),
        ("jia/yi/qingxi-zhen", "jia/yi", 1),
    ]
    assert [(i["id"], i["aliases"], i["values"]) for i in indicators] == [("tax", ["税收收入"], 1)]
    assert [(i["places"], i["value_file"]) for i in indicators] == [
        (1, "https://example.org/x/data/indicators/tax.json")
    ]


def test_an_empty_archive_has_all_files() -> None:
    archive = make_archive()

    assert data_of(archive)["stats.csv"].count(b"\r\n") == 1
    assert json.loads(data_of(archive)["reports.json"]) == {"reports": []}
    assert feed_of(archive).findall(f"{ATOM}entry") == []


def test_a_feed_has_what_the_rfc_requires() -> None:
    feed = feed_of(make_archive(make_report("jia/yi/qingxi-zhen/2023")))
    required = ("id", "title", "updated", "author")
    elements = [feed, *feed.findall(f"{ATOM}entry")]

    assert len(elements) == 2
    for element in elements:
        assert [len(element.findall(ATOM + name)) for name in required] == [1] * 4
        assert (element.findtext(f"{ATOM}id") or "").startswith("urn:uuid:")
        assert datetime.fromisoformat(element.findtext(f"{ATOM}updated") or "").tzinfo is not None
        assert element.findtext(f"{ATOM}author/{ATOM}name")
    self_links = [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert self_links == ["https://example.org/x/feed.xml"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"published": date(2024, 1, 5)}, "2024-01-05"),
        ({}, "2023-12-31"),
        ({"period": None}, "2026-01-02"),
    ],
)
def test_an_entry_is_dated_by_publication_else_period_else_addition(given: dict[str, object], expected: str) -> None:
    feed = feed_of(make_archive(make_report("jia/yi/qingxi-zhen/a", **given)))

    assert f"{expected}T00:00:00+08:00" == feed.findtext(f"{ATOM}entry/{ATOM}updated")


def test_a_report_without_any_date_is_in_no_feed() -> None:
    feed = feed_of(make_archive(make_report("jia/yi/qingxi-zhen/a", period=None, added=None)))

    assert feed.find(f"{ATOM}entry") is None


def test_ids_survive_a_move_of_the_site() -> None:
    archive = make_archive(make_report("jia/yi/qingxi-zhen/2023"))
    moved = dict(make_indexes(archive, Routes("https://other.example/"), ()))["/feed.xml"]

    expected = feed_of(archive).findtext(f"{ATOM}entry/{ATOM}id")

    assert expected == ElementTree.fromstring(moved).findtext(f"{ATOM}entry/{ATOM}id")


def test_each_theme_has_a_feed_of_its_reports() -> None:
    archive = make_archive(make_report("jia/yi/qingxi-zhen/2023"))
    titles = {
        theme: [entry.findtext(f"{ATOM}title") for entry in feed_of(archive, f"/x/themes/{theme}/feed.xml")]
        for theme in ("economy", "safety")
    }

    assert "清溪镇：2023年" in titles["economy"]
    assert "清溪镇：2023年" not in titles["safety"]


def test_a_feed_holds_the_newest_reports() -> None:
    reports = [make_report(f"jia/yi/qingxi-zhen/{year}", period=Period.of_year(year)) for year in range(1950, 2020)]
    entries = feed_of(make_archive(*reports)).findall(f"{ATOM}entry")

    expected = [f"清溪镇：{year}年" for year in range(2019, 1969, -1)]

    assert expected == [entry.findtext(f"{ATOM}title") for entry in entries]


def test_markup_and_control_characters_of_a_text_stay_text() -> None:
    report = make_report("jia/yi/qingxi-zhen/2023", title="<b>&\x0b标题", body="\\<script>甲\\&乙\x0c")

    entry = feed_of(make_archive(report)).find(f"{ATOM}entry")

    assert entry is not None
    assert entry.findtext(f"{ATOM}title") == "<b>&标题"
    assert entry.findtext(f"{ATOM}summary") == "<script>甲&乙"


def test_a_long_summary_ends_after_a_sentence() -> None:
    sentence = "一" * 89 + "。"
    feed = feed_of(make_archive(make_report("jia/yi/qingxi-zhen/2023", body=f"## 一、标题\n\n{sentence * 3}")))

    assert sentence * 2 == feed.findtext(f"{ATOM}entry/{ATOM}summary")


def test_the_sitemap_lists_pages_sorted_with_dates() -> None:
    archive = make_archive(make_report("jia/yi/qingxi-zhen/2023"))
    site = indexes_of(archive, ["/x/reports/jia/yi/qingxi-zhen/2023/", "/x/"])["/x/sitemap.xml"]
    urls = [[child.text for child in url] for url in ElementTree.fromstring(site)]

    expected = [["https://example.org/x/"], ["https://example.org/x/reports/jia/yi/qingxi-zhen/2023/", "2026-01-02"]]

    assert expected == urls


def test_the_sitemap_names_the_same_page_in_other_languages() -> None:
    archive, pages = make_archive(), ["/x/", "/x/en/", "/x/about/"]
    made = dict(make_indexes(archive, ROUTES, pages, ("zh-Hans", "en")))["/x/sitemap.xml"]
    link = "{http://www.w3.org/1999/xhtml}link"
    versions = {
        str(url[0].text): {found.get("hreflang"): found.get("href") for found in url.iter(link)}
        for url in ElementTree.fromstring(made)
    }
    home = {
        "zh-Hans": "https://example.org/x/",
        "en": "https://example.org/x/en/",
        "x-default": "https://example.org/x/",
    }

    expected = {"https://example.org/x/": home, "https://example.org/x/en/": home, "https://example.org/x/about/": {}}

    assert expected == versions


def test_robots_lead_to_the_sitemap() -> None:
    expected = b"User-agent: *\nAllow: /\nSitemap: https://example.org/x/sitemap.xml\n"

    assert expected == indexes_of(make_archive())["/x/robots.txt"]


def test_robots_of_a_site_without_a_host_name_no_sitemap() -> None:
    made = dict(make_indexes(make_archive(), Routes("/"), ()))["/robots.txt"]

    assert made == b"User-agent: *\nAllow: /\n"
