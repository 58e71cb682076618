"""Completions, shares of a target; and ranks, places among others."""

import re
from dataclasses import dataclass

from sitegen.lexicon.comparisons import load_comparisons
from sitegen.quantities.clauses import Lead, strip_fillers

_NAME_STARTS = re.compile(r"[、(（)）“”：:和及与]")
_CIRCLE_ENDS = re.compile("综合|考核|评比|测评|[中里内排]")
_FIGURE = re.compile(r"\d[\d.,]*[千万亿]*.{1,3}$")
"""The target's own amount: 6亿元 of 目标任务6亿元."""
_LONGEST = 20


@dataclass(frozen=True, slots=True)
class Named:
    """The target of a completion or the circle of a rank, and where the words begin that say it."""

    text: str | None
    start: int


def find_completion(lead: Lead) -> Named | None:
    """Return the target that a share behind ``lead`` is of (占目标任务的, 完成合同工程量), or None."""
    words = load_comparisons()
    stripped = strip_fillers(lead.text).removesuffix("的")
    if stripped.endswith(words.not_completion_rates):
        return None
    for rate in words.completion_rates:
        if stripped.endswith(rate):
            name = _NAME_STARTS.split(stripped[: -len(rate)])[-1]
            return Named(name or None, lead.start + len(stripped) - len(rate) - len(name))
    found = [(stripped.rfind(verb), verb) for verb in words.target_verbs if verb in stripped]
    for at, verb in sorted(found, key=lambda place: (-place[0], -len(place[1]))):
        if target := _target(verb, stripped[at + len(verb) :]):
            return Named(target, lead.start + at)
    return _done(lead, stripped)


def _target(verb: str, behind: str) -> str | None:
    """Return the target that a verb of completion names: 年度预算, 目标任务 of 目标任务6亿元, or None."""
    words = load_comparisons()
    name = _FIGURE.sub("", behind.removeprefix("了"))
    if not 0 < len(name) <= _LONGEST:
        return None
    if verb.endswith("完成"):
        done = name.endswith(words.targets + words.done_objects) or any(word in name for word in words.targets)
        return name if done else None
    core = name if name.endswith(words.targets) else _without_tail(name)
    whole = verb.startswith("占") and core.endswith(words.wholes)
    return name if core.endswith(words.targets) and not whole else None


def _without_tail(name: str) -> str:
    tail = next((tail for tail in load_comparisons().target_tails if name.endswith(tail)), "")
    return name.removesuffix(tail)


def _done(lead: Lead, stripped: str) -> Named | None:
    """Return what was done to a share: 目标任务 of 目标任务完成102%."""
    done = stripped.removesuffix("完成").removesuffix("已")
    if not stripped.endswith("完成") or not done.endswith(load_comparisons().done_targets):
        return None
    name = _NAME_STARTS.split(done)[-1]
    return Named(name, lead.start + len(done) - len(name))


def find_rank(lead: Lead) -> Named:
    """Return among whom a rank behind ``lead`` is: 全县 of 居全县第一, or None in its place."""
    words = load_comparisons()
    text = lead.text
    at, verb = max(
        ((word.find(text), word.word) for word in words.rank_verbs if word.find(text) >= 0),
        default=(-1, ""),
        key=lambda found: (found[0] + len(found[1]), len(found[1])),
    )
    behind = _strip_rank(text[at + len(verb) :]) if at >= 0 else ""
    timed = any(word in behind for word in words.period_words)
    if behind and "第" not in behind and len(behind) <= _LONGEST and not timed:
        return Named(behind, lead.start + at)
    ahead = text[:at] if at >= 0 else text
    circles = [(ahead.rfind(circle), circle) for circle in words.ranked_among if circle in ahead]
    if not circles:
        return Named(None, lead.start + max(at, 0))
    first, circle = max(circles, key=lambda found: (found[1][0] in "全各", found[0]))
    name = _CIRCLE_ENDS.split(ahead[first:])[0]
    return Named(_strip_rank(name) or circle, lead.start + first)


def _strip_rank(words: str) -> str:
    fillers = load_comparisons().rank_fillers
    changed = True
    while changed:
        changed = False
        for filler in fillers:
            if words.endswith(filler) and len(words) >= len(filler):
                words, changed = words.removesuffix(filler), True
            if words.startswith(filler) and words:
                words, changed = words.removeprefix(filler), True
    return words
