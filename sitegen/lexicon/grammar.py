"""The words that hold a clause together: verbs, what may be left out of a name, what a name can be made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Flag, auto
from functools import cache

from sitegen.lexicon.files import read_words


class Word(Flag):
    """What a word can be in a clause; one word may be several things."""

    NONE = 0
    STRONG = auto()
    """Opens a verb phrase wherever it stands: 新增, 发放."""
    WEAK = auto()
    """A verb only where a verb is due: 发展, 治理."""
    LIGHT = auto()
    """A verb that says nothing of what is measured: 完成, 实现."""
    COMPOUND = auto()
    """A stem with a complement: 揪出, 铺了."""
    TIME = auto()
    ADVERB = auto()
    """Says how, or joins: 持续, 同时."""
    LINK = auto()
    """Stands between a thing and its number: 达到, 为."""
    CHANGE = auto()
    """Speaks of change against another time: 同比, 增长."""
    PREPOSITION = auto()
    SELF = auto()
    """The report speaking of itself: 全镇."""
    WHOLE = auto()
    """A noun that only looks as if it held one of the other words: 违法行为."""


_LISTS: tuple[tuple[str, Word], ...] = (
    ("times", Word.TIME),
    ("adverbs", Word.ADVERB),
    ("links", Word.LINK),
    ("changes", Word.CHANGE),
    ("prepositions", Word.PREPOSITION),
    ("selves", Word.SELF),
    ("whole", Word.WHOLE),
)
_VERBS: tuple[tuple[str, Word], ...] = (("strong", Word.STRONG), ("weak", Word.WEAK), ("light", Word.LIGHT))


@dataclass(frozen=True, slots=True)
class Grammar:
    """Words by what they can be, and the small sets that naming rules ask for."""

    words: Mapping[str, Word]
    longest: int
    """Characters of the longest word."""
    noun_endings: tuple[str, ...]
    """What makes a noun of the verb before it: 服务|站."""
    measure_endings: tuple[str, ...]
    """The same, after any verb whatever: 完成|率."""
    carried: frozenset[str]
    """Verbs that hold for the nouns after a comma too."""
    complete: frozenset[str]
    """Verbs that need no object: 巡河."""
    firm: frozenset[str]
    """Verbs that stay verbs before a noun ending: 新增|点位."""
    change_nouns: frozenset[str]
    changing: frozenset[str]
    """Words of change that may have an object: 压减|经费."""
    abstract: tuple[str, ...]
    """Ends of the names of measures that no verb of a list is meant for: 收入."""
    heads: tuple[str, ...]
    """Ends of the names of measures, the longest first."""
    bare: frozenset[str]
    """Names that say too little alone: 整改率."""
    per_one: frozenset[str]
    """Words that begin an average after the noun that it is of: 困难群众|户均增收."""
    generic: frozenset[str]
    """Nouns that need what they are of: 活动."""
    causing: frozenset[str]
    """Verbs that make others act: 带动."""
    each: tuple[str, ...]
    """What stands after 每 where one of something is meant and not counted."""
    attributive: frozenset[str]
    """Verbs that before a noun only say which: 脱贫|家庭."""
    honours: frozenset[str]
    """Verbs that tell an honour of their subject: 获得."""
    idle_ends: tuple[str, ...]
    """Ends of a noun that say nothing of what is counted: 网格|作用."""
    tails: tuple[str, ...]
    """Ends of a name that its thing does not need, the longest first."""
    people: frozenset[str]
    """Units that count people and households."""
    occasions: frozenset[str]
    """Units that count how often something was done."""
    durations: frozenset[str]
    measures: frozenset[str]
    """Units that measure and do not count: no noun follows them as their own."""


@cache
def load_grammar() -> Grammar:
    """Return the grammar of the lexicon."""
    phrases, verbs = read_words("phrases.yaml"), read_words("verbs.yaml")
    words: dict[str, Word] = {}
    for data, lists in ((phrases, _LISTS), (verbs, _VERBS)):
        for name, kind in lists:
            for word in data[name].split():
                words[word] = words.get(word, Word.NONE) | kind
    for word in verbs["light"].split():
        words[word] |= Word.STRONG
    none = set(verbs["not_compounds"].split())
    for stem in verbs["stems"].split():
        for complement in verbs["complements"].split():
            word = stem + complement
            if word not in none and not words.get(word, Word.NONE) & Word.STRONG:
                words[word] = words.get(word, Word.NONE) | Word.STRONG | Word.COMPOUND
    for word in (*phrases["bare"].split(), *phrases["generic"].split()):
        words.setdefault(word, Word.WHOLE)
    verbal = Word.STRONG | Word.WEAK
    words = {word: kind & ~Word.WHOLE if kind & verbal else kind for word, kind in words.items()}
    carried = frozenset(verbs["carried"].split())
    opening = frozenset(word for word in carried if words[word] & Word.STRONG)
    return Grammar(
        words=words,
        longest=max(map(len, words)),
        noun_endings=tuple(phrases["noun_endings"].split()),
        measure_endings=tuple(phrases["measure_endings"].split()),
        carried=carried,
        complete=frozenset(verbs["complete"].split()),
        firm=opening | frozenset(verbs["firm"].split()) | frozenset(verbs["light"].split()),
        change_nouns=frozenset(phrases["change_nouns"].split()),
        changing=frozenset(phrases["changing"].split()),
        abstract=_longest_first(phrases["abstract"]),
        heads=_longest_first(phrases["heads"]),
        bare=frozenset(phrases["bare"].split()),
        per_one=frozenset(phrases["per_one"].split()),
        generic=frozenset(phrases["generic"].split()),
        causing=frozenset(verbs["causing"].split()),
        each=_longest_first(phrases["each"]),
        attributive=frozenset(verbs["attributive"].split()),
        honours=frozenset(verbs["honours"].split()),
        idle_ends=tuple(phrases["idle_ends"].split()),
        tails=_longest_first(phrases["tails"]),
        people=frozenset(phrases["people"].split()),
        occasions=frozenset(phrases["occasions"].split()),
        durations=frozenset(phrases["durations"].split()),
        measures=frozenset(phrases["measures"].split()),
    )


def _longest_first(words: str) -> tuple[str, ...]:
    return tuple(sorted(set(words.split()), key=lambda word: (-len(word), word)))
