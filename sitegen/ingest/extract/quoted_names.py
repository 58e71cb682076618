"""Names in quotation marks that are practices, by the words around them and by their own form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.lexicon.practices import PracticeWords
from sitegen.model.span import Span

_QUOTED = (re.compile(r"“([^“”]{1,40})”"), re.compile(r"‘([^‘’]{1,40})’"))
_SIDE_BY_SIDE = re.compile(r"[、和与及]{0,2}(?:以及)?")
_SPEECH = re.compile(r"[。！？…；]|^[^，]{6,}，")
_BREAK = re.compile(r"[，。；：！？、“”‘’（）()《》—…\s]")
_CLAUSE = re.compile(r"[，。；：！？]")
_NOT_SAID = re.compile(r"[“”‘’·、，,．.\s（）()]")
_LINK = re.compile(r"等?的?(?:[两三四五六七八九十]+(?:大|个|项|条|张|种))?")
"""What may stand between a name and the word that says what it is: “…”“…”等三大行动."""
_NUMERAL = "一二三四五六七八九十两双百千万多"
_NO_WORD = re.compile(rf"[\dN+{_NUMERAL}零分钟重位级\-—]+|.{{1,2}}")
"""A name that is no name without its head word: “1+2+3”工作法, “绿盾”专项行动."""
_SHAPES = (
    re.compile(r"[^+]{1,14}(?:\+[^+]{1,14})+|[^+]{1,6}\+|\+[^+]{1,6}"),
    re.compile(rf"(?:[{_NUMERAL}\d][^{_NUMERAL}\d+、，]{{1,4}}){{2,6}}"),
    re.compile(rf".{{0,4}}[{_NUMERAL}]进.{{0,4}}"),
)
"""公司+基地+农户, 生态+; 一户一策一台账; 法律五进."""
_LONGEST = 20
"""Characters of a name; longer ones are sentences, unless they are a sum (干部+组长+…)."""
_LONGEST_SHARE = 8
"""Characters of one part of an arrangement: who, and what they do."""
_SHORT, _LONG = 3, 4
"""Characters from which a name can be one beside a strong verb, and from which it can beside a weak one."""
_HEAD_GAP, _NEVER_HEAD_GAP, _MARK_GAP = 12, 2, 4
"""How far after the name its head word may begin; the same after a figure of speech; the same of another marker."""
_GAP_STOPS = ("推动", "促进", "带动", "实现", "助力", "让", "使", "把", "在", "对", "了", "与", "为", "成")
"""What may not stand in that gap: there the sentence goes on."""
_VERB_GAP, _HONOUR_GAP = 24, 12
"""How far before the name the verb of running, or the word of honour, may begin, in the same clause."""
_AIM_GAP = 8
"""How far after the name 为主题 or 为抓手 may begin."""


@dataclass(frozen=True, slots=True)
class Name:
    """A practice's name as it stands in a paragraph."""

    text: str
    """Without quotation marks."""
    span: Span
    """Where the name stands in the paragraph, quotation marks included."""


@dataclass(frozen=True, slots=True)
class _Setting:
    """The words around one quoted name, or around several that stand side by side."""

    before: str
    """The clause up to the first name."""
    after: str
    """The text after the last name."""
    run: str
    """The words right after it, up to the next mark; 等, 的 and 三大 are left off."""
    is_direct: bool
    """One name, and nothing was left off ``run``: a head word belongs to it."""


def find_quoted_names(paragraph: str, words: PracticeWords) -> Iterator[Name]:
    """Yield the quoted names in a paragraph that are practices, in order of each sort of quotation mark.

    Names that stand side by side (“积分制”“清单制”) share the verb before and the word after them.
    """
    for pattern in _QUOTED:
        for group in _side_by_side(pattern, paragraph):
            setting = _setting(paragraph, group)
            for match in group:
                name = _practice_name(match[1], setting, words)
                if name:
                    yield Name(name, Span(match.start(), match.end() + len(name) - len(match[1])))


def _side_by_side(pattern: re.Pattern[str], paragraph: str) -> list[list[re.Match[str]]]:
    groups: list[list[re.Match[str]]] = []
    for match in pattern.finditer(paragraph):
        if groups and _SIDE_BY_SIDE.fullmatch(paragraph, groups[-1][-1].end(), match.start()):
            groups[-1].append(match)
        else:
            groups.append([match])
    return groups


def _setting(paragraph: str, group: list[re.Match[str]]) -> _Setting:
    after = paragraph[group[-1].end() :]
    link = _LINK.match(after)
    left_off = link.end() if link else 0
    return _Setting(
        before=_CLAUSE.split(paragraph[: group[0].start()])[-1],
        after=after,
        run=_BREAK.split(after[left_off:], maxsplit=1)[0],
        is_direct=len(group) == 1 and not left_off,
    )


