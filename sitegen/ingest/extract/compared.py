"""Name numbers that are told by comparison: changes, shares, completions, ranks, dimensions."""

import re

from sitegen.ingest.extract.frames import Frame
from sitegen.ingest.extract.leads import read_lead
from sitegen.ingest.extract.own_names import name_own_or_carried
from sitegen.ingest.extract.respectively import SHARE_UNITS, before_change
from sitegen.ingest.extract.tails import read_tail
from sitegen.ingest.extract.telling import Finding, Named, Telling
from sitegen.ingest.extract.tokens import cut_tokens, joined
from sitegen.ingest.extract.topics import name_by_clause_before, topic_of, with_topic
from sitegen.lexicon.grammar import Grammar, Word
from sitegen.model.terms import Kind

_OVER = re.compile(r"^(?:分别)?(?:超额?|超出|超过|快于|慢于|高于|低于|高出|低出)")
"""Against what something is held: no name of its own."""
_RANK_UNIT = "位"
_AGAINST = ("同比", "环比")
_FROM = re.compile(
    r"(?:由|从)(?:[^，。；]{0,8}的|[^，。；]{0,6}(?:前|初|年|月|底|末|期)|原来?|以前|过去|每[^，。；]{1,3})?$"
)
_SHARE = re.compile(r"占(?!比|地|用)(.+?)的?(?:比重|比例)?(?:达到?|为)?的?$")
_MERE_SHARE = re.compile(r"占()[到了]?$")
_RANKED = re.compile(r"(?:位居|位列|名列|居|列|排名|排|位于|在|由|从).*$")
_JUDGED = re.compile(r"在([^，。]{2,24}?)中(?:位?[列居]|排|获|名)")
_HOW_MANY = re.compile(r"^(?:全[国省市县区州旗])?(?:\d+|[一二三四五六七八九十百]+)?(?:余?[家个])?")
_LONG_JUDGEMENT = 5
"""Characters of 综合考评 and the like; shorter words are those ranked among."""
_TARGET = re.compile(r"(?:占|为|完成|达到|实现)?(?:全年|年度|年初|当年|年|总)?(目标|任务|计划|预算)[数的]?")
_COMPLETION_NOUN = re.compile(r"(?:完成|达标|执行|兑现)率")
_COMPLETED = re.compile(r"(?:已|全面|累计|提前|超额|共|全年)*(?:完成|达到|实现|占|为|达|相当于)")
_DIMENSIONS = re.compile(r"(宽|长|高|深|厚)(?=的|、|，|$|\d)的?")
_MERE_DIMENSION = re.compile(r"[、，]?(?:平均|全)?(宽|长|高|深|厚)度?[约为达]*")
_MEASURED = re.compile(r"(宽|长|高|深|厚)$")


def name_from_to(frame: Frame, telling: Telling) -> Finding | None:
    """失业率由4%降到3%: both ends carry the name before 由."""
    opened = _FROM.search(frame.lead)
    if opened:
        own = read_lead(frame.lead[: opened.start()], telling.grammar, telling.selves)
        return name_own_or_carried(own, frame, telling)
    before = telling.named[-1] if telling.named else None
    if before and before.frame.clause == frame.clause and _FROM.search(before.frame.lead):
        return Finding(before.name, before.thing, before.verb)
    return None


def name_share(frame: Frame, telling: Telling) -> Finding | None:
    """入社农户80户，占农户总数的20%: a share of a whole carries both names."""
    if frame.kind is not Kind.LEVEL or frame.quantity.unit not in ("%", "‰"):
        return None
    match = _SHARE.search(frame.lead) or _MERE_SHARE.search(frame.lead)
    if not match:
        return None
    own = read_lead(frame.lead[: match.start()], telling.grammar, telling.selves)
    before = telling.neighbour(frame)
    subject = own.object or (before.name if before else "")
    return Finding(f"{subject}占{match[1] or '比'}", subject) if subject else None


def name_change(frame: Frame, telling: Telling) -> Finding | None:
    """税收598万元，同比增长3%: a change is named as its level; 降幅收窄 is a change of the 降幅."""
    if frame.kind is not Kind.CHANGE and not frame.lead.startswith(_AGAINST):
        return None
    own = before_change(frame.lead, telling)
    over = _OVER.match(own)
    before = telling.neighbour(frame)
    if over and before and before.frame.kind is Kind.COMPLETION:
        return Finding(before.name, before.thing, before.verb)
    own = "" if over or not _names_something(own, telling.grammar) else own
    lead = read_lead(own, telling.grammar, telling.selves, after_number=_follows_directly(frame))
    if lead.object and not lead.is_empty:
        return name_own_or_carried(lead, frame, telling)
    if changed := _changed(frame.lead, telling.grammar):
        return Finding(changed)
    level = _level_of_unit(frame, telling)
    if not level:
        return name_by_clause_before(frame, telling, "")
    nouns = [w for w in telling.grammar.change_nouns if w in frame.lead]
    return Finding(level.name + (nouns[0] if nouns else ""), level.thing, level.verb)


