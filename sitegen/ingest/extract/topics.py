"""What the words before a number speak of, for a number that says too little of itself."""

import re
from collections.abc import Sequence

from sitegen.ingest.extract.frames import Frame
from sitegen.ingest.extract.leads import read_lead
from sitegen.ingest.extract.telling import Finding, Named, Telling, is_place
from sitegen.ingest.extract.tokens import cut_tokens, joined
from sitegen.lexicon.grammar import Grammar, Word

_OPEN_ENDS = ("各类", "各项", "各种", "等", "的")
_AFTERWARDS = ("后", "以后", "之后", "以来")
_LONG_SUBJECT = 10
_MIN_NAME = 2
_LONGEST = 24
_NOT = ("不", "未", "无", "没", "非")
AVERAGE = re.compile(r"^[日月年周季人户村亩校车次]均|^每")
"""Begins the name of an average."""
_OF_HOUSES = ("户均", "亩均", "村均")
_BOUNDED = ("以上", "以下", "以内")
_PER_TIME = ("年", "月", "日", "总")
_RATE = "率"
_TOTAL = re.compile(r"累计|总计|共计|合计")
_FRESH = ("新", "净增", "增")
_PEOPLE_ENDS = ("人员", "员工", "职工", "工人", "劳动力", "从业者")
MONEY = "元"
_INVESTED = "投资"
_SEMICOLONS = ("；", ";")


def topic_of(frame: Frame, telling: Telling, own: str = "") -> str:
    """What the words before speak of: the thing of the number before, or the subject of the clause before.

    Args:
        frame: The number that needs a topic.
        telling: What was told before it.
        own: The name that it has; money is not that of workers, and what is invested goes into a list as a whole.
    """
    told = list(telling.told_in_sentence(frame))
    before = next((named for named in told if not _is_no_topic(named, own, frame, telling)), told[0] if told else None)
    if before and (is_place(before.thing) or before.thing.startswith(_NOT) or before.thing.endswith(_BOUNDED)):
        return ""
    if before and _INVESTED in own and before.frame.place_in_clause:
        before = _whole_of_list(before, told)
        if not before:
            return ""
    if before:
        return _without_tail(before.thing if len(before.thing) > 1 else before.name, telling.grammar)
    finding = name_by_clause_before(frame, telling, "")
    return finding.name if finding else ""


def _is_no_topic(named: Named, own: str, frame: Frame, telling: Telling) -> bool:
    if named.thing.startswith(_NOT) or named.thing.endswith(_BOUNDED):
        return True
    if own.startswith(_OF_HOUSES) and named.frame.quantity.unit in telling.grammar.occasions:
        return True
    earned = frame.quantity.unit == MONEY and not AVERAGE.search(own)
    return earned and named.thing.endswith(_PEOPLE_ENDS)


def _whole_of_list(last: Named, told: Sequence[Named]) -> Named | None:
    """Return what stands before the list that ``last`` closes (农田9亩，修渠8里、路6里，投资5万元), or ``last``."""
    listed = [named for named in told if named.frame.clause == last.frame.clause]
    if len({named.thing for named in listed}) < 2:
        return last
    return next((named for named in told if named.frame.clause < last.frame.clause), None)


def across_semicolon(frame: Frame, telling: Telling) -> str:
    """The thing of the level before a semicolon, where it is counted by the same unit: 受理32件，少了5件；化解30件."""
    start = next(clause.span.start for clause in telling.clauses if clause.sentence == frame.sentence)
    before = telling.level_before(frame)
    if not before or not telling.paragraph[:start].rstrip().endswith(_SEMICOLONS):
        return ""
    return before.thing if before.frame.quantity.unit == frame.quantity.unit else ""


def name_by_clause_before(frame: Frame, telling: Telling, own: str) -> Finding | None:
    """Name by the clause before, of the same sentence, that holds no number."""
    if frame.clause == 0:
        return Finding(own) if own else None
    clause = telling.clauses[frame.clause - 1]
    if clause.sentence != frame.sentence:
        return Finding(own) if own else None
    text = clause.span.of(telling.paragraph)
    if text.endswith(_AFTERWARDS):
        tokens = cut_tokens(text, telling.grammar)
        at = next((i for i, token in enumerate(tokens) if token.is_verb), 0)
        text = joined(tokens[:at])
    opening = cut_tokens(text, telling.grammar)[0].kind
    if opening & Word.PREPOSITION and not opening & Word.WEAK:
        return Finding(own) if own else None
    subject, is_, _ = text.partition("是")
    lead = read_lead(subject if is_ and 1 < len(subject) <= 8 else text, telling.grammar, telling.selves)
    thing = lead.object or lead.subject
    honoured = text.partition(lead.verb)[0] if lead.verb in telling.grammar.honours else ""
    if 1 < len(honoured) <= _LONG_SUBJECT:
        thing = honoured
    return Finding(thing + own, thing) if 1 < len(thing) <= _LONGEST else Finding(own) if own else None


def after_something(frame: Frame, telling: Telling) -> bool:
    """Whether the clause before says after what: 大桥通车后."""
    before = telling.clauses[frame.clause - 1] if frame.clause else None
    return before is not None and before.span.of(telling.paragraph).endswith(_AFTERWARDS)


def _without_tail(thing: str, grammar: Grammar) -> str:
    tail = next((t for t in grammar.tails if thing.endswith(t)), "")
    if thing.endswith(_RATE):
        tail = max((name for name in grammar.bare if thing.endswith(name)), key=len, default=tail)
    rest = thing.removesuffix(tail)
    return rest if len(rest) >= _MIN_NAME and not rest.endswith(_OPEN_ENDS) else thing


def with_topic(topic: str, own: str) -> str:
    """Set what is spoken of before a name that says too little alone, where both are short enough."""
    if not topic or own.startswith(topic) or len(topic + own) > _LONGEST:
        return own
    return overlapped(topic, own)


def overlapped(first: str, second: str) -> str:
    """Join two names, what ends the first and begins the second said once: 东片管网 and 管网铺设."""
    shared = next((n for n in range(min(len(first), len(second)), 1, -1) if first[-n:] == second[:n]), 0)
    return first + second[shared:]


def says_too_little(own: str, telling: Telling) -> bool:
    """Whether a name needs what it is of; 年产值 needs it as 产值 does."""
    bare = telling.grammar.bare
    return own in bare or (own.startswith(_PER_TIME) and own[1:] in bare)


def name_by_topic(frame: Frame, telling: Telling) -> Finding | None:
    """Nothing of its own: the number before it, or the thing that the clause before speaks of."""
    before = telling.neighbour(frame)
    if before and before.tells_how_long:
        return Finding(before.thing)
    if before and before.verb.startswith(_FRESH) and _TOTAL.search(frame.lead):
        return Finding(before.thing, before.thing)
    if before:
        return Finding(before.name, before.thing, before.verb)
    return name_by_clause_before(frame, telling, "")
