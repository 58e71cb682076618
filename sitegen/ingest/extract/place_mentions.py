"""Where a text names townships, counties and villages."""

import re
from dataclasses import dataclass
from functools import cache

from sitegen.ingest.extract.place_chains import LONGEST_NAME, chain_start, name_before, of_the_named
from sitegen.lexicon.gazetteer import TOWNSHIP, Division, load_gazetteer
from sitegen.lexicon.place_names import bare_name, load_place_words, split_township
from sitegen.lexicon.place_signs import counties_named, load_place_signs
from sitegen.lexicon.villages import village_stem
from sitegen.model.span import Span

_HAN = re.compile("[一-鿿㐀-䶿]")
_REGIMENT = re.compile(
    r"(?:第?(?P<number>[一二三四五六七八九十零〇]{1,4})|(?<!\d)(?P<figures>\d{2,3}))团(?![队员结体组伙圆年])"
)
_FIGURES = "零一二三四五六七八九"
_LONGEST_STEM = {"嘎查": 8}
"""Characters of the longest village's name without its end, where that is more than 5: 巴彦呼热图嘎查."""
_COUNTY_END = re.compile("[县区市旗]")


@dataclass(frozen=True, slots=True, kw_only=True)
class TownshipMention:
    """A township's name in a text."""

    name: str
    """As printed, without the name of its county: ``罗阳街道``, ``竹里畲族乡``."""
    span: Span
    listed: tuple[Division, ...]
    """The townships of the table that bear the name; empty for one of earlier years or a word that looks like one."""
    above: tuple[Division, ...]
    """The counties or prefectures whose name stands right before it; empty where none does."""
    above_short: bool = False
    """That name is printed without its suffix: 泰顺泗溪镇."""
    sure: bool = True
    """It can be no common word: 新城乡 in 翻新城乡 can."""
    elsewhere: bool = False
    """Words such as 与, 支援 stand before it: a neighbour, a partner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountyMention:
    """A county's full name in a text, of today or of earlier years."""

    name: str
    span: Span
    counties: tuple[Division, ...]
    before_township: bool = False
    """A township's name follows at once, so that it speaks of that township."""
    elsewhere: bool = False


def find_townships(text: str) -> tuple[TownshipMention, ...]:
    """Return where a text names townships, in order, also ones that the table does not have where they stand free."""
    found = []
    for match in _township_end().finditer(text):
        if mention := _township_ending(text, match):
            found.append(mention)
    found += [mention for match in _REGIMENT.finditer(text) if (mention := _regiment(text, match))]
    listed = [mention.span for mention in found if mention.listed]
    return tuple(
        mention
        for mention in sorted(found, key=lambda mention: mention.span)
        if not any(span != mention.span and (span.holds(mention.span) or _cuts(span, mention)) for span in listed)
    )


def find_counties(text: str) -> tuple[CountyMention, ...]:
    """Return where a text names counties in full, in order; words like 主城区 are none."""
    signs = load_place_signs()
    townships = {mention.span.start for mention in find_townships(text)}
    found = []
    for match in _COUNTY_END.finditer(text):
        for length in range(min(LONGEST_NAME, match.end()), 1, -1):
            start = match.end() - length
            name = text[start : match.end()]
            if name in signs.common_units or not (bearers := counties_named(name)):
                continue
            if not (counties := of_the_named(bearers, text, start)):
                break
            before, after = text[: chain_start(text, start)], text[match.end() :]
            found.append(
                CountyMention(
                    name=name,
                    span=Span(start, match.end()),
                    counties=counties,
                    before_township=match.end() in townships,
                    elsewhere=before.endswith(signs.elsewhere_before) or after.startswith(signs.elsewhere_after),
                )
            )
            break
    return tuple(found)


