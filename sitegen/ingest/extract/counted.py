"""Name numbers that count or measure: by the noun after them, the words before them, or what was done."""

import re

from sitegen.ingest.extract.frames import Frame
from sitegen.ingest.extract.leads import Lead
from sitegen.ingest.extract.own_names import carried_verb, name_own_or_carried
from sitegen.ingest.extract.tails import Tail, read_deed, split_between
from sitegen.ingest.extract.telling import PART_WORDS, Finding, Telling, is_light, is_place, text_before
from sitegen.ingest.extract.tokens import cut_tokens
from sitegen.ingest.extract.topics import overlapped, topic_of, with_topic
from sitegen.lexicon.grammar import Word

_REACHED = ("目标", "任务", "能力", "规模", "水平", "成绩")
"""After 的 they say no more than the words before the number."""
_HOLDERS = re.compile(r"^((?:村|社区|嘎查)集体)(?:经济)?(年?(?:经营性)?[纯总]?收入.+)$")
_EACH = re.compile(r"全部|都|均|了")
_DIVIDERS = re.compile(r"、|和|与|及|以及")
_GRADES = re.compile(r"^(?:国家|省部?|市|州|县|区|镇|乡|村|街道|社区)级库?$|^[男女]性?$|^\d?[A-D]{1,5}级$")
_KEPT = re.compile(r"^(?:继续|持续|保持|维持|实现)+")
_NOUGHT = re.compile(r"^零([^\d]{2,})$")
_FOR_WHOM = frozenset(
    ["为", "将", "把", "让", "使", "给", "对", "向", "替", "在", "从", "帮", "帮助", "与", "同", "跟"]
)
_ALSO_FOR = re.compile(r"\S*[、和与及]")
_COPULA = "为"
_LONG_DEED = 18
_SHORT_DEED = 8
_LONG_NAME = 16


def name_beneficiaries(frame: Frame, telling: Telling) -> Finding | None:
    """为60名学生补贴车费, 在5个村建成8个书屋: those for whom or where something is done."""
    if not _is_acted_on(frame, telling):
        return None
    tail = telling.tail(frame, acted_on=frame.quantity.unit not in telling.grammar.measures)
    deed = tail.deed or _deed_of_clause(frame, telling)
    if not deed:
        return None
    if not tail.noun:
        return Finding(deed, deed) if not frame.lead.endswith(_COPULA) else None
    name = f"{deed}的{tail.noun}"
    return Finding(name if len(name) <= _LONG_DEED else tail.noun, tail.noun)


def name_nought(frame: Frame, telling: Telling) -> Finding | None:
    """零事故: what there is none of."""
    match = _NOUGHT.match(frame.quantity.printed)
    if not match:
        return None
    own = _KEPT.sub("", telling.lead(frame).whole)
    if own and telling.grammar.words.get(match[1], Word.NONE) & Word.CHANGE:
        return Finding(own)
    return Finding(own + match[1] if len(own) <= _SHORT_DEED else match[1])


def name_part(frame: Frame, telling: Telling) -> Finding | None:
    """其中省级5个: a part that is only told by its grade or deed takes the noun of its whole."""
    told_before = text_before(frame, telling).rstrip("：")
    if not frame.clause_text.startswith(PART_WORDS) and not told_before.endswith(PART_WORDS):
        return None
    lead = telling.lead(frame)
    whole = telling.named[-frame.place_in_clause - 1] if len(telling.named) > frame.place_in_clause else None
    if not whole or (not lead.object and not lead.verb) or frame.quantity.unit != whole.frame.quantity.unit:
        return None
    if _GRADES.match(lead.object) and not lead.verb:
        return Finding(overlapped(lead.object, whole.thing), whole.thing)
    deed = telling.grammar.words.get(lead.verb, Word.NONE) & (Word.STRONG | Word.PREPOSITION)
    if deed and lead.object and len(lead.verb + lead.object) <= _SHORT_DEED and not telling.tail(frame).noun:
        return Finding(f"{lead.verb}{lead.object}的{whole.thing}", whole.thing)
    return None


