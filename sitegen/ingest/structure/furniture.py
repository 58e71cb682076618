"""What is printed on a page for the page's own sake: page numbers, running heads, rules, datelines."""

import re
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from sitegen.ingest.structure.lines import Line, ends_sentence
from sitegen.lexicon.layout import any_of, load_layout_words

_DASHES = r"[—–\-·•.~_=|∶:：]*"
_PAGE_NUMBER = re.compile(
    rf"{_DASHES}(?:第?(?:\d{{1,3}}|0\d{{1,3}})[页版]?|第[一二三四五六七八九十]{{1,3}}[页版]|[A-DP]\d{{1,2}}版?|第?\d{{1,3}}页?[/／,，]?共?\d{{1,3}}页|\d{{1,3}}/\d{{1,3}}){_DASHES}"
)
_RULE = re.compile(r"[—–\-=*_~·•.…■□◆◇●○★☆▲△▼│|+#<>/\\^]{2,}|[■□◆◇●○★☆▲△▼│|]")
_JUMP_WORDS = (
    r"(?:上接|下转|紧接|转接|转|接)[^（）()【】\[\]，。；]{0,10}?"
    r"第?[A-DP]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[版页]"
)
_JUMP = re.compile(rf"[（(【\[*]*{_JUMP_WORDS}[*）)】\]]*")
JUMP_AT_START = re.compile(rf"\s*[（(【\[]{_JUMP_WORDS}[）)】\]]\s*")
JUMP_AT_END = re.compile(rf"[（(【\[]{_JUMP_WORDS}[）)】\]]\s*$")
_DOCUMENT = re.compile(r"[\u3400-\u9fff]{1,10}[〔\[（(【](?:19|20)\d\d[〕\]）)】]第?\d{1,4}号")
_TRAIL = re.compile(r"首页[>＞»›/-]")
_REVIEW = re.compile(
    r"(?:(?:19|20)\d\d|[二〇○零一九]{4})年(?:全年|度|上半年|下半年|前?[一二三四1-4]季度|前[一二三四]个季度|\d{1,2}月份?)?"
    r"[\u3400-\u9fff]{0,6}(?:简报|通报|快报|专报|动态)$"
)
_ASIDE = re.compile(r"[（）()【】\[\]｜|·\s，,：:/／—–-]")
DATE = re.compile(
    r"(?:(?:19|20)\d\d年(?:\d{1,2}月(?:\d{1,2}日)?)?|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}月\d{1,2}日|"
    r"[二〇○零一九]{4}年[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}日)?)"
)


class Furniture(StrEnum):
    """What a line is that belongs to no report's text."""

    PAGE_NUMBER = "page-number"
    RULE = "rule"
    RUNNING_HEAD = "running-head"
    """Also 上接 and 下转: where on another page a text goes on."""
    DATELINE = "dateline"
    """A printed date, paper or issue; kept as data."""


def find_furniture(lines: Sequence[Line]) -> dict[int, Furniture]:
    """Return what furniture stands in which line, by index.

    A bare number counts as a page number where it stands alone between blank lines; in a source that has hardly any
    blank lines, anywhere. The first of several equal running heads is a dateline and kept.
    """
    airless = sum(line.gap > 0 for line in lines) < len(lines) / 40
    seen: Counter[str] = Counter()
    often = Counter(line.packed for line in lines if len(line.packed) <= 40)
    found: dict[int, Furniture] = {}
    for index, line in enumerate(lines):
        packed = line.packed
        if len(packed) > 80:
            continue
        alone = line.gap > 0 or index == 0
        alone = alone and (index + 1 == len(lines) or lines[index + 1].gap > 0)
        if _PAGE_NUMBER.fullmatch(packed) and (alone or airless or index == 0 or not packed.isdigit()):
            found[index] = Furniture.PAGE_NUMBER
        elif _RULE.fullmatch(packed):
            found[index] = Furniture.RULE
        elif _JUMP.fullmatch(packed):
            found[index] = Furniture.RUNNING_HEAD
        elif is_dateline(packed) or (
            often[packed] > 2 and len(packed) > 1 and not ends_sentence(packed) and len(packed) <= 25
        ):
            found[index] = Furniture.RUNNING_HEAD if seen[packed] else Furniture.DATELINE
            seen[packed] += 1
    return found


@cache
def _dateline_patterns() -> tuple[re.Pattern[str], tuple[re.Pattern[str], ...], re.Pattern[str]]:
    words = load_layout_words()
    head = re.compile(rf"(?:{any_of(words.dateline_heads)})[：:]")
    telling = (
        DATE,
        _DOCUMENT,
        re.compile(any_of(words.page_buttons)),
        re.compile(rf"[\u3400-\u9fff]{{1,8}}{any_of(words.paper_ends)}"),
    )
    along = re.compile(
        rf"\d{{1,2}}[:：]\d{{2}}(?:[:：]\d{{2}})?|{any_of(words.page_names)}|星期[一二三四五六日天]|农历[\u3400-\u9fff]{{2,9}}|"
        r"第?[A-D]?\d{1,4}版|[A-D]\d{1,2}|总?第\d{1,5}期|第[一二三四五六七八九十]+[期版]|\d{1,3}$|^\d{1,3}"
    )
    return head, telling, along


def is_dateline(packed: str) -> bool:
    """Whether a line holds nothing but dates, papers, page names and the like, at least one of the first two.

    White space is left out of ``packed``.
    """
    head, telling, along = _dateline_patterns()
    if head.match(packed):
        return not ends_sentence(packed) or packed.startswith(load_layout_words().sent_to)
    if _TRAIL.match(packed):
        return not ends_sentence(packed)
    if len(packed) > 60 or _REVIEW.search(packed):
        return False
    body, found = packed.strip("（）()【】[]｜|·"), 0
    for pattern in telling:
        body, times = pattern.subn("", body)
        found += times
    return bool(found) and not _ASIDE.sub("", along.sub("", body))


def halve_doubled(packed: str) -> str | None:
    """The half of a line that is printed twice in itself (``新青石新青石`` gives ``新青石``), else None."""
    half = len(packed) // 2
    if half >= 4 and len(packed) % 2 == 0 and packed[:half] == packed[half:]:
        return packed[:half]
    return None