def find_village_stems(text: str) -> tuple[tuple[str, Span], ...]:
    """Return what may be names of villages without 村 or 社区, from the longest to the shortest for each, with spans.

    Where a name begins is not printed: 新建前坪村 gives 新建前坪, 建前坪, 前坪. The village index tells which is one.
    """
    signs = load_place_signs()
    found = []
    for match in re.finditer("|".join(signs.village_ends), text):
        if text.startswith(signs.not_after_village, match.end()):
            continue
        for length in range(_LONGEST_STEM.get(match[0], 5), 1, -1):
            start = match.start() - length
            stem = text[max(start, 0) : match.start()]
            if start >= 0 and all(map(_HAN.match, stem)) and not stem.endswith(signs.not_villages):
                found.append((village_stem(stem + match[0]), Span(start, match.end())))
    return tuple(found)


def _cuts(span: Span, mention: TownshipMention) -> bool:
    """Whether a listed name overlaps one that no table has: 田镇街道 and 某县田镇."""
    return not mention.listed and span.meets(mention.span)


def _township_ending(text: str, match: re.Match[str]) -> TownshipMention | None:
    """Return the township whose name ends where a suffix does."""
    signs = load_place_signs()
    end, suffix = match.end(), match[0]
    if any(text.startswith(word, end) for word in signs.common_continuations.get(suffix, ())):
        return None
    gazetteer = load_gazetteer()
    if any(gazetteer.named(text[end - 1 : end + more]) for more in (1, 2)):
        return None  # 镇江, 镇平县
    for length in range(min(LONGEST_NAME, end), len(suffix), -1):
        name = text[end - length : end]
        if not all(_HAN.match(c) for c in name):
            continue
        listed = tuple(row for row in gazetteer.named(name.removesuffix("办事处")) if len(row.code) == TOWNSHIP)
        if listed:
            return _mention(text, name, Span(end - length, end), listed)
    return _unlisted(text, end, suffix)


def _mention(text: str, name: str, span: Span, listed: tuple[Division, ...]) -> TownshipMention:
    signs = load_place_signs()
    above, short, start = name_before(text, span.start)
    free = bool(above) or span.start == 0 or not _HAN.match(text[span.start - 1])
    return TownshipMention(
        name=name.removesuffix("办事处") if name.endswith("街道办事处") else name,
        span=span,
        listed=listed,
        above=above,
        above_short=short,
        sure=free or not name.endswith(signs.common_ends),
        elsewhere=text[: chain_start(text, start)].endswith(signs.elsewhere_before),
    )


def _regiment(text: str, match: re.Match[str]) -> TownshipMention | None:
    """Return the farm of Xinjiang's construction corps that is named, 一四三团 or 143团; None for any other 团."""
    number = (match["number"] or "").replace("〇", "零")
    if figures := match["figures"]:
        number = "".join(_FIGURES[int(figure)] for figure in figures)
        if len(figures) == 2:
            number = f"{number[0]}十{number[1]}".removeprefix("一").removesuffix("零")
    listed = tuple(row for row in load_gazetteer().named(f"{number}团") if len(row.code) == TOWNSHIP)
    return _mention(text, match[0], Span(*match.span()), listed) if listed else None


def _unlisted(text: str, end: int, suffix: str) -> TownshipMention | None:
    """Return a name that the table does not have where it stands free: after a county's name or at a clause's start."""
    signs = load_place_signs()
    for length in range(len(suffix) + 1, len(suffix) + 7):
        start = end - length
        name = text[max(start, 0) : end]
        if start < 0 or not all(_HAN.match(c) for c in name) or name.endswith(signs.common_ends):
            return None
        if not bare_name(name).removesuffix(suffix) or not split_township(name)[1]:
            continue
        above, short, from_ = name_before(text, start)
        free = start == 0 or not _HAN.match(text[start - 1])
        if free or (above and not short):
            if len(split_township(name)[0]) < 2 or any(counties_named(name[:cut]) for cut in range(2, len(name))):
                continue
            elsewhere = text[: chain_start(text, from_)].endswith(signs.elsewhere_before)
            return TownshipMention(
                name=name, span=Span(start, end), listed=(), above=above, above_short=short, elsewhere=elsewhere
            )
    return None


@cache
def _township_end() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(suffix) for suffix, _ in load_place_words().township_suffixes))
