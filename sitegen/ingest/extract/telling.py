"""What a paragraph has told before a number: the names that were given, and the words around the next one."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from sitegen.ingest.extract.clauses import Clause
from sitegen.ingest.extract.frames import Frame
from sitegen.ingest.extract.leads import Lead, read_lead
from sitegen.ingest.extract.tails import Tail, read_tail, split_between
from sitegen.lexicon.grammar import Grammar, Word
from sitegen.model.terms import Kind

ON_AND_ON = "连续"
PART_WORDS = ("其中", "当中")
TARGETS = ("目标", "任务", "计划", "预算")
_PLACE_ENDS = ("村", "社区", "镇", "乡", "街道", "县", "区", "市")


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


def is_light(verb: str, telling: Telling) -> bool:
    """Whether a verb says nothing of what is measured: 完成."""
    return bool(telling.grammar.words.get(verb, Word.NONE) & Word.LIGHT)


def is_place(text: str) -> bool:
    """Whether a phrase ends like the name of a place."""
    return text.endswith(_PLACE_ENDS)


def text_before(frame: Frame, telling: Telling) -> str:
    """Return the few characters before a number's clause: 其中："""
    start = telling.clauses[frame.clause].span.start
    return telling.paragraph[max(0, start - 4) : start]
