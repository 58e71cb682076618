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

_STOPS = re.compile("[，。；！？,;!?]")
_PHRASE_STOPS = re.compile("[，。；、,;:：]")
_CLAUSE_ENDS = "，。；：、！？,;:)）]”…"
_COUNTED = ("counted", "people", "household", "listed")
_RANK_REACH = 12
_RANK_FILLERS = re.compile("[的中内里综合考核评比总分位列]+$")
_SMALL = "零一二两三四五六七八九十"
_NOUNS_WITH_NUMBER = "人户次总件个指"
"""Before 数 these make 人数, 户数…, which a number may follow; else 数 is 'several' (数百人)."""
_TIME_REACH = 6
_DIGITS = "0123456789"
_EACH_REACH = 8
_ROUND = (1, 10, 100, 1000)
_PRICE_REACH = 8
_PRICE_VERB = 3
"""How far in front of a price its verb may stand, in characters."""


def is_stat(scan: Scan, index: int, masks: tuple[Span, ...]) -> bool:
    """Whether an amount of a scan measures something; ``masks`` are stretches whose numbers do not."""
    text, amount = scan.folded.text, scan.amounts[index]
    following = scan.amounts[index + 1] if index + 1 < len(scan.amounts) else None
    if amount.group == "rank":
        return is_rank(text, amount)
    if any(mask.start < amount.end and amount.core < mask.end for mask in masks):
        return False
    return not any(rule(text, amount, following) for rule in RULES)


def is_rank(text: str, amount: Amount) -> bool:
    """Whether an ordinal follows a word for ranking (居全县第一) or moves from place to place (由第18位升至第6位)."""
    words = load_comparisons()
    before = _PHRASE_STOPS.split(text[: amount.start])[-1]
    ranked = any(word.find(before[-_RANK_REACH:]) >= 0 for word in words.rank_verbs)
    among = _RANK_FILLERS.sub("", before).endswith(words.ranked_among)
    if not ranked and not among and not text.startswith(words.rank_moves, amount.end):
        return False
    if text[amount.core] != "第":
        put = any(word in before for word in words.puts_first)
        return not put and any(circle in before for circle in words.ranked_among)
    after = text[amount.end : amount.end + 1]
    if text[amount.end - 1] in "位名":
        return after not in ("次", "单")
    return after in _CLAUSE_ENDS + "的和及"


def _is_bare_scale(text: str, amount: Amount, following: Amount | None) -> bool:
    """万亩茶园, 千家农户: a scale alone counts only where a word limits it (近千人, 突破万元, 亩产千斤以上)."""
    if not amount.scale_alone or amount.bound in (Bound.OVER, Bound.NEARLY, Bound.ABOUT):
        return False
    ends = text[amount.end : amount.end + 1] in ("", *_CLAUSE_ENDS)
    return not amount.before and not (amount.after and ends)


def _is_vague(text: str, amount: Amount, following: Amount | None) -> bool:
    """数百人, 数十万元: how many is not said."""
    before = text[: amount.core]
    return amount.worded and before.endswith("数") and before[-2:-1] not in tuple(_NOUNS_WITH_NUMBER)


def _is_threshold(text: str, amount: Amount, following: Amount | None) -> bool:
    """500万元以上项目5个, 超10万元的村3个: the number names a class of what is counted behind it."""
    bounds = load_bounds()
    rest = text[amount.end :]
    above = amount.after in bounds.thresholds
    beyond = amount.before in bounds.threshold_prefixes
    between = amount.value_to is not None and rest.startswith("的")
    if not (above or beyond or between) or not rest or rest[0] in _CLAUSE_ENDS:
        return False
    if following and following.group in _COUNTED and not _STOPS.search(text[amount.end : following.start]):
        return above or amount.group not in _COUNTED
    return above and rest.startswith(bounds.threshold_classes) and amount.group not in ("share", "people", "household")


