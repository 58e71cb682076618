"""What a paragraph has told before a number: the names that were given, and what the next one takes from them."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from sitegen.ingest.extract.clauses import Clause
from sitegen.ingest.extract.frames import Frame
from sitegen.ingest.extract.leads import Lead, read_lead
from sitegen.ingest.extract.tails import Tail, read_tail, split_between
from sitegen.ingest.extract.tokens import cut_tokens, joined
from sitegen.lexicon.grammar import Grammar, Word
from sitegen.model.terms import Kind

ON_AND_ON = "连续"
TARGETS = ("目标", "任务", "计划", "预算")
PART_WORDS = ("其中", "当中")
_PLACE_ENDS = ("村", "社区", "镇", "乡", "街道", "县", "区", "市")
_OPEN_ENDS = ("各类", "各项", "各种", "等", "的")
_SAID = ("突破", "超", "逾", "达", "接近")
_AFTERWARDS = ("后", "以后", "之后", "以来")
_LONG_SUBJECT = 10
_LONG_LISTED = 6
"""Characters of a noun after a comma that may share a verb; a longer one may hold a verb of its own."""
_MIN_NAME = 2
_LONGEST = 24
_SINGLE_PLACES = ("村", "社区", "镇", "乡", "街道", "县", "嘎查", "苏木", "旗")
"""Ends of the name of one place among several; 区 and 市 end too many other things."""
_UNITS_OF_THINGS = frozenset(["个", "处", "座", "家"])
_NOT = ("不", "未", "无", "没", "非")
_AVERAGE = re.compile(r"^[日月年周季人户村亩校车次]均|^每")
_OF_HOUSES = ("户均", "亩均", "村均")
_OF_THESE = "含"
_BOUNDED = ("以上", "以下", "以内")
_AREA = "面积"
_PER_TIME = ("年", "月", "日", "总")
_RATE = "率"
_TOTAL = re.compile(r"累计|总计|共计|合计")
_FRESH = ("新", "净增", "增")
_PEOPLE_ENDS = ("人员", "员工", "职工", "工人", "劳动力", "从业者")
_MONEY = "元"
_INVESTED = "投资"
_SEMICOLONS = ("；", ";")
_THE_LATTER, _THE_FORMER = "后者", "前者"


@dataclass(frozen=True, slots=True)
class Named:
    """A number that has its name."""

    name: str
    thing: str
    """The name without its verb, and without what a following name does not need: ``油茶`` of 油茶产出."""
    verb: str
    frame: Frame

    @property
    def tells_how_long(self) -> bool:
        """Whether the number counts the years of 连续5年增长."""
        return ON_AND_ON in self.frame.lead and self.frame.quantity.unit.startswith(("年", "月", "天", "季"))

    @property
    def is_target(self) -> bool:
        """Whether the number is a target that the thing is held against."""
        return self.name.endswith(TARGETS) and self.name != self.thing


@dataclass(frozen=True, slots=True)
class Finding:
    """A name as a rule gives it."""

    name: str
    thing: str = ""
    """Empty: the name is the thing."""
    verb: str = ""


@dataclass(slots=True)
class Telling:
    """What the paragraph has said so far; rules read it, ``name_numbers`` alone writes it."""

    grammar: Grammar
    selves: Collection[str]
    clauses: Sequence[Clause]
    frames: Sequence[Frame]
    paragraph: str
    named: list[Named] = field(default_factory=list)
    _leads: dict[int, Lead] = field(default_factory=dict)

    def level_before(self, frame: Frame) -> Named | None:
        """The nearest quantity that is no change, share or rank, in this sentence or the one before."""
        for named in reversed(self.named):
            if frame.sentence - named.frame.sentence > 1:
                return None
            if named.frame.kind is Kind.LEVEL and not named.tells_how_long and not named.is_target:
                return named
        return None

    def told_in_sentence(self, frame: Frame) -> Iterator[Named]:
        """Yield the numbers named before in the same sentence, the nearest first."""
        return (named for named in reversed(self.named) if named.frame.sentence == frame.sentence)

    def neighbour(self, frame: Frame) -> Named | None:
        """The number named last, where it stands in the same sentence."""
        return next(self.told_in_sentence(frame), None)

    def lead(self, frame: Frame) -> Lead:
        """Read the words before a number."""
        start = frame.quantity.span.start
        if start not in self._leads:
            self._leads[start] = self._read_lead(frame)
        return self._leads[start]

    def _read_lead(self, frame: Frame) -> Lead:
        words = split_between(frame.lead, self.grammar)[1] if frame.place_in_clause else frame.lead
        directly = frame.place_in_clause > 0 and not words.strip().startswith(("、", "，"))
        noun = bool(self.tail(frame).noun) or frame.quantity.unit in self.grammar.people
        return read_lead(words, self.grammar, self.selves, after_number=directly, before_noun=noun)

    def tail(self, frame: Frame, *, acted_on: bool = False) -> Tail:
        """Read the words after a number; ``acted_on`` tells that a verb follows the noun: 给60名老人送餐."""
        words = split_between(frame.tail, self.grammar)[0] if frame.followers else frame.tail
        return read_tail(
            words,
            self.grammar,
            counts_people=frame.quantity.unit in self.grammar.people,
            followed=acted_on or (frame.followers > 0 and words == frame.tail),
            clause=frame.rest,
        )


def name_own_or_carried(lead: Lead, frame: Frame, telling: Telling) -> Finding | None:
    """Name by the words before: as they stand, with a verb carried down a list, or with the topic they need."""
    grammar = telling.grammar
    if lead.is_empty:
        return name_by_topic(frame, telling)
    whole = lead.whole
    if lead.is_bare_verb:
        if len(whole) >= 4 or (lead.verb in grammar.complete and not _after_something(frame, telling)):
            return Finding(whole, whole, lead.verb)
        topic = topic_of(frame, telling, whole) or _across_semicolon(frame, telling)
        if len(whole) == 1 and 1 < len(topic) < _LONGEST:
            return Finding(whole + topic, topic, whole)
        before = telling.neighbour(frame)
        if before and before.thing.endswith(_AREA) and before.frame.quantity.unit == frame.quantity.unit:
            first = cut_tokens(before.verb, grammar)[:1]
            area = before.verb.removeprefix(joined(first)) + before.thing
            return Finding(whole + area, area, whole)
        earned = frame.quantity.unit == _MONEY and not says_too_little(whole, telling)
        if earned and before and before.verb and before.frame.quantity.unit != _MONEY:
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


def says_too_little(own: str, telling: Telling) -> bool:
    """Whether a name needs what it is of; 年产值 needs it as 产值 does."""
    bare = telling.grammar.bare
    return own in bare or (own.startswith(_PER_TIME) and own[1:] in bare)


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


def is_light(verb: str, telling: Telling) -> bool:
    """Whether a verb says nothing of what is measured: 完成."""
    return bool(telling.grammar.words.get(verb, Word.NONE) & Word.LIGHT)


def is_place(text: str) -> bool:
    """Whether a phrase ends like the name of a place."""
    return text.endswith(_PLACE_ENDS)


def carried_verb(thing: str, frame: Frame, telling: Telling) -> str:
    """The verb of the list that this number stands in: 新增探头20个、喇叭8个."""
    before = telling.named[-1] if telling.named else None
    if not before or not before.verb or frame.quantity.unit in telling.grammar.measures - {"元"}:
        return ""
    if _AVERAGE.search(thing) or thing.endswith(telling.grammar.abstract):
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
    earned = frame.quantity.unit == _MONEY and not _AVERAGE.search(own)
    return earned and named.thing.endswith(_PEOPLE_ENDS)


def _whole_of_list(last: Named, told: Sequence[Named]) -> Named | None:
    """Return what stands before the list that ``last`` closes (农田9亩，修渠8里、路6里，投资5万元), or ``last``."""
    listed = [named for named in told if named.frame.clause == last.frame.clause]
    if len({named.thing for named in listed}) < 2:
        return last
    return next((named for named in told if named.frame.clause < last.frame.clause), None)


def _across_semicolon(frame: Frame, telling: Telling) -> str:
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


def _after_something(frame: Frame, telling: Telling) -> bool:
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


def text_before(frame: Frame, telling: Telling) -> str:
    """Return the few characters before a number's clause: 其中："""
    start = telling.clauses[frame.clause].span.start
    return telling.paragraph[max(0, start - 4) : start]


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
