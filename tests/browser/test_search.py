import gzip
import random
import secrets
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.asking import (
    Answer,
    Articles,
    ask,
    draw_queries,
    find_wrong_answers,
    holders,
    read_answer,
    read_articles,
)
from tests.browser.conftest import ROOT, watch

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

FOUND = ("西湖镇", "邓家土家族乡", "积分制", "小院家", "太阳能路灯", "106.9%", "１０６．９％", "1+2+3", "镇", "，")


@pytest.fixture(scope="module")
def articles(browser: Browser, addresses: Callable[[str], list[str]]) -> Articles:
    """Folded lines of every article that is searched, by path."""
    page = browser.new_page()
    read = read_articles(page, addresses("reports") + addresses("bulletins"))
    page.close()
    return read


@pytest.fixture(scope="module")
def searching(browser: Browser, address: str) -> Iterator[Page]:
    """The search page, open for many questions."""
    page = browser.new_page()
    faults = watch(page)
    page.goto(f"{address}search/")
    yield page
    page.close()
    assert not faults


def assert_found(answer: Answer, expected: set[str]) -> None:
    assert sorted(expected) == sorted(answer.paths)
    assert f"{len(expected)}篇" in answer.said


@pytest.mark.parametrize("phrase", [phrase for phrase in FOUND if phrase != "，"])
def test_a_phrase_is_found_in_exactly_the_articles_that_hold_it(
    phrase: str, searching: Page, articles: Articles
) -> None:
    expected = holders(articles, phrase)
    assert expected

    assert_found(ask(searching, phrase), expected)


def test_random_phrases_are_found_in_exactly_the_articles_that_hold_them(searching: Page, articles: Articles) -> None:
    seed = secrets.randbits(32)
    lines = [line for path in sorted(articles) for line in articles[path]]

    wrong = find_wrong_answers(searching, articles, draw_queries(lines, random.Random(seed), 500))

    assert not wrong, f"seed {seed}"


