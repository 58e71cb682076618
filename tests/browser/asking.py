"""Ask the search page as a reader does."""

import random
import time
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Page

from sitegen.search.folding import fold, key

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


def find_wrong_answers(
    page: Page, articles: Articles, chance: random.Random, count: int
) -> list[tuple[str, list[str], Answer]]:
    """Ask the search page for random phrases of the articles; return what was not answered exactly.

    Each with the query, the paths of the articles that hold it, and the answer. The page shows results by twenties; of
    more than it shows, those that it shows and the number that it says must be right.
    """
    lines = [line for path in sorted(articles) for line in articles[path] if len(line) > 6]
    wrong = []
    for _ in range(count):
        line = chance.choice(lines)
        length = chance.randint(2, 6)
        start = chance.randrange(len(line) - length)
        phrase = line[start : start + length].strip()
        if not any(character.isalnum() for character in phrase):
            continue
        query = f'"{phrase}"' if " " in phrase else phrase
        answer = ask(page, query)
        expected = holders(articles, phrase)
        shown = set(answer.paths)
        if not (shown <= expected and len(shown) == min(20, len(expected)) and f"{len(expected)}篇" in answer.said):
            wrong.append((query, sorted(expected), answer))
    return wrong
