"""How much a paragraph or a short line looks like a lead, a title, a heading or a caption, by its words alone."""

import re
from functools import cache

from sitegen.ingest.structure.lines import ends_sentence
from sitegen.lexicon.layout import any_of, load_layout_words

_COUNTS = {character: number for number, character in enumerate("零一二三四五六七八九十")} | {"两": 2}
_RUN_IN = re.compile(r"[“\u3400-\u9fff][^。，；]{2,22}[。]")
_PHRASE = re.compile(r"[\u3400-\u9fff]{2}的[\u3400-\u9fff]{2,6}$")
_UNIT = re.compile(r"[\u3400-\u9fff](?:镇|乡|街道|县|区|市)")
_YEAR = re.compile(r"(?:19|20)\d\d年|[一二][〇○零九][〇○零一二三四五六七八九]{2}年")


@cache
def _count_pattern() -> re.Pattern[str]:
    return re.compile(rf"([一二三四五六七八九十两]{{1,2}})(?:大|个)?{any_of(load_layout_words().lead_counts)}")


def leadness(text: str, headings: int) -> float:
    """Return how much a paragraph sums up its report, from 0; at 2 and above it says little else.

    ``headings`` is the number of the report's headings: a lead that announces ``十大亮点`` over ten headings is sure.
    """
    words = load_layout_words()
    score = 0.5 * min(sum(word in text for word in words.lead_words), 5)
    score += 0.4 * bool(_YEAR.search(text[:40]))
    for match in _count_pattern().finditer(text):
        score += 2.5 if _number(match[1]) == headings else 0.5
    if len(text) > 40 and has_run_in(text):
        score -= 0.8
    if any(word in text[:60] for word in words.closing_words):
        score -= 2.0
    return max(score, 0.0)


def _number(printed: str) -> int:
    if printed[0] == "十":
        return 10 + (_COUNTS[printed[1]] if len(printed) > 1 else 0)
    return _COUNTS[printed[0]] * 10 if printed[1:] == "十" else _COUNTS[printed[0]]


def has_run_in(text: str) -> bool:
    """Whether a paragraph opens with a short sentence that names its subject (重构治理体系。坚持…)."""
    return bool(_RUN_IN.match(text[:26]))


def opens_section(text: str) -> float:
    """Return from 0 to 1 how much a paragraph reads like the first one of a section."""
    if has_run_in(text):
        return 0.2
    opening = _YEAR.sub("", text[:12].lstrip("“‘")) or text
    return 1.0 if opening.startswith(load_layout_words().section_openings) else 0.4


def captionness(packed: str) -> float:
    """Return how much a short line reads like the words under a picture; below 0 it reads like a heading."""
    words = load_layout_words()
    bare = packed.rstrip("。！”’）)")
    score = 0.0
    if any(mark in packed for mark in words.caption_marks):
        score += 5.0
    if bare.endswith(words.caption_ends):
        score += 1.5
    if any(scene in packed for scene in words.caption_scenes):
        score += 1.5
    if ends_sentence(packed):
        score += 1.5
        score -= 1.5 * any(word in bare for word in words.sentence_words)
    score += 0.8 * bool(_PHRASE.search(bare))
    score -= 1.0 * any(bare.startswith(verb) for verb in words.heading_verbs)
    score -= 0.5 * any(verb in bare for verb in words.heading_verbs)
    score -= 3.0 * any(word in bare for word in words.heading_words)
    return score


def titleness(packed: str) -> float:
    """Return how much a short line reads like the title of a whole report."""
    words = load_layout_words()
    score = 1.5 * any(word in packed for word in words.title_words)
    score += 1.0 * bool(_YEAR.search(packed))
    score += 0.7 * names_unit(packed)
    return score


def names_unit(packed: str) -> bool:
    """Whether a short line may name a township, county or city."""
    return bool(_UNIT.search(packed))


def names_part(packed: str) -> bool:
    """Whether a short line names a part of any report (工作回顾, 工作打算) and no unit."""
    return not names_unit(packed) and any(word in packed for word in load_layout_words().heading_words)