def test_what_the_reports_are_about_is_found(searching: Page, articles: Articles) -> None:
    """A hundred queries as a reader would have them: practices, things that are measured, numbers with their units."""
    names: dict[str, None] = {}
    for file in sorted((ROOT / "content/reports").rglob("*.md")):
        front = yaml.safe_load(file.read_text(encoding="utf-8").split("---\n", 2)[1])
        for entry in (*front["practices"], *front["stats"][::5]):
            names |= dict.fromkeys(entry[name] for name in ("name", "indicator", "printed") if name in entry)
    queries = [f'"{name}"' for name in names if '"' not in name]

    wrong = find_wrong_answers(searching, articles, queries[:: len(queries) // 100])

    assert len(queries) >= 100
    assert not wrong


@pytest.mark.parametrize("phrase", ["西湖镇", "太阳能路灯", "106.9%"])
def test_every_hit_is_marked_as_printed(phrase: str, searching: Page, articles: Articles) -> None:
    answer = ask(searching, phrase)

    expected = [phrase] * sum(line.count(phrase) for lines in articles.values() for line in lines)

    assert expected == list(answer.marks)


def test_results_say_place_and_period_and_lead_to_the_heading(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    ask(page, "太阳能路灯")
    facts = page.eval_on_selector_all("#results .search-facts", "found => found.map(one => one.textContent)")
    links = page.eval_on_selector_all(
        "#results .search-heading a", "links => links.map(link => [link.href, link.textContent])"
    )

    assert links
    assert all("年" in fact for fact in facts)
    for link, heading in links:
        page.goto(link)
        anchor = link.partition("#")[2]

        assert heading == page.inner_text(f"[id='{anchor}']")


def test_every_result_has_a_title(searching: Page, articles: Articles) -> None:
    for line in (lines[0] for lines in articles.values()):
        ask(searching, line[:6])
        titles = searching.eval_on_selector_all("#results h2 a", "links => links.map(link => link.textContent.trim())")

        assert titles
        assert all(titles)


def test_several_words_find_the_articles_that_hold_all(searching: Page, articles: Articles) -> None:
    expected = holders(articles, "西湖镇", "路灯")
    assert expected

    assert_found(ask(searching, "西湖镇  路灯"), expected)
    assert_found(ask(searching, "路灯　西湖镇"), expected)


def test_quotes_keep_the_order(searching: Page, articles: Articles) -> None:
    assert_found(ask(searching, '"积分制"'), holders(articles, "积分制"))
    assert ask(searching, '"制积分"').paths == ()


def test_marks_inside_a_phrase_count(searching: Page, articles: Articles) -> None:
    lines = [line for path in sorted(articles) for line in articles[path]]
    line = next(line for line in lines if "、" in line[2:-2])
    middle = line.index("、", 2)
    phrase = line[middle - 2 : middle + 3]

    assert_found(ask(searching, phrase), holders(articles, phrase))
    assert ask(searching, phrase.replace("、", "；；")).paths == ()


def test_nothing_found_is_said_with_the_query(searching: Page) -> None:
    answer = ask(searching, "绝无此词乎")

    assert answer.paths == ()
    assert "绝无此词乎" in answer.said
    assert searching.is_visible("#search-browse")


@pytest.mark.parametrize(
    "query",
    [
        "长" * 10_000,
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[a-z]*(.+)?{2}|^$\\",
        "，。！？",
        "“",
        '"',
        '""',
        "😀",
        "%",
        "{count}",
        "__proto__",
        "\u202e\u200b",
    ],
    ids=lambda query: query[:12],
)
def test_bad_input_gets_a_plain_answer(query: str, searching: Page) -> None:
    ask(searching, "镇")

    answer = ask(searching, query)

    assert answer.said
    assert answer.seconds < 1
    assert searching.query_selector("#results script, #results img") is None
    assert len(searching.url) < 4_000  # no host refuses it when the page is loaded again


def test_an_empty_query_clears_the_answer(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q={quote('积分制')}")
    page.wait_for_selector("#results a")

    page.fill("#q", "  ")
    page.press("#q", "Enter")

    assert read_answer(page) == Answer((), "", (), 0)


def test_a_link_with_a_query_shows_its_results(page: Page, address: str, articles: Articles) -> None:
    page.goto(f"{address}search/?q={quote('积分制')}")
    page.wait_for_selector("#results[aria-busy=false]", state="attached")

    assert_found(read_answer(page), holders(articles, "积分制"))
    assert page.input_value("#q") == "积分制"


def test_back_and_forward_go_through_the_queries(page: Page, address: str, articles: Articles) -> None:
    page.goto(f"{address}search/")
    ask(page, "积分制")
    ask(page, "太阳能路灯")
    shown = []
    for step in (page.go_back, page.go_forward):
        step()
        page.wait_for_selector("#results a")
        page.wait_for_selector("#results[aria-busy=false]", state="attached")
        shown.append((page.input_value("#q"), set(read_answer(page).paths)))

    expected = [(phrase, holders(articles, phrase)) for phrase in ("积分制", "太阳能路灯")]

    assert expected == shown


def test_the_search_box_of_the_front_page_leads_to_results(page: Page, address: str, articles: Articles) -> None:
    page.goto(address)
    page.fill("input[type=search]", "积分制")
    page.press("input[type=search]", "Enter")
    page.wait_for_selector("#results[aria-busy=false]", state="attached")

    assert_found(read_answer(page), holders(articles, "积分制"))


def test_nothing_of_the_index_is_loaded_before_it_is_needed(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}search/")
    page.wait_for_load_state("networkidle")
    before = [url for url in asked if "search-index" in url]

    with page.expect_request(lambda request: "search-index/index.json" in request.url):
        page.focus("#q")

    assert before == []


def test_the_first_query_is_light(context: BrowserContext, address: str, site: Path, articles: Articles) -> None:
    held = Counter(
        pair
        for lines in articles.values()
        for pair in {pair for line in lines for pair in map("".join, pairwise(line))}
    )
    common = max((pair for pair in held if pair.isalpha()), key=lambda pair: (held[pair], pair))
    page = context.new_page()
    loaded: set[str] = set()
    page.on("response", lambda response: loaded.add(urlsplit(response.url).path.lstrip("/")))
    page.goto(f"{address}search/")
    assert len(ask(page, common).paths) > 6

    files = [site / path for path in loaded if path.startswith(("search-index/", "assets/search"))]
    compressed = sum(min(file.stat().st_size, len(gzip.compress(file.read_bytes()))) for file in files)

    assert compressed <= 170_000
    assert (site / "assets/search.js").stat().st_size <= 10_000


def test_without_script_the_page_says_so_and_leads_on(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}search/?q={quote('积分制')}")

    assert page.is_visible("noscript p")
    assert page.is_visible("#search-browse a")
    context.close()


def test_folding_in_the_browser_is_the_same(page: Page, address: str, folding_cases: list[dict[str, str]]) -> None:
    page.goto(f"{address}search/")
    made = page.evaluate(
        """async ([base, texts]) => {
            const rules = await import(`${base}assets/search-folding.js`);
            const pairs = await (await fetch(`${base}search-index/simplified.txt`)).text();
            const same = rules.addPairs(new Map(), pairs);
            return texts.map((text) => {
                const folded = rules.fold(text);
                return [folded, rules.key(folded, same).join("")];
            });
        }""",
        [address, [case["text"] for case in folding_cases]],
    )

    assert [[case["folded"], case["key"]] for case in folding_cases] == made
