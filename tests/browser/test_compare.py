"""The comparing page: its state in the address, what stands together and what apart, and how it fails."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from sitegen.build import build
from sitegen.problems import Severity
from tests.browser.comparing import PLACES, YI, write_archive
from tests.browser.hosting import host
from tests.browser.test_accessibility import MODES, Mode, find_barriers, opened  # noqa: F401 # a fixture
from tests.node.packages import read_axe

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("compare")]
expect.set_options(timeout=30_000)

QINGXI, NANSHAN, DONGPING = YI + "qingxi-zhen", YI + "nanshan-zhen", YI + "dongping-xiang"
SHIQIAO = YI + "shiqiao-zhen"
SIX = (QINGXI, NANSHAN, DONGPING, YI + "xihe-jiedao", YI + "beiling-xiang", SHIQIAO)


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("compared")
    write_archive(root / "content")
    result = build(root / "content", root / "public", base_url="https://archive.example/x/")
    assert result.moved
    assert not [str(problem) for problem in result.problems if problem.severity >= Severity.ERROR]
    return root / "public"


@pytest.fixture(scope="module")
def at_hand(invented: Path) -> Iterator[str]:
    with host(invented, "/x/") as served:
        yield served


def ask_for(indicator: str, *places: str, language: str = "") -> str:
    return f"{language}compare/?" + urlencode([("indicator", indicator), *(("place", place) for place in places)])


def state_of(page: Page) -> tuple[str, list[str]]:
    """The indicator and the places that the controls show, which must be those of the address."""
    asked = parse_qs(urlsplit(page.url).query)
    boxes = page.locator("#compare-places :checked")
    chosen = [str(boxes.nth(i).get_attribute("value")) for i in range(boxes.count())]

    assert sorted(asked.get("place", [])) == sorted(chosen)
    assert asked.get("indicator", [""]) == [page.input_value("#compare-indicator")]
    return page.input_value("#compare-indicator"), chosen


def headings_of(page: Page) -> list[str]:
    return page.locator("#compare-results h3").all_inner_texts()


def expect_groups(page: Page, count: int) -> None:
    expect(page.locator("#compare-results h3")).to_have_count(count)


def test_a_choice_stands_in_the_address_and_goes_back_and_forward(page: Page, at_hand: str) -> None:
    page.goto(f"{at_hand}compare/")
    expect(page.locator("#compare-browse a").first).to_be_visible()
    expect(page.locator("#compare-address")).to_be_hidden()
    page.select_option("#compare-indicator", "tax-revenue")
    page.get_by_label("南山镇").check()
    page.get_by_label("东坪乡").check()
    expect_groups(page, 2)
    expect(page.locator("#compare-places :focus")).to_have_value(DONGPING)

    assert state_of(page) == ("tax-revenue", [DONGPING, NANSHAN])
    shared = page.input_value("#compare-address")

    page.go_back()
    expect(page.locator("#compare-places :checked")).to_have_count(1)
    assert state_of(page) == ("tax-revenue", [NANSHAN])
    page.go_back()
    page.go_back()
    expect(page.locator("#compare-places")).to_be_hidden()
    expect(page.locator("#compare-results")).to_be_hidden()
    for _ in range(3):
        page.go_forward()
    expect_groups(page, 2)
    table = page.inner_text("#compare-results")

    page.goto(shared)
    expect_groups(page, 2)
    assert table == page.inner_text("#compare-results")


def test_what_can_be_compared_stands_together_and_the_rest_apart_with_the_reason(page: Page, at_hand: str) -> None:
    page.goto(at_hand + ask_for("tax-revenue", NANSHAN, DONGPING, SHIQIAO, "jia/yi"))
    expect_groups(page, 4)
    groups = page.locator(".compare-group")

    assert "全年" in headings_of(page)[0]
    assert groups.nth(0).locator("tbody th").all_inner_texts() == ["南山镇", "东坪乡"]
    assert groups.nth(0).locator("svg.bars [data-stat]").count() == 3
    assert groups.nth(0).locator("td:has(.none)").count() == 1
    reasons = [groups.nth(number).locator("p.note").first.inner_text() for number in (1, 2, 3)]
    assert ["时段长短不同" in reasons[0], "时段长短不同" in reasons[1], "范围不同" in reasons[2]] == [True] * 3
    assert "单位不同" not in "".join(reasons)
    assert page.locator("#compare-results svg").count() == 1


def test_values_lead_to_their_words_and_are_those_of_the_indicator_page(
    page: Page, invented: Path, at_hand: str
) -> None:
    page.goto(at_hand + ask_for("tax-revenue", *SIX))
    expect_groups(page, 4)
    shown = page.eval_on_selector_all(
        "#compare-results td .value", "links => links.map(a => [a.getAttribute('href'), a.dataset.stat, a.textContent])"
    )
    page.goto(f"{at_hand}indicators/tax-revenue/")
    listed = page.eval_on_selector_all(
        "main table .value", "links => links.map(a => [a.getAttribute('href'), a.dataset.stat, a.textContent])"
    )

    assert len(shown) == 10
    assert [value for value in shown if value not in listed] == []
    for address, stat, printed in shown:
        path, _, fragment = address.removeprefix("/x/").partition("#")
        text = (invented / path / "index.html").read_text(encoding="utf-8")
        assert fragment == stat
        assert f'id="{stat}"' in text
        assert printed in text


def test_six_places_are_the_most(page: Page, at_hand: str) -> None:
    page.goto(at_hand + ask_for("tax-revenue", *SIX[:5]))
    expect(page.locator("#compare-places :disabled")).to_have_count(0)
    page.get_by_label("石桥镇").press("Space")
    expect(page.locator("#compare-places :disabled")).to_have_count(2)
    expect(page.get_by_label("石桥镇")).to_be_focused()
    expect(page.locator("[role=status]")).to_contain_text("已选满六个")
    page.get_by_label("石桥镇").press("Space")
    expect(page.locator("#compare-places :disabled")).to_have_count(0)


def test_of_many_places_one_is_found_by_its_name(page: Page, at_hand: str) -> None:
    def add_places(route: Route) -> None:
        values = route.fetch().json()
        [place] = [place for place in values["places"] if place["id"] == QINGXI]
        [value] = [value for value in values["groups"][0]["values"] if value["place"] == QINGXI][:1]
        for number in range(50):
            name = {"zh-Hans": f"第{number}乡", "en": f"No. {number}"}
            values["places"].append({**place, "id": f"jia/{number}", "name": name})
            values["groups"][0]["values"].append({**value, "place": f"jia/{number}"})
        route.fulfill(json=values)

    page.route("**/data/indicators/tax-revenue.json", add_places)
    page.goto(at_hand + ask_for("tax-revenue", QINGXI))
    expect(page.locator("#compare-places li")).to_have_count(40)
    expect(page.locator("#compare-rest")).to_contain_text("18")
    page.get_by_label("按名称查找地方").fill("第49")
    expect(page.locator("#compare-places li")).to_have_count(2)
    page.get_by_label("第49乡").check()
    page.get_by_label("按名称查找地方").fill("")
    expect(page.locator("#compare-places li")).to_have_count(41)

    assert state_of(page) == ("tax-revenue", [QINGXI, "jia/49"])
    assert page.locator(".compare-group tbody tr").count() == 2


def test_a_place_leads_to_comparing_it(page: Page, at_hand: str) -> None:
    page.goto(f"{at_hand}places/{QINGXI}/")
    page.select_option("#compare-on", "solar-lamps")
    page.click(".compare-from button")
    expect(page.locator("#compare-places :checked")).to_have_value(QINGXI)
    page.click("#compare-results h2 a")
    page.click("a[href*='compare/?indicator=solar-lamps']")
    expect(page.locator("#compare-places li")).to_have_count(3)


def test_nothing_to_compare_is_said(page: Page, at_hand: str) -> None:
    page.goto(at_hand + ask_for("solar-lamps", QINGXI, SHIQIAO))
    expect_groups(page, 2)

    assert "没有报告过可以并排比较的数据" in page.inner_text("#compare-results")
    assert "没有可以并排比较的" in page.inner_text("[role=status]")
    assert page.locator("#compare-results svg").count() == 0


def test_different_years_are_said_to_be_different(page: Page, at_hand: str) -> None:
    page.goto(at_hand + ask_for("solar-lamps", YI + "beiling-xiang", QINGXI))
    expect_groups(page, 1)

    assert "没有两个地方报告同一时段" in page.inner_text(".compare-group")


def test_a_village_stands_apart_from_townships(page: Page, at_hand: str) -> None:
    page.goto(at_hand + ask_for("roads-hardened", NANSHAN, "南山镇河池村"))
    expect_groups(page, 2)

    assert "范围不同" in page.inner_text(".compare-group:nth-of-type(2)")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("indicator=nowhere&place=jia", "网址里的指标这里没有"),
        ("indicator=%3Cscript%3Ealert(1)%3C/script%3E", "网址里的指标这里没有"),
        ("indicator=tax-revenue&place=nowhere&place=%3Cb%3E", "有2个地方没有报告过"),
        (urlencode([("indicator", "tax-revenue"), *(("place", place) for place in PLACES)]), "另有2个未列入"),
        ("place=jia", ""),
    ],
)
def test_an_address_that_asks_for_too_much_gets_a_plain_answer(query: str, said: str, page: Page, at_hand: str) -> None:
    page.goto(f"{at_hand}compare/?{query}")
    expect(page.locator("[role=status]")).to_contain_text(said)
    expect(page.locator("#compare-indicator")).to_be_visible()

    assert page.locator("#compare-places :checked").count() <= 6


def test_without_script_the_page_leads_to_the_indicators(browser: Browser, at_hand: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{at_hand}compare/")

    assert "JavaScript" in page.inner_text("main")
    assert not page.is_visible("#compare-indicator")
    page.click("#compare-browse a >> nth=0")
    assert page.locator("main table .value").count() > 1
    context.close()


def test_lost_data_are_said_and_the_lists_remain(rough_page: Page, at_hand: str) -> None:
    broken = ["", "{", '{"version": 0}']

    def answer(route: Route) -> None:
        body = broken.pop()
        route.fulfill(status=200 if body else 500, body=body, content_type="application/json")

    rough_page.route("**/data/indicators/*.json", answer)
    for _ in range(len(broken)):
        rough_page.goto(at_hand + ask_for("tax-revenue", QINGXI))
        expect(rough_page.locator("[role=status]")).to_contain_text("数据没有取到")
        expect(rough_page.locator("[role=status] a")).to_have_attribute("href", f"{at_hand}indicators/tax-revenue/")
        expect(rough_page.locator("#compare-browse")).to_be_visible()
    rough_page.unroute("**/data/indicators/*.json")
    rough_page.select_option("#compare-indicator", "solar-lamps")
    expect_groups(rough_page, 2)


def test_the_english_page_says_the_same_in_english(page: Page, at_hand: str) -> None:
    page.goto(at_hand + ask_for("tax-revenue", NANSHAN, DONGPING, language="en/"))
    expect_groups(page, 2)

    assert "a whole year" in headings_of(page)[0]
    assert "different length of period" in page.inner_text(".compare-group:nth-of-type(2)")
    assert page.get_attribute("td .value >> nth=0", "lang") == "zh-Hans"
    page.click("#compare-results tbody a >> nth=0")
    expect(page).to_have_url(f"{at_hand}en/places/{NANSHAN}/")
    page.go_back()
    page.click("#compare-results td a >> nth=0")
    expect(page).to_have_url(f"{at_hand}reports/{NANSHAN}/2023/#aaaaa0")


def check_barriers(page: Page, at_hand: str) -> None:
    page.goto(at_hand + ask_for("tax-revenue", *SIX))
    expect_groups(page, 4)

    assert find_barriers(page, read_axe()) == []


@pytest.mark.parametrize("opened", [Mode("light", 390), Mode("dark", 1280)], ids=str, indirect=True)
def test_results_are_open_to_all_in_some_modes(opened: Page, at_hand: str) -> None:  # noqa: F811 # the fixture
    check_barriers(opened, at_hand)


@pytest.mark.long
@pytest.mark.parametrize("opened", MODES, ids=str, indirect=True)
def test_results_are_open_to_all_in_every_mode(opened: Page, at_hand: str) -> None:  # noqa: F811 # the fixture
    check_barriers(opened, at_hand)


def test_results_fit(page: Page, at_hand: str) -> None:
    page.goto(at_hand + ask_for("tax-revenue", *SIX))
    expect_groups(page, 4)
    for width in (1280, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, width
