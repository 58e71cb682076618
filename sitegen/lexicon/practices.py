"""What makes a name that of a practice."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from sitegen.lexicon.files import read_words
from sitegen.lexicon.words import WordFinder
from sitegen.model.terms import ThemeId


@dataclass(frozen=True, slots=True)
class KnownPractice:
    """A system that many places run, or that an archive's editor has described."""

    name: str
    theme: ThemeId | None
    """None: the subject of the words around it."""


@dataclass(frozen=True, slots=True)
class UnquotedForm:
    """How an unquoted name ends, and after which verbs it counts."""

    endings: tuple[str, ...]
    """Last words of the name, the longer first."""
    verbs: tuple[str, ...]
    """The longer first; empty: none is needed."""
    least: int
    """Fewest characters of the name before its last word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeWords:
    """The lists of ``practices.yaml``, whose comments say what each is for. Tuples hold the longer words first."""

    known: Mapping[str, KnownPractice]
    """By name and by each other name."""
    known_finder: WordFinder
    actors: tuple[str, ...]
    heads: tuple[str, ...]
    markers: tuple[str, ...]
    empty_tails: tuple[str, ...]
    endings: tuple[str, ...]
    strong_verbs: tuple[str, ...]
    weak_verbs: tuple[str, ...]
    deeds: tuple[str, ...]
    unquoted: tuple[UnquotedForm, ...]
    openers: tuple[str, ...]
    common_parts: tuple[str, ...]
    provinces: str
    partnerships: tuple[str, ...]
    chiefs: str
    not_after: tuple[str, ...]
    not_before: tuple[str, ...]
    honours: tuple[str, ...]
    with_as: tuple[str, ...]
    with_as_aim: tuple[str, ...]
    goods_after: tuple[str, ...]
    not_endings: tuple[str, ...]
    plans: tuple[str, ...]
    ahead: tuple[str, ...]
    never: frozenset[str]
    """Figures of speech and honours, which a head word (“领头雁”工程) makes a practice after all."""
    never_firm: frozenset[str]
    """Doctrine, groups of people, dates: no practices whatever follows."""

    def knowing(self, names: Iterable[str]) -> "PracticeWords":
        """Return the lists with an archive's own names of practices among those that are known.

        Each stands for itself: which of them are one practice is the archive's word, not the report's.
        """
        known = {name: KnownPractice(name, None) for name in names} | dict(self.known)
        return replace(
            self,
            known=known,
            known_finder=WordFinder(known),
            never=self.never - known.keys(),
            never_firm=self.never_firm - known.keys(),
        )


@cache
def load_practice_words() -> PracticeWords:
    """Return the words by which practices are told."""
    data = read_words("practices.yaml")
    known = {
        name: KnownPractice(names[0], ThemeId(theme))
        for theme, practices in data["known"].items()
        for names in practices
        for name in names
    }
    return PracticeWords(
        known=known,
        known_finder=WordFinder(known),
        actors=_longest_first(data["actors"]),
        heads=_longest_first(data["heads"]),
        markers=_longest_first(data["markers"]),
        empty_tails=_longest_first(data["empty_tails"]),
        endings=_longest_first(data["endings"]),
        strong_verbs=_longest_first(data["strong_verbs"]),
        weak_verbs=_longest_first(data["weak_verbs"]),
        deeds=_longest_first(data["deeds"]),
        unquoted=tuple(
            UnquotedForm(_longest_first(form["endings"]), _longest_first(form["verbs"]), form["least"])
            for form in data["unquoted"]
        ),
        openers=_longest_first(data["openers"]),
        common_parts=_longest_first(data["common_parts"]),
        provinces=data["provinces"],
        partnerships=_longest_first(data["partnerships"]),
        chiefs="".join(data["chiefs"]),
        not_after=_longest_first(data["not_after"]),
        not_before=_longest_first(data["not_before"]),
        honours=_longest_first(data["honours"]),
        with_as=_longest_first(data["with_as"]),
        with_as_aim=_longest_first(data["with_as_aim"]),
        goods_after=_longest_first(data["goods_after"]),
        not_endings=_longest_first(data["not_endings"]),
        plans=_longest_first(data["plans"]),
        ahead=_longest_first(data["ahead"]),
        never=frozenset(word for group in data["never"] if not group["firm"] for word in group["words"]),
        never_firm=frozenset(word for group in data["never"] if group["firm"] for word in group["words"]),
    )


def _longest_first(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-len(word), word)))
