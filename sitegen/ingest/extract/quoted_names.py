"""Names in quotation marks that are practices, by the words around them and by their own form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.lexicon.practices import PracticeWords, load_practice_words
from sitegen.model.span import Span

_QUOTED = (re.compile(r"“([^“”]{1,40})”"), re.compile(r"‘([^‘’]{1,40})’"))
_BETWEEN = re.compile(r"[、和与及]{0,2}(?:以及)?")
_SPEECH = re.compile(r"[。！？…；]|^[^，]{6,}，")
_BREAK = re.compile(r"[，。；：！？、“”‘’（）()《》—…\s]")
_CLAUSE = re.compile(r"[，。；：！？]")
_NOT_SAID = re.compile(r"[“”‘’·、，,．.\s（）()]")
_DIGITS_ONLY = re.compile(r"[\dN+一二三四五六七八九十两零分钟重位级\-—]+")
_COUNTED = re.compile(r"^[两三四五六七八九十]+(?:大|个|项|条|张|种)")
_NUMERAL = "一二三四五六七八九十两双百千万多"
_SHAPES = (
    re.compile(r"[^+]{1,14}(?:\+[^+]{1,14})+|[^+]{1,6}\+|\+[^+]{1,6}"),
    re.compile(rf"(?:[{_NUMERAL}\d][^{_NUMERAL}\d+、，]{{1,4}}){{2,6}}"),
    re.compile(rf".{{0,4}}[{_NUMERAL}]进.{{0,4}}"),
)
_LONGEST = 20
"""Characters of a name; longer ones are sentences, unless they are a sum (干部+组长+…)."""
_HEAD_GAP, _MARK_GAP = 12, 4
"""How far after the quotation mark the word may stand that says what the name is."""
_VERB_GAP = 24
"""How far before the quotation mark the verb may stand, in the same clause."""
_HONOUR_GAP = 12
_GAP_STOPS = ("推动", "促进", "带动", "实现", "助力", "让", "使", "把", "在", "对", "了", "，", "与", "为", "成")


@dataclass(frozen=True, slots=True)
class Name:
    """A practice's name as it stands in a paragraph."""

    text: str
    """Without quotation marks."""
    span: Span
    """Where the name stands in the paragraph, quotation marks included."""


def find_quoted_names(paragraph: str) -> Iterator[Name]:
    """Yield the quoted names in a paragraph that are practices, in order of each sort of quotation mark.

    Names that stand side by side (“积分制”“清单制”) share the verb before and the word after them.
    """
    words = load_practice_words()
    for pattern in _QUOTED:
        for group in _groups(list(pattern.finditer(paragraph)), paragraph):
            before = _CLAUSE.split(paragraph[: group[0].start()])[-1]
            after = paragraph[group[-1].end() :]
            for match in group:
                name = _practice_name(match[1].strip(), before, after, words, alone=len(group) == 1)
                if name:
                    yield Name(name, Span(match.start(), match.end() + max(len(name) - len(match[1].strip()), 0)))


def _groups(matches: list[re.Match[str]], paragraph: str) -> list[list[re.Match[str]]]:
    groups: list[list[re.Match[str]]] = []
    for match in matches:
        if groups and _BETWEEN.fullmatch(paragraph[groups[-1][-1].end() : match.start()]):
            groups[-1].append(match)
        else:
            groups.append([match])
    return groups


def _practice_name(quoted: str, before: str, after: str, words: PracticeWords, *, alone: bool) -> str | None:
    """Return the name of the practice that stands in quotation marks, its head word included where it needs one."""
    bare = _NOT_SAID.sub("", quoted)
    if not bare or quoted in words.never_firm or bare in words.never_firm or _SPEECH.search(quoted):
        return None
    shaped = is_shaped(quoted)
    if len(quoted) > _LONGEST and not shaped:
        return None
    after = _COUNTED.sub("", after.removeprefix("等").removeprefix("的"))
    run = _BREAK.split(after, maxsplit=1)[0]
    head = _word_ahead(run, words.heads, _HEAD_GAP)
    if head is not None:
        stands_alone = not _DIGITS_ONLY.fullmatch(quoted) and (shaped or _ends(bare, words.endings))
        return quoted if stands_alone or not alone or len(bare) > _LONGEST else quoted + run[: head.end]
    known = any(part in words.known for part in (quoted, bare, *quoted.split("、")))
    ruled_out = not known and _is_ruled_out(bare, before, after, run, words)
    ruled_out = ruled_out or any(word in before[-_HONOUR_GAP:] for word in words.honours)
    if quoted in words.never or bare in words.never or bare.isdigit() or ruled_out:
        return None
    if known:
        return quoted
    if _word_ahead(run, words.markers, _MARK_GAP) is not None:
        return quoted
    if (len(bare) >= 3 and _ends(bare, words.endings)) or shaped:
        return quoted
    return quoted if _is_run(bare, before, run, words) else None


def is_shaped(name: str) -> bool:
    """Whether a name is built as names of practices are: a sum (公司+基地+农户) or a chain of numerals (一户一策)."""
    return any(shape.fullmatch(name) for shape in _SHAPES)


def _is_ruled_out(bare: str, before: str, after: str, run: str, words: PracticeWords) -> bool:
    """Whether the words around a name say that it is an aim, an honour, a problem or a figure of speech."""
    if any(word in after[:8] for word in words.with_as):
        return False
    if any(word in after[:6] for word in words.with_as_aim):
        return True
    ending = _ends(bare, words.endings)
    longest_after = next((word for word in words.not_after if run.startswith(word)), "")
    longest_marker = next((word for word in words.markers if run.startswith(word)), "")
    return (
        len(longest_after) > len(longest_marker)
        or _ends(before, words.not_before)
        or (run.startswith(words.goods_after) and not ending)
        or (_ends(bare, words.not_endings) and not ending and not longest_marker)
    )


def _is_run(bare: str, before: str, run: str, words: PracticeWords) -> bool:
    """Whether a verb before the name, or what it does after it, says that the place runs it."""
    if len(bare) >= 3 and _verb_before(before, words.strong_verbs):
        return True
    if len(bare) >= 4 and _verb_before(before, words.weak_verbs):
        return True
    return len(bare) >= 4 and run.startswith(words.deeds)


def _verb_before(before: str, verbs: tuple[str, ...]) -> bool:
    tail = before[-_VERB_GAP:]
    return any(verb in tail for verb in verbs)


def _word_ahead(run: str, words: tuple[str, ...], gap: int) -> Span | None:
    """Return where the nearest of some words stands at the beginning of a run of text; the longest at one place."""
    for start in range(min(gap, len(run)) + 1):
        if any(stop in run[:start] for stop in _GAP_STOPS):
            return None
        word = next((word for word in words if run.startswith(word, start)), None)
        if word:
            return Span(start, start + len(word))
    return None


def _ends(text: str, endings: tuple[str, ...]) -> bool:
    return text.endswith(endings)
