"""Name numbers of years and months: how long something has gone on or has taken."""

import re

from sitegen.ingest.extract.frames import Frame
from sitegen.ingest.extract.leads import read_lead, shorten
from sitegen.ingest.extract.telling import ON_AND_ON, Finding, Telling
from sitegen.ingest.extract.tokens import cut_tokens, joined
from sitegen.ingest.extract.topics import topic_of
from sitegen.lexicon.grammar import Grammar, Word
from sitegen.model.terms import Kind

_NOUGHT = "零"
_TAKEN = re.compile(r"(?:仅|只)?(?:用时?|历时|耗时|经过|花费?|用了|花了)(?:仅|了)?$|短短$")
_LASTING = ("稳定", "保持", "维持", "位居", "名列")
_TIME_TAKEN = "用时"
_SINCE_WHEN = re.compile(r"从|自")
_SINCE = re.compile(r"^(?:从|自)")
_GOES_ON = re.compile(r"^(?:的|来|以来|持续|保持|实现)*")
_LONG_DURATION = 18


def name_duration(frame: Frame, telling: Telling) -> Finding | None:
    """发案数连续3年下降, 从签约到投产仅用9个月: how long something has gone on or has taken."""
    if frame.quantity.unit not in telling.grammar.durations:
        return None
    if taken := _TAKEN.search(frame.lead):
        did = _SINCE.sub("", frame.lead[: taken.start()]).strip("，、")
        lead = read_lead(did, telling.grammar, telling.selves)
        whose = did if 1 < len(did) <= _LONG_DURATION else lead.object or topic_of(frame, telling)
        return Finding(whose + _TIME_TAKEN, _SINCE_WHEN.split(whose)[0] or whose) if whose else None
    if ON_AND_ON not in frame.lead:
        return None
    lead = read_lead(frame.lead.partition(ON_AND_ON)[0], telling.grammar, telling.selves)
    after = _said_for_so_long(frame, telling.grammar)
    subject = lead.object
    if _state_follows(frame, telling) or (not after and not subject):
        return _on_and_on(frame, subject)
    if not after:
        return Finding(subject)
    if not subject:
        if len(after) > 6:
            return Finding(shorten(after, telling.grammar))
        topic = telling.neighbour(frame)
        subject = topic.thing if topic else ""
    name = subject + ON_AND_ON + after
    return Finding(name if len(name) <= _LONG_DURATION else subject or after, subject)


def _said_for_so_long(frame: Frame, grammar: Grammar) -> str:
    """Return what has gone on: 下降, 位居全县前三, 稳定 where 稳定在 leads to the next number."""
    tokens = list(cut_tokens(_GOES_ON.sub("", frame.tail), grammar))
    while tokens and frame.followers and tokens[-1].kind & (Word.LINK | Word.SELF | Word.ADVERB):
        last = tokens.pop()
        if last.text.startswith(_LASTING):
            return joined(tuple(tokens)) + last.text[: len(_LASTING[0])]
    return joined(tuple(tokens))


def name_gone_on(frame: Frame, telling: Telling) -> Finding | None:
    """总产连续5年稳定在8万吨: the value is of the thing itself."""
    before = telling.named[-1] if frame.place_in_clause else None
    if not before or ON_AND_ON not in before.frame.lead or before.frame.quantity.unit not in telling.grammar.durations:
        return None
    own = read_lead(frame.lead, telling.grammar, telling.selves).object
    return Finding(before.thing) if before.thing != before.name and not own else None


def _state_follows(frame: Frame, telling: Telling) -> bool:
    """Whether a rank or a nought tells what has gone on."""
    later = [f for f in telling.frames[len(telling.named) + 1 :] if f.clause == frame.clause]
    return any(f.kind is Kind.RANK or f.quantity.printed.startswith(_NOUGHT) for f in later)


def _on_and_on(frame: Frame, subject: str) -> Finding | None:
    """连续5年零事故, 连续3年全省第一: a number says what has gone on."""
    rest = _GOES_ON.sub("", frame.clause_text.partition(frame.quantity.printed)[2].partition("、")[0])
    name = subject + ON_AND_ON + rest
    return Finding(name, subject or rest) if rest and len(name) <= _LONG_DURATION else Finding(subject)
