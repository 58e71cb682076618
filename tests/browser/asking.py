"""Ask the search page as a reader does."""

import time
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Page


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


def read_articles(page: Page, addresses: list[str]) -> dict[str, list[str]]:
    """Return the lines of the article of each page as a reader sees them, by path."""
    lines = {}
    for address in addresses:
        page.goto(address)
        shown = page.eval_on_selector_all("article", "found => found.map(article => article.innerText)")
        lines[urlsplit(address).path] = [line for text in shown for line in text.split("\n") if line.strip()]
    return lines
