"""Ask the search page as a reader does."""

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from playwright.sync_api import Page

from sitegen.search.folding import fold, is_cjk, key
from sitegen.search.simplified import load_simplified

Articles = dict[str, list[str]]
"""Folded lines of articles as a reader sees them, by path."""


@dataclass(frozen=True)
class Answer:
    """What the search page shows."""

    paths: tuple[str, ...]
    """Paths of the result pages, in order."""
    said: str
    marks: tuple[str, ...]
    """All marked words of all results, in order."""
    seconds: float


def ask(page: Page, query: str) -> Answer:
    """Type a query on the open search page, send it, and wait for the answer."""
    page.evaluate("document.getElementById('results').removeAttribute('aria-busy')")
    page.fill("#q", query)
    started = time.monotonic()
    page.press("#q", "Enter")
    page.wait_for_selector("#results[aria-busy=false]", state="attached")
    return read_answer(page, time.monotonic() - started)


def read_answer(page: Page, seconds: float = 0) -> Answer:
    links = page.eval_on_selector_all("#results h2 a", "links => links.map(link => link.href)")
    return Answer(
        tuple(urlsplit(link).path for link in links),
        page.inner_text("#search-status"),
        tuple(page.eval_on_selector_all("#results mark", "marks => marks.map(mark => mark.textContent)")),
        seconds,
    )


def read_articles(page: Page, addresses: list[str]) -> Articles:
    """Return the folded lines of the article of each page that has one.

    The pages are laid out one after another inside the first: the same look, without loading it each time.
    """
    page.goto(addresses[0])
    articles = {}
    for address in addresses:
        shown = page.evaluate(
            """async (address) => {
                const text = await (await fetch(address)).text();
                document.body.replaceWith(new DOMParser().parseFromString(text, "text/html").body);
                return [...document.querySelectorAll("article")].map((article) => article.innerText);
            }""",
            address,
        )
        if lines := [fold(line) for text in shown for line in text.split("\n") if line.strip()]:
            articles[urlsplit(address).path] = lines
    return articles


def holders(articles: Articles, *phrases: str) -> set[str]:
    """Paths of the articles that hold all phrases, each inside one line."""
    keys = [key(fold(phrase)) for phrase in phrases]
    return {path for path, lines in articles.items() if all(any(one in key(line) for line in lines) for one in keys)}


def ask_all(page: Page, queries: list[str]) -> list[Answer]:
    """Ask the open search page one query after the other, as fast as it answers."""
    answers = page.evaluate(
        """async (queries) => {
            const [form, input, list, status] = ["search-form", "q", "results", "search-status"]
                .map((id) => document.getElementById(id));
            const texts = (selector, read) => [...list.querySelectorAll(selector)].map(read);
            const answers = [];
            for (const query of queries) {
                list.removeAttribute("aria-busy");
                input.value = query;
                form.requestSubmit();
                await new Promise((done) => {
                    const look = () => list.getAttribute("aria-busy") === "false" && done();
                    new MutationObserver(look).observe(list, { attributes: true });
                    look();
                });
                answers.push([
                    texts("h2 a", (link) => link.pathname), status.textContent, texts("mark", (one) => one.textContent),
                ]);
            }
            return answers;
        }""",
        queries,
    )
    return [Answer(tuple(paths), said, tuple(marks), 0) for paths, said, marks in answers]


def find_wrong_answers(page: Page, articles: Articles, queries: list[str]) -> list[tuple[str, list[str], Answer]]:
    """Ask the search page for phrases; return what was not answered exactly.

    Each with the query, the paths of the articles that hold it, and the answer. The page shows results by twenties; of
    more than it shows, those that it shows and the number that it says must be right, and the first hit must be marked.
    """
    keys = {path: "\n".join(map(key, lines)) for path, lines in articles.items()}
    wrong = []
    for query, answer in zip(queries, ask_all(page, queries), strict=True):
        phrase = key(fold(query.strip('"')))
        expected = {path for path, text in keys.items() if phrase in text}
        shown = set(answer.paths)
        right = shown <= expected and len(shown) == len(answer.paths) == min(20, len(expected))
        counted = not expected or answer.said.startswith(f"{len(expected)}篇")
        marked = not expected or any(phrase in key(fold(mark)) for mark in answer.marks)
        if not (right and counted and marked):
            wrong.append((query, sorted(expected), answer))
    return wrong


def draw_queries(lines: Sequence[str], chance: random.Random, count: int) -> list[str]:
    """Draw phrases of two to six characters from folded lines, typed as readers type them."""
    long_enough = [line for line in lines if len(line) > 6]
    drawn: list[str] = []
    while len(drawn) < count:
        line = chance.choice(long_enough)
        length = chance.randint(2, 6)
        start = chance.randrange(len(line) - length)
        phrase = line[start : start + length].strip()
        if len(phrase) > 1 and '"' not in key(phrase):
            drawn.append(_type(phrase, chance))
    return drawn


def _type(phrase: str, chance: random.Random) -> str:
    """Return a phrase in one of the ways it may be typed, in quotes where it has a space."""
    way = chance.randrange(6)
    if way == 0:
        phrase = "".join(chr(ord(one) + 0xFEE0) if "!" < one <= "~" else one for one in phrase)
    elif way == 1:
        forms = traditional_forms()
        phrase = "".join(chance.choice(forms.get(one, one)) for one in phrase)
    elif way == 2 and all(map(is_cjk, phrase)):
        phrase = " ".join(phrase)
    return f'"{phrase}"' if " " in phrase else phrase


@cache
def traditional_forms() -> dict[str, str]:
    """The traditional characters of each simplified one."""
    forms: dict[str, str] = {}
    for traditional, simplified in load_simplified().items():
        forms[simplified] = forms.get(simplified, "") + traditional
    return forms


def ask_index(page: Page, queries: list[str], order: str = "best") -> list[list[str]]:
    """Ask the index itself, by the script of the open search page; return the paths of all results in order.

    The text of the first result is read and must have a hit.
    """
    found: list[list[str]] = page.evaluate(
        """async ([queries, order]) => {
            const base = new URL(document.getElementById("search-data").dataset.index, location.href);
            const { openIndex, parseQuery } = await import(new URL("../assets/search-index.js", base));
            const index = await openIndex(base.href);
            const answers = [];
            for (const query of queries) {
                const results = await index.find(parseQuery(query), { order });
                const page = await results[0]?.read();
                if (page && !page.passages.length) throw new Error(`${query}: no hit in ${page.path}`);
                answers.push(results.map(({ path }) => path));
            }
            return answers;
        }""",
        [queries, order],
    )
    return found
