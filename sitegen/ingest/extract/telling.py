"""What a paragraph has told before a number: the names that were given, and what the next one takes from them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from sitegen.ingest.extract.clauses import Clause
from sitegen.ingest.extract.frames import Frame
from sitegen.ingest.extract.leads import Lead, read_lead
from sitegen.ingest.extract.tails import Tail, read_tail, split_between
from sitegen.ingest.extract.tokens import cut_tokens, joined
from sitegen.lexicon.grammar import Grammar, Word
from sitegen.model.terms import Kind

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


@dataclass(frozen=True, slots=True)
class Named:
    """A number that has its name."""

    name: str
    thing: str
    """The name without its verb, and without what a following name does not need: ``油茶`` of 油茶产出."""
    verb: str
    frame: Frame


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
            if named.frame.kind is Kind.LEVEL:
                return named
        return None

    def neighbour(self, frame: Frame) -> Named | None:
        """The number named last, where it stands in the same sentence."""
        last = self.named[-1] if self.named else None
        return last if last and last.frame.sentence == frame.sentence else None

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
        topic = topic_of(frame, telling)
        if topic.endswith(whole) and frame.clause_text.startswith(PART_WORDS):
            return Finding(whole, whole, lead.verb)
        return Finding(with_topic(topic, whole), topic or whole, lead.verb)
    light = is_light(lead.verb, telling)
    if not lead.subject and (whole in grammar.bare or (lead.object in grammar.bare and (not lead.verb or light))):
        topic, own = topic_of(frame, telling), lead.object if light else whole
        return Finding(with_topic(topic, own), topic or own)
    if not lead.verb:
        verb = carried_verb(lead.object, frame, telling)
        return Finding(verb + lead.object, lead.object, verb)
    return Finding(_full_without_light(lead, telling), lead.object, lead.verb)


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
    tokens = cut_tokens(thing, telling.grammar)
    if (tokens and tokens[-1].is_verb) or thing.endswith(telling.grammar.abstract):
        return ""
    if frame.clause_text.startswith(PART_WORDS):
        return ""
    if before.frame.clause == frame.clause:
        return "" if is_light(before.verb, telling) else before.verb
    if before.frame.clause != frame.clause - 1 or before.frame.sentence != frame.sentence:
        return ""
    alike = _MIN_NAME < len(thing) <= _LONG_LISTED or frame.quantity.unit == before.frame.quantity.unit
    said = any(token.is_verb or token.kind & Word.LINK for token in cut_tokens(frame.lead, telling.grammar))
    said = said or frame.quantity.printed.startswith(_SAID)
    plain = alike and not said and telling.tail(frame) == Tail()
    return before.verb if plain and before.verb in telling.grammar.carried else ""


def topic_of(frame: Frame, telling: Telling) -> str:
    """What the words before speak of: the thing of the number before, or the subject of the clause before."""
    before = telling.neighbour(frame)
    if before and is_place(before.thing):
        return ""
    if before:
        return _without_tail(before.thing if len(before.thing) > 1 else before.name, telling.grammar)
    finding = name_by_clause_before(frame, telling, "")
    return finding.name if finding else ""


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
    if before:
        return Finding(before.name, before.thing, before.verb)
    return name_by_clause_before(frame, telling, "")