def _practice_name(quoted: str, setting: _Setting, words: PracticeWords) -> str | None:
    """Return the name of the practice that is quoted, its head word included where it needs one; None for no practice.

    The order of the questions is the rule: what can be none, what its head word makes one, what the words around it
    rule out, and last what speaks for it.
    """
    bare = _NOT_SAID.sub("", quoted)
    if not bare or quoted.strip("“”‘’") != quoted or _is_none_at_all(quoted, bare, words):
        return None
    is_known = any(part in words.known for part in (quoted, bare, *quoted.split("、")))
    is_figure = quoted in words.never or bare in words.never
    run = setting.run
    head = _word_ahead(run, words.heads, _NEVER_HEAD_GAP if is_figure else _HEAD_GAP)
    if any(word in setting.before[-_HONOUR_GAP:] for word in words.honours) and not (head and is_known):
        return None
    if head:
        return quoted if _stands_alone(quoted, bare, head, words) or not setting.is_direct else quoted + run[: head.end]
    if is_figure or bare.isdigit():
        return None
    if is_known:
        return quoted
    if _is_ruled_out(bare, setting, words):
        return None
    return quoted if _is_spoken_for(quoted, bare, setting, words) else None


def _is_shaped(name: str, words: PracticeWords) -> bool:
    """Whether a name is built as names of practices are.

    A sum (公司+基地+农户), a chain of numerals (一户一策), or who does what (企业保底收购、合作社代管、农户分红).
    """
    parts = name.split("、")
    shares = len(parts) > 1 and all(part.startswith(words.actors) and len(part) <= _LONGEST_SHARE for part in parts)
    return shares or any(shape.fullmatch(name) for shape in _SHAPES)


def _stands_alone(quoted: str, bare: str, head: Span, words: PracticeWords) -> bool:
    """Whether a name needs no head word: it has one, or the form of one, or is long and its head word is near.

    A head word further off has a name of its own: “村—镇”三级事件报送流程.
    """
    if _NO_WORD.fullmatch(quoted):
        return False
    return _is_shaped(quoted, words) or bare.endswith(words.endings) or (len(bare) >= _LONG and head.start <= _MARK_GAP)


def _is_none_at_all(quoted: str, bare: str, words: PracticeWords) -> bool:
    """Whether it is doctrine, a group of people, a date or speech: no head word makes a practice of it."""
    return (
        quoted in words.never_firm
        or bare in words.never_firm
        or bool(_SPEECH.search(quoted))
        or (len(quoted) > _LONGEST and not _is_shaped(quoted, words))
    )


def _is_ruled_out(bare: str, setting: _Setting, words: PracticeWords) -> bool:
    """Whether the words around a name say that it is an aim, a problem, a thing for sale or a figure of speech."""
    beyond = setting.after[:_AIM_GAP]
    if any(word in beyond for word in words.with_as):
        return False
    ending = bare.endswith(words.endings)
    after = next((word for word in words.not_after if setting.run.startswith(word)), "")
    marker = next((word for word in words.markers if setting.run.startswith(word)), "")
    return (
        any(word in beyond for word in words.with_as_aim)
        or len(after) > len(marker)
        or setting.before.endswith(words.not_before)
        or (setting.run.startswith(words.goods_after) and not ending)
        or (bare.endswith(words.not_endings) and not ending and not marker)
    )


def _is_spoken_for(quoted: str, bare: str, setting: _Setting, words: PracticeWords) -> bool:
    """Whether a word after the name, its own form, a verb before it or what it does says that the place runs it."""
    verbs = setting.before[-_VERB_GAP:]
    return (
        _word_ahead(setting.run, words.markers, _MARK_GAP) is not None
        or _is_shaped(quoted, words)
        or (len(bare) >= _SHORT and (bare.endswith(words.endings) or any(verb in verbs for verb in words.strong_verbs)))
        or (
            len(bare) >= _LONG
            and (any(verb in verbs for verb in words.weak_verbs) or setting.run.startswith(words.deeds))
        )
    )


def _word_ahead(run: str, words: tuple[str, ...], gap: int) -> Span | None:
    """Return where the nearest of some words stands near the beginning of a run of text.

    The longest at one place, and those that follow it without a gap: 网格化管理 + 机制.
    """
    for start in range(min(gap, len(run)) + 1):
        if any(stop in run[:start] for stop in _GAP_STOPS):
            return None
        end = start
        while word := next((word for word in words if run.startswith(word, end)), ""):
            end += len(word)
        if end > start:
            return Span(start, end)
    return None