def _changed(lead: str, grammar: Grammar) -> str:
    """Return what stands as the object of the change: 压减“三公”经费8%."""
    tokens = cut_tokens(lead, grammar)
    at = next((i for i in reversed(range(len(tokens))) if tokens[i].kind & Word.CHANGE), None)
    if at is None or tokens[at].text not in grammar.changing:
        return ""
    thing = tokens[at + 1 :]
    return joined(thing) if thing and all(t.is_noun for t in thing) and len(joined(thing)) > 1 else ""


def _level_of_unit(frame: Frame, telling: Telling) -> Named | None:
    """The level that a change is of: 办案9起，罚款14万元，减少6起 counts cases; 上升3位 moves the rank before."""
    level, unit = telling.level_before(frame), frame.quantity.unit
    if not level or unit in SHARE_UNITS or unit == level.frame.quantity.unit:
        return level
    if unit == _RANK_UNIT:
        return next((named for named in telling.told_in_sentence(frame) if named.frame.kind is Kind.RANK), level)
    alike = (
        named
        for named in telling.told_in_sentence(frame)
        if named.frame.kind is Kind.LEVEL and named.frame.quantity.unit == unit
    )
    return next(alike, level)


def _names_something(own: str, grammar: Grammar) -> bool:
    empty = Word.LINK | Word.TIME | Word.ADVERB | Word.SELF
    return any(not token.kind & empty and token.text != "的" for token in cut_tokens(own, grammar))


def name_completion(frame: Frame, telling: Telling) -> Finding | None:
    """完成目标任务的101%: a completion is named as what is completed."""
    if frame.kind is not Kind.COMPLETION or _COMPLETION_NOUN.search(frame.lead):
        return None
    cut = _COMPLETED.search(frame.lead)
    lead = read_lead(frame.lead[: cut.start()] if cut else frame.lead, telling.grammar, telling.selves)
    if lead.object:
        return Finding(lead.whole, lead.object, lead.verb)
    near = telling.neighbour(frame)
    level = telling.level_before(frame)
    if level and (near is level or level.frame.sentence == frame.sentence):
        return Finding(level.name, level.thing, level.verb)
    return name_by_clause_before(frame, telling, "") or (Finding(level.name, level.thing) if level else None)


def name_rank(frame: Frame, telling: Telling) -> Finding | None:
    """增幅6%，居全县第一: a rank is that of the number before it."""
    if frame.kind is not Kind.RANK:
        return None
    lead = read_lead(_RANKED.sub("", frame.lead), telling.grammar, telling.selves)
    if lead.object and lead.object not in telling.grammar.bare:
        return Finding(lead.whole, lead.object, lead.verb)
    judged = _JUDGED.search(frame.lead)
    by_what = _HOW_MANY.sub("", judged[1]) if judged else ""
    if len(by_what) >= _LONG_JUDGEMENT:
        return Finding(by_what)
    before = telling.neighbour(frame)
    if before:
        return Finding(before.name, before.thing, before.verb)
    return name_by_clause_before(frame, telling, lead.object)


def name_target(frame: Frame, telling: Telling) -> Finding | None:
    """占年度目标6亿元的74%: the target of what was named before, and how far that has come."""
    before = telling.neighbour(frame)
    if before and before.is_target and before.frame.clause == frame.clause:
        return Finding(before.thing) if frame.kind is Kind.COMPLETION else None
    match = _TARGET.fullmatch(frame.lead)
    if not before or not match or frame.kind is not Kind.LEVEL:
        return None
    return Finding(before.name + match[1], before.name)


def name_dimension(frame: Frame, telling: Telling) -> Finding | None:
    """6米宽、2公里长的环湖路: a dimension of the thing after 的."""
    if (mere := _MERE_DIMENSION.fullmatch(frame.lead)) and (topic := topic_of(frame, telling)):
        return Finding(with_topic(topic, mere[1]), topic)
    match = _DIMENSIONS.match(frame.tail) or (_MEASURED.search(frame.lead) if "的" in frame.rest else None)
    if not match:
        return None
    thing = frame.rest.rpartition("的")[2] if "的" in frame.rest else frame.rest[match.end() :].strip("、，")
    lead = telling.lead(frame)
    noun = read_tail(thing, telling.grammar, counts_people=False).noun or lead.object
    return Finding(noun + match[1], noun) if noun else None


def _follows_directly(frame: Frame) -> bool:
    return frame.place_in_clause > 0 and not frame.lead.strip().startswith(("、", "，"))
