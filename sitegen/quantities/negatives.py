"""Which amounts are no stat: those inside dates, names and sayings, thresholds, spans of time, announced lists."""

import re
from collections.abc import Callable

from sitegen.lexicon.bounds import load_bounds
from sitegen.lexicon.comparisons import load_comparisons
from sitegen.lexicon.not_numbers import load_not_numbers
from sitegen.model.span import Span
from sitegen.model.terms import Bound
from sitegen.quantities.amounts import Amount
from sitegen.quantities.scan import Scan

Rule = Callable[[str, Amount, Amount | None], bool]
"""Whether an amount of a folded text is no stat; the third argument is the amount after it."""

_QUOTED = re.compile('“([^“”]*)”|‘([^‘’]*)’|「([^「」]*)」|"([^"]*)"')
_STOPS = re.compile("[，。；！？,;!?]")
_CLAUSE_ENDS = "，。；：、！？,;:)）]”…"
_COUNTED = ("counted", "people", "household", "listed")
_SHORT_BEFORE = 10
_RANK_REACH = 12
_RANK_FILLERS = re.compile("[的中内里综合考核评比总分位列]+$")
_NUMERAL = "零一二两三四五六七八九十"


def is_stat(scan: Scan, index: int, masks: tuple[Span, ...]) -> bool:
    """Whether the amount measures something; ``masks`` are those of ``find_masks`` for the same folded text."""
    text, amount = scan.folded.text, scan.amounts[index]
    following = scan.amounts[index + 1] if index + 1 < len(scan.amounts) else None
    if amount.group == "rank":
        return _is_rank(text, amount)
    if any(mask.start < amount.end and amount.core < mask.end for mask in masks):
        return False
    return not any(rule(text, amount, following) for rule in RULES)


def find_masks(text: str) -> tuple[Span, ...]:
    """Return where a folded text holds words whose numbers measure nothing, in no order."""
    words = load_not_numbers()
    masks = [Span(*match.span()) for match in words.idioms.finditer(text)]
    for kind in words.patterns:
        for match in kind.pattern.finditer(text):
            before = text[max(match.start() - _SHORT_BEFORE, 0) : match.start()]
            if not any(word in before for word in kind.unless_before):
                masks.append(Span(*match.span()))
    for match in _QUOTED.finditer(text):
        if len(match[0]) <= words.quoted_name_length + 2 and not _STOPS.search(match[0]):
            masks.append(Span(*match.span()))
    return tuple(masks)


def _is_rank(text: str, amount: Amount) -> bool:
    """A rank follows a word for ranking (居全县第一), or moves from place to place (由第21位升至第8位)."""
    words = load_comparisons()
    before = re.split("[，。；、,;:：]", text[: amount.start])[-1]
    ranked = any(word.find(before[-_RANK_REACH:]) >= 0 for word in words.rank_verbs)
    among = _RANK_FILLERS.sub("", before).endswith(words.ranked_among)
    if not ranked and not among and not text.startswith(words.rank_moves, amount.end):
        return False
    return (text[amount.end - 1] in "位名" and text[amount.end :][:1] not in "次单") or (
        text[amount.end : amount.end + 1] in _CLAUSE_ENDS + "的和及"
    )


def _is_unmodified_scale(text: str, amount: Amount, following: Amount | None) -> bool:
    """万亩茶园, 千家农户: a scale alone counts only where a word limits it (近千人, 突破万元)."""
    return amount.scale_alone and amount.bound not in (Bound.OVER, Bound.NEARLY, Bound.ABOUT)


def _is_vague(text: str, amount: Amount, following: Amount | None) -> bool:
    """数百人, 数十万元, 几百户, 上千万: how many is not said."""
    before = text[max(amount.core - 2, 0) : amount.core]
    return amount.worded and (
        before.endswith("几") or (before.endswith("数") and before[:1] not in tuple("人户次总件个指"))
    )


def _is_threshold(text: str, amount: Amount, following: Amount | None) -> bool:
    """500万元以上项目5个, 超10万元的村3个: the number names a class of what is counted behind it."""
    bounds = load_bounds()
    limited = amount.after in bounds.thresholds or amount.before in bounds.threshold_prefixes
    rest = text[amount.end :]
    limited = limited or (amount.value_to is not None and rest.startswith("的"))
    if not limited or not rest or rest[0] in _CLAUSE_ENDS:
        return False
    if following is None or following.group not in _COUNTED or _STOPS.search(text[amount.end : following.start]):
        names_class = amount.after in bounds.thresholds and rest.startswith(bounds.threshold_classes)
        return names_class and amount.group not in ("share", "people", "household")
    return amount.after in bounds.thresholds or amount.group not in _COUNTED


def _is_span_of_time(text: str, amount: Amount, following: Amount | None) -> bool:
    """两年时间, 3年: a length of time counts where it is what was reached (连续11年, 优良天数310天)."""
    if amount.group != "time" or "/" in (amount.unit or ""):
        return False
    words = load_not_numbers()
    before, after = text[max(amount.start - 6, 0) : amount.start], text[amount.end : amount.end + 4]
    if amount.unit == "年":
        return not any(word in before for word in words.years_after) and not after.startswith(words.time_before[:1])
    if amount.unit == "日" and not any(word in before for word in ("天数", "日数")):
        return True
    return amount.worded and amount.value < 10 and not any(word in before for word in words.time_after)


def _is_small_and_worded(text: str, amount: Amount, following: Amount | None) -> bool:
    """三个责任, 四条路径, 一名干部: a single Chinese numeral more often names than counts."""
    if not amount.worded or amount.value >= 10 or amount.scale_alone or amount.value_to is not None:
        return False
    if amount.group in ("share", "doubled", "zero", "time"):
        return False
    words = load_not_numbers()
    numeral, before, after = text[amount.core], text[max(amount.core - 1, 0) : amount.core], text[amount.end :]
    unit = amount.printed_unit
    behind = "一" <= before <= "龥" and (not after or after[0] in _CLAUSE_ENDS or after.startswith(("和", "及")))
    if numeral == "一":
        if amount.group == "multiple":
            return False
        return not (behind and unit in words.one_counts and before not in words.one_not_after)
    if numeral in "二零" or before in tuple(_NUMERAL):
        return True
    if behind and unit in words.small_counts_behind:
        return before in words.one_not_after
    return unit not in words.small_counts or after.startswith(words.announced)


def _is_tenth_of_a_name(text: str, amount: Amount, following: Amount | None) -> bool:
    """另一半, 一半…一半: a half that is no share."""
    return text[amount.core : amount.end].endswith("一半") and text[max(amount.core - 1, 0) : amount.core] in (
        "另",
        "这",
    )


RULES: tuple[Rule, ...] = (
    _is_unmodified_scale,
    _is_vague,
    _is_threshold,
    _is_span_of_time,
    _is_small_and_worded,
    _is_tenth_of_a_name,
)