def _is_span_of_time(text: str, amount: Amount, following: Amount | None) -> bool:
    """两年时间, 3年: a length of time counts where it is what was reached (连续9年, 优良天数310天)."""
    if amount.group != "time" or "/" in (amount.unit or ""):
        return False
    words = load_not_numbers()
    before = text[max(amount.start - _TIME_REACH, 0) : amount.start]
    if amount.unit == "年":
        reached = any(word in before for word in words.years_after)
        return not reached and not text.startswith(words.years_before, amount.end)
    if amount.unit == "日":
        return not any(word in before for word in words.days_after)
    return amount.worded and amount.value < 10 and not any(word in before for word in words.time_after)


def _is_figure_of_speech(text: str, amount: Amount, following: Amount | None) -> bool:
    """九万里, 十里长街."""
    return amount.worded and amount.printed_unit in load_not_numbers().figures_of_speech


def _is_announced(text: str, amount: Amount, following: Amount | None) -> bool:
    """三个责任, 四条路径, 一名干部: a single Chinese numeral more often names or announces than it counts."""
    words = load_not_numbers()
    if text.startswith(words.announced_always, amount.end):
        return True
    if not amount.worded or amount.value >= 10 or amount.scale_alone or amount.value_to is not None:
        return False
    if amount.group in ("share", "doubled", "zero", "time"):
        return False
    numeral, before, rest = text[amount.core], text[max(amount.core - 1, 0) : amount.core], text[amount.end :]
    ends = not rest or rest[0] in _CLAUSE_ENDS or rest.startswith(("和", "及")) or _follows(amount, following)
    behind = "一" <= before <= "龥" and before not in words.one_not_after and ends
    if numeral == "一":
        return not (behind and amount.printed_unit in words.one_counts)
    if numeral in "二零" or before in tuple(_SMALL):
        return True
    if behind and amount.printed_unit in words.small_counts_behind:
        return False
    return (
        amount.printed_unit not in words.small_counts or rest.startswith(words.announced) or rest[:1] in tuple(_DIGITS)
    )


def _follows(amount: Amount, following: Amount | None) -> bool:
    """新修水沟三条二十七华里: the number of things, and then their size."""
    return following is not None and following.start == amount.end and following.group not in _COUNTED


def _is_ranked_among(text: str, amount: Amount, following: Amount | None) -> bool:
    """列全县15个乡镇第3名: how many are ranked."""
    if amount.group not in ("counted", "places") or following is None or following.group != "rank":
        return False
    if _STOPS.search(text[amount.end : following.start]) or not is_rank(text, following):
        return False
    return _STOPS.split(text[: amount.start])[-1].endswith((*load_comparisons().ranked_among, "在", "列", "居"))


def _is_required(text: str, amount: Amount, following: Amount | None) -> bool:
    """高于省定60%的要求, 每村不少于5人: what is asked for, not what was reached."""
    bounds = load_bounds()
    if amount.group == "share":
        asked = text.startswith(bounds.required_behind, amount.end)
        return asked or text[: amount.start].endswith(bounds.required_before)
    each = "每" in _STOPS.split(text[: amount.start])[-1][-_EACH_REACH:]
    return each and amount.before in bounds.norms and amount.group in _COUNTED


def _is_denominator(text: str, amount: Amount, following: Amount | None) -> bool:
    """烘一百斤谷只收5元: so much of something at a price."""
    if not amount.worded or amount.value not in _ROUND or amount.group not in ("weight", "area", "volume"):
        return False
    if following is None or following.group != "money" or following.start - amount.end > _PRICE_REACH:
        return False
    between = text[amount.end : following.start]
    return not _STOPS.search(between) and any(verb in between[-_PRICE_VERB:] for verb in load_bounds().prices)


def _is_other_half(text: str, amount: Amount, following: Amount | None) -> bool:
    """另一半 is no share."""
    return text[: amount.core].endswith(("另", "这")) and text.startswith("一半", amount.core)


RULES: tuple[Rule, ...] = (
    _is_bare_scale,
    _is_vague,
    _is_threshold,
    _is_span_of_time,
    _is_figure_of_speech,
    _is_announced,
    _is_ranked_among,
    _is_required,
    _is_denominator,
    _is_other_half,
)
