"""Pages of made-up reports for measuring search: any number, the same for the same seed.

Words are those of the lexicon, as frequent as words are (the n-th most frequent one about 1/n as often as the first),
with villages, numbers and units between them and some sentences that every office writes.
"""

import random
import re
from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from importlib.resources import files
from itertools import accumulate
from pathlib import PurePosixPath

from benchmarks.sentences import ACTS, COUNTERS, MEANS, NAMES, RESULTS, VERBS
from sitegen.lexicon import load_series, load_themes
from sitegen.search import SearchPage

PARAGRAPHS, SENTENCES = 12, 5
YEARS = range(2014, 2024)
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GROUND = ("家湾", "家坪", "家岭", "家沟", "家店", "家桥", "家坝", "庙", "河口", "梁子", "垭口", "渡", "官庄", "墩")
PARTICLES = "的的的的了和与在对为等把被以及从到并上中下大新"
JOINTS = "，，，，，、；：—"


def make_pages(number: int, seed: int = 1) -> Iterator[SearchPage]:
    """Yield the pages of so many reports; those of a smaller number are the first of a larger one.

    A report has about 2,500 characters under six headings. Townships report for ten years one after the other.
    """
    for report in range(number):
        yield make_page(report, seed)


def make_page(report: int, seed: int = 1) -> SearchPage:
    """Return the page of a report by its number."""
    town, year = report // len(YEARS), YEARS[report % len(YEARS)]
    place = random.Random(f"{seed} {town}")
    name = "".join(place.sample(NAMES, 2)) + place.choice(("镇", "镇", "乡", "街道"))
    county = "".join(random.Random(f"{seed} county {town // 20}").sample(NAMES, 2)) + "县"
    chance = random.Random(f"{seed} {town} {year}")
    title = f"{name}{year}年工作总结"
    blocks = [f"<h1>{title}</h1>"]
    for number, (counter, theme) in enumerate(zip(COUNTERS, chance.sample(load_themes(), 6), strict=False)):
        blocks.append(f'<h2 id="section-{number}">{counter}、{theme.label}</h2>')
        blocks += [f"<p>{_paragraph(chance)}</p>" for _ in range(PARAGRAPHS // 6)]
    return SearchPage(
        file=PurePosixPath(f"reports/sheng/xian{town // 20:03}/zhen{town:04}/{year}/index.html"),
        html=f"<article>{''.join(blocks)}</article>",
        title=title,
        place=f"某省{county}{name}",
        period=f"{year}年",
        date=f"{year + 1}-01-{chance.randint(4, 28):02}",
    )


def _paragraph(chance: random.Random) -> str:
    return "".join(chance.choice((_prose, _prose, _stat, _stat, _phrase))(chance) for _ in range(SENTENCES))


def _prose(chance: random.Random) -> str:
    words, weights = _vocabulary()
    drawn = chance.choices(words, cum_weights=weights, k=chance.randint(9, 16))
    glue = [chance.choice((chance.choice(PARTICLES), "", "", chance.choice(JOINTS))) for _ in drawn]
    return "".join(word + mark for word, mark in zip(drawn, glue, strict=True)).rstrip(JOINTS) + "。"


def _phrase(chance: random.Random) -> str:
    return f"{chance.choice(ACTS)}，{chance.choice(MEANS)}，{chance.choice(RESULTS)}。"


def _stat(chance: random.Random) -> str:
    series = chance.choice(load_series())
    value = chance.choice((str(chance.randint(2, 9000)), f"{chance.randint(100, 99999) / 100:.2f}"))
    village = chance.choice(SURNAMES) + chance.choice(GROUND) + "村" if chance.random() < 0.4 else ""
    stat = f'<a id="s{chance.getrandbits(24):06x}" class="stat" data-stat="x">{value}{escape(series.unit)}</a>'
    return f"{village}{series.name}{chance.choice(VERBS)}{stat}，同比增长{chance.randint(1, 300) / 10:.1f}%。"


@cache
def _vocabulary() -> tuple[Sequence[str], Sequence[float]]:
    """Return the words of the lexicon in an order of their own, and their weights summed up."""
    words: set[str] = set()
    for file in sorted(files("sitegen.lexicon").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".yaml"):
            words.update(re.findall("[\u4e00-\u9fff]{2,6}", file.read_text(encoding="utf-8")))
    shuffled = sorted(words)
    random.Random("vocabulary").shuffle(shuffled)
    return shuffled, list(accumulate(1 / (rank + 3) for rank in range(len(shuffled))))