def name_pair(frame: Frame, telling: Telling) -> Finding | None:
    """60户190人: a number with nothing of its own carries the name of the number before it."""
    before = telling.named[-1] if telling.named else None
    if not before or before.frame.clause != frame.clause or not telling.lead(frame).is_empty:
        return None
    if _DIVIDERS.sub("", frame.lead).strip("共计约 "):
        return None
    tail = telling.tail(frame)
    if tail.noun and (not tail.of or len(tail.noun) > 1):
        return None
    return Finding(before.name, before.thing, before.verb)


def name_by_noun_after(frame: Frame, telling: Telling) -> Finding | None:
    """建成8个书屋: the noun after the number, with the verb before it."""
    lead, tail = telling.lead(frame), telling.tail(frame)
    unit = frame.quantity.unit
    if lead.is_empty and (found := _name_holders(frame, telling)):
        return found
    if tail.of and tail.noun.startswith(_REACHED) and not lead.is_empty:
        return None
    if not tail.noun or (unit in telling.grammar.measures and not (lead.is_bare_verb or tail.of)):
        return None
    if frame.lead.endswith("的") and not lead.is_bare_verb:
        return Finding(tail.noun, tail.noun)
    if lead.is_empty:
        listed = carried_verb(tail.noun, frame, telling) if _is_listed(frame, telling) else ""
        if not listed and not frame.followers and (found := _who_did_what(tail, frame, telling)):
            return found
        return Finding(listed + tail.noun, tail.noun, listed)
    if lead.is_bare_verb:
        verb = "" if is_light(lead.verb, telling) and len(tail.noun) >= 3 else lead.verb
        name = (lead.subject if len(verb + tail.noun) <= 6 else "") + verb + tail.noun
        shared = frame.rest.strip()[len(tail.noun) :] if frame.followers and frame.tail.strip() == tail.noun else ""
        if len(tail.noun) <= 2 and 2 < len(shared) <= _LONG_NAME:
            name = f"{verb}{shared}的{tail.noun}"
        elif len(name) < 4:
            name = with_topic(topic_of(frame, telling), name)
        return Finding(name, tail.noun, verb)
    return _between(lead, tail, frame, telling)


def name_by_deed_after(frame: Frame, telling: Telling) -> Finding | None:
    """库区20户61人全部撤离, 带动90人就业, 投入5万元用于绿化: no noun follows, but what was done."""
    lead, tail = telling.lead(frame), telling.tail(frame)
    measured = frame.quantity.unit in telling.grammar.measures
    if tail.noun or (frame.quantity.unit not in telling.grammar.people and not lead.is_bare_verb and not lead.is_empty):
        return None
    if lead.is_empty and (measured or not tail.deed):
        return None
    deed = tail.deed or (_deed_of_clause(frame, telling) if frame.followers else "")
    if not deed or is_light(deed, telling):
        return None
    if lead.is_bare_verb:
        return Finding(("" if is_light(lead.verb, telling) else lead.verb) + deed, deed, lead.verb)
    before = telling.named[-1] if frame.place_in_clause else None
    if before and before.verb and lead.object and before.thing.endswith(lead.object):
        return Finding(before.verb + deed, deed, before.verb)
    if lead.is_empty:
        topic = topic_of(frame, telling)
        return Finding(with_topic(topic, deed), topic or deed)
    name = lead.object + deed
    joins = not lead.verb and len(name) <= _LONG_NAME and frame.followers == 0 and len(tail.deed) <= _SHORT_DEED
    return Finding(name, lead.object) if joins else None


def name_by_words_before(frame: Frame, telling: Telling) -> Finding | None:
    """新建水塔2座、水池4个: the phrase before the number, with its own verb or that of the list."""
    lead = telling.lead(frame)
    if lead.is_empty:
        return None
    return name_own_or_carried(lead, frame, telling)


