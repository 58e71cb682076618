"""Name a number by the words right before it: as they stand, with a carried verb, or with the topic they need."""

from sitegen.ingest.extract.frames import Frame
from sitegen.ingest.extract.leads import Lead
from sitegen.ingest.extract.tails import Tail
from sitegen.ingest.extract.telling import PART_WORDS, Finding, Telling, is_light, is_place
from sitegen.ingest.extract.tokens import cut_tokens, joined
from sitegen.ingest.extract.topics import (
    AVERAGE,
    MONEY,
    across_semicolon,
    after_something,
    name_by_topic,
    says_too_little,
    topic_of,
    with_topic,
)
from sitegen.lexicon.grammar import Word

_SAID = ("突破", "超", "逾", "达", "接近")
_LONG_LISTED = 6
"""Characters of a noun after a comma that may share a verb; a longer one may hold a verb of its own."""
_MIN_NAME = 2
_LONGEST = 24
_SINGLE_PLACES = ("村", "社区", "镇", "乡", "街道", "县", "嘎查", "苏木", "旗")
"""Ends of the name of one place among several; 区 and 市 end too many other things."""
_UNITS_OF_THINGS = frozenset(["个", "处", "座", "家"])
_OF_THESE = "含"
_AREA = "面积"
_THE_LATTER, _THE_FORMER = "后者", "前者"


def name_own_or_carried(lead: Lead, frame: Frame, telling: Telling) -> Finding | None:
    """Name by the words before: as they stand, with a verb carried down a list, or with the topic they need."""
    grammar = telling.grammar
    if lead.is_empty:
        return name_by_topic(frame, telling)
    whole = lead.whole
    if lead.is_bare_verb:
        if len(whole) >= 4 or (lead.verb in grammar.complete and not after_something(frame, telling)):
            return Finding(whole, whole, lead.verb)
        topic = topic_of(frame, telling, whole) or across_semicolon(frame, telling)
        if len(whole) == 1 and 1 < len(topic) < _LONGEST:
            return Finding(whole + topic, topic, whole)
        before = telling.neighbour(frame)
        if before and before.thing.endswith(_AREA) and before.frame.quantity.unit == frame.quantity.unit:
            first = cut_tokens(before.verb, grammar)[:1]
            area = before.verb.removeprefix(joined(first)) + before.thing
            return Finding(whole + area, area, whole)
        earned = frame.quantity.unit == MONEY and not says_too_little(whole, telling)
        if earned and before and before.verb and before.frame.quantity.unit != MONEY:
            return Finding(with_topic(before.name, whole), topic or whole, lead.verb)
        if topic.endswith(whole) and frame.clause_text.startswith(PART_WORDS):
            return Finding(whole, whole, lead.verb)
        return Finding(with_topic(topic, whole), topic or whole, lead.verb)
    light = is_light(lead.verb, telling)
    if not lead.subject and (
        says_too_little(whole, telling) or (says_too_little(lead.object, telling) and (not lead.verb or light))
    ):
        own = lead.object if light else whole
        topic = topic_of(frame, telling, own)
        return Finding(with_topic(topic, own), topic or own)
    if not lead.verb:
        if found := _one_among_several(lead.object, frame, telling):
            return found
        verb = carried_verb(lead.object, frame, telling)
        return Finding(verb + lead.object, lead.object, verb)
    return Finding(_full_without_light(lead, telling), lead.object, lead.verb)


def _one_among_several(thing: str, frame: Frame, telling: Telling) -> Finding | None:
    """其中东岭村86万元 after what all villages earn is the same for one of them; 后者 is what was named last."""
    told = telling.named
    if thing in (_THE_LATTER, _THE_FORMER) and len(told) > 1:
        meant = told[-1] if thing == _THE_LATTER else told[-2]
        return Finding(meant.name, meant.thing, meant.verb)
    before = telling.neighbour(frame)
    unit = frame.quantity.unit
    if not before or unit in _UNITS_OF_THINGS or unit != before.frame.quantity.unit:
        return None
    if not thing.endswith(_SINGLE_PLACES) or is_place(before.thing) or telling.tail(frame).noun:
        return None
    return Finding(before.name, before.thing, before.verb)


def _full_without_light(lead: Lead, telling: Telling) -> str:
    if is_light(lead.verb, telling) and len(lead.subject + lead.object) >= 2:
        return lead.subject + lead.object
    return lead.whole


def carried_verb(thing: str, frame: Frame, telling: Telling) -> str:
    """The verb of the list that this number stands in: 新增探头20个、喇叭8个."""
    before = telling.named[-1] if telling.named else None
    if not before or not before.verb or frame.quantity.unit in telling.grammar.measures - {"元"}:
        return ""
    if AVERAGE.search(thing) or thing.endswith(telling.grammar.abstract):
        return ""
    if thing.startswith(_OF_THESE):
        return ""
    tokens = cut_tokens(thing, telling.grammar)
    opening = telling.grammar.words.get(tokens[0].text, Word.NONE) if tokens else Word.NONE
    if (tokens and tokens[-1].is_verb) or opening & Word.COMPOUND:
        return ""
    if frame.clause_text.startswith(PART_WORDS):
        return ""
    if before.frame.clause == frame.clause:
        return "" if is_light(before.verb, telling) else before.verb
    if before.frame.clause != frame.clause - 1 or before.frame.sentence != frame.sentence:
        return ""
    if opening & (Word.STRONG | Word.WEAK | Word.CHANGE):
        return ""
    alike = _MIN_NAME < len(thing) <= _LONG_LISTED or frame.quantity.unit == before.frame.quantity.unit
    said = any(token.is_verb or token.kind & Word.LINK for token in cut_tokens(frame.lead, telling.grammar))
    said = said or frame.quantity.printed.startswith(_SAID)
    plain = alike and not said and telling.tail(frame) == Tail()
    return before.verb if plain and before.verb in telling.grammar.carried else ""
