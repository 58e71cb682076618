"""Half-width marks in Chinese text become Chinese ones; those inside numbers, times and Latin words stay."""

import re

from sitegen.ingest.repair.glyphs import ABSENT

_CHINESE = "\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# Marks that are made here are no context: repairing twice must change nothing more.
_MARKS = "、《》“”‘’「」『』【】〔〕％"
_IS_CHINESE = re.compile(f"[{_CHINESE}{_MARKS}]")
_MARK = re.compile(r"[,;:!?.()]|-{2,}")
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\n?\d{3})+(?!\d)")
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]*[A-Za-z0-9/]")
_WIDE_FORM = dict(zip(",;:!?.()", "，；：！？。（）", strict=True))


def repair_marks(text: str) -> str:
    """Turn half-width marks that stand in Chinese text into Chinese ones; the length stays.

    What stands beside a mark is looked up past white space, so that a mark at a line's end counts by the next line.
    ``1,234.5``, ``3.14``, ``12:30``, ``https://…`` and ``A, B`` stay. A run of dots becomes ``……`` and one of hyphens
    ``——``; characters of the run beyond these two become ``ABSENT``. Straight quotation marks need their paragraph and
    are left to ``repair_quotes``.
    """
    places = [index for index, character in enumerate(text) if not character.isspace() and character != ABSENT]
    packed = "".join([text[index] for index in places])
    if not _MARK.search(packed):
        return text
    fixed = _thousands(text)
    addresses = [match.span() for match in _ADDRESS.finditer(packed)]
    out = list(packed)
    opened: list[tuple[int, bool]] = []
    for match in _MARK.finditer(packed):
        start = match.start()
        mark = match[0]
        while addresses and addresses[0][1] <= start:
            del addresses[0]
        if addresses and addresses[0][0] <= start:
            continue
        before, after = packed[start - 1 : start], packed[match.end() : match.end() + 1]
        if mark == "(":
            opened.append((start, _parenthesis(packed, start)))
            new = _WIDE_FORM["("] if opened[-1][1] else mark
        elif mark == ")":
            wide = opened.pop()[1] if opened else bool(_IS_CHINESE.match(before) or _IS_CHINESE.match(after))
            new = _WIDE_FORM[")"] if wide else mark
        elif mark[0] == "-":
            new = _run("—", mark) if _IS_CHINESE.match(before) or _IS_CHINESE.match(after) else mark
        elif mark == "." and packed[start : start + 3] == "..." and before != ".":
            run = re.match(r"\.+", packed[start : start + 12])
            dots = run[0] if run else mark
            for shift, character in enumerate(_run("…", dots)):
                out[start + shift] = character
            continue
        elif places[start] in fixed or out[start] != mark or _stays(mark, before, after, packed, start):
            continue
        else:
            new = _WIDE_FORM[mark]
        out[start : match.end()] = new
    repaired = list(text)
    for index, character in zip(places, out, strict=True):
        repaired[index] = character
    return "".join(repaired)


def _thousands(text: str) -> frozenset[int]:
    """Offsets of the commas inside numbers."""
    return frozenset(
        index
        for match in _THOUSANDS.finditer(text)
        for index in range(match.start(), match.end())
        if text[index] == ","
    )


def _run(character: str, run: str) -> str:
    return (character * 2).ljust(len(run), ABSENT)[: len(run)]


def _parenthesis(text: str, start: int) -> bool:
    """Whether the parenthesis opened at ``start`` stands in Chinese text or holds some."""
    before = text[start - 1 : start]
    inside = text[start + 1 : start + 41].split(")")[0]
    return bool(_IS_CHINESE.match(before) or _IS_CHINESE.search(inside))


def _stays(mark: str, before: str, after: str, text: str, start: int) -> bool:
    """Whether the mark belongs to a number, a time, an address or Latin text."""
    chinese_before, chinese_after = bool(_IS_CHINESE.match(before)), bool(_IS_CHINESE.match(after))
    if mark == ".":
        return (
            not (chinese_before or before in "%‰)）")
            or bool(re.match(r"[A-Za-z0-9]", after))
            or before in "，、；：！？,;:!?。.…"
        )
    if mark == ":" and (text[start + 1 : start + 3] == "//" or (before.isdigit() and after.isdigit())):
        return True
    if chinese_before or chinese_after:
        return False
    latin = re.compile("[A-Za-z]")
    if latin.match(before) or latin.match(after) or not before or not after:
        return True
    return mark in "!?:"