def name_occasions(frame: Frame, telling: Telling) -> Finding | None:
    """先后3次召开听证会: how often what follows was done."""
    if frame.quantity.unit not in telling.grammar.occasions:
        return None
    if not telling.lead(frame).is_empty:
        return None
    deed = read_deed(frame.rest, telling.grammar)
    return Finding(deed, deed) if len(deed) > 2 else None


def _name_holders(frame: Frame, telling: Telling) -> Finding | None:
    """12个村集体收入超过20万元 counts the villages whose income it is."""
    match = _HOLDERS.match(frame.tail)
    if not match or frame.followers != 1:
        return None
    value = next(f for f in telling.frames if f.clause == frame.clause and f.place_in_clause > frame.place_in_clause)
    name = f"{_EACH.sub('', match[2])}{value.quantity.printed}的{match[1]}"
    return Finding(name if len(name) <= _LONG_DEED else match[1], match[1])


def _is_listed(frame: Frame, telling: Telling) -> bool:
    """Whether nothing but a list mark divides a number from what belongs to the number before it."""
    own = split_between(frame.lead, telling.grammar)[1]
    return frame.place_in_clause > 0 and own != frame.lead and own.strip() in ("、", "和", "与", "及")


def _who_did_what(tail: Tail, frame: Frame, telling: Telling) -> Finding | None:
    """A short noun takes its deed with it: 5家企业获评“专精特新”; people in a deed of the moment also its occasion."""
    name = tail.noun + tail.deed if len(tail.noun) <= 2 else tail.noun
    if name == tail.noun and not (len(name) <= 4 and cut_tokens(name, telling.grammar)[-1].is_verb):
        return None
    at_once = len(name) <= 6 and frame.quantity.unit in telling.grammar.people and not frame.place_in_clause
    return Finding(with_topic(topic_of(frame, telling), name) if at_once else name, tail.noun)


def _between(lead: Lead, tail: Tail, frame: Frame, telling: Telling) -> Finding | None:
    """A phrase before and a noun after: 东片管网7公里管网铺设."""
    if tail.of and frame.quantity.unit in telling.grammar.measures and lead.object in telling.grammar.bare:
        return Finding(tail.noun + lead.object, tail.noun)
    if tail.of or is_place(lead.object) or (len(tail.noun) > 2 and re.search(r"、|和", frame.lead)):
        verb = "" if is_light(lead.verb, telling) else lead.verb
        return Finding(verb + tail.noun, tail.noun, verb)
    if len(tail.noun) > 8 or len(lead.object) > 10 or lead.object in telling.grammar.bare:
        return None
    if lead.verb and not is_light(lead.verb, telling) and frame.followers == 0 and frame.rest.strip() != tail.noun:
        return None
    thing = overlapped(lead.object, tail.noun)
    verb = "" if is_light(lead.verb, telling) else lead.verb
    return Finding(verb + thing, thing, verb)


def _is_acted_on(frame: Frame, telling: Telling) -> bool:
    """Whether a number counts those for whom something is done: after 为, or beside such a number."""
    tokens = cut_tokens(frame.lead, telling.grammar)
    if tokens and tokens[-1].text in _FOR_WHOM:
        return True
    before = next((f for f in telling.frames if f.clause == frame.clause), frame)
    return before is not frame and bool(_ALSO_FOR.fullmatch(frame.lead)) and _is_acted_on(before, telling)


def _deed_of_clause(frame: Frame, telling: Telling) -> str:
    """The verb phrase that the numbers of a clause share: 将70户210人纳入网格."""
    for follower in telling.frames:
        if follower.clause == frame.clause and follower.place_in_clause > frame.place_in_clause:
            tail = telling.tail(follower)
            if tail.deed:
                return tail.deed
    return ""
