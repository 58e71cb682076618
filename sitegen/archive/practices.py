"""Mentions of one practice under several names, joined."""

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

from sitegen.lexicon.pinyin import slug
from sitegen.model.report import Practice, PracticeMention
from sitegen.model.terms import PracticeId, ThemeId

_IGNORED = frozenset("“”‘’\"'「」『』《》〈〉·•・—－-–~～+＋ 　")


def fold_name(name: str) -> str:
    """Return what two spellings of a practice's name have in common: no quotation marks, dashes, spaces, widths."""
    return "".join(c for c in unicodedata.normalize("NFKC", name).casefold() if c not in _IGNORED) or name


def join_practices(mentions: Iterable[PracticeMention], known: Iterable[Practice]) -> dict[str, tuple[Practice, ...]]:
    """Return the practices of every folded name, one per way of working.

    Nearly every name has one practice. An alias that several files list names all of them at once: 智慧河长、林长 is
    a mention of 河长制 and of 林长制.

    Args:
        mentions: All mentions of the public reports, in any order.
        known: The practices with a file, by whose names and aliases mentions are joined. A name of one file goes before
            the aliases of others; where two files have one name, the lower id has it.
    """
    joined: dict[str, tuple[Practice, ...]] = {}
    known = sorted(known, key=lambda p: p.id)
    for practice in known:
        joined.setdefault(fold_name(practice.name), (practice,))
    named = set(joined)
    for practice in known:
        for alias in sorted({fold_name(alias) for alias in practice.aliases} - named):
            joined[alias] = (*joined.get(alias, ()), practice)
    spellings: dict[str, Counter[str]] = {}
    for mention in mentions:
        folded = fold_name(mention.name)
        if folded not in joined:
            spellings.setdefault(folded, Counter())[mention.name] += 1
    ids = _make_ids(spellings, {practice.id for practice in known})
    for folded, counted in spellings.items():
        name = min(counted, key=lambda n: (-counted[n], n))
        joined[folded] = (Practice(ids[folded], name, tuple(sorted(set(counted) - {name}))),)
    return joined


def _make_ids(folded_names: Iterable[str], taken: set[PracticeId]) -> dict[str, PracticeId]:
    """Return an id by pinyin for each name; where two would share one, all of them carry a mark made from the name.

    No name is preferred, so that an address that once led to a practice never leads to another one later.
    """
    plain = {name: slug(name) for name in folded_names}
    times = Counter(plain.values())
    return {
        name: PracticeId(made) if made and times[made] == 1 and made not in taken else _marked(made, name)
        for name, made in plain.items()
    }


def _marked(made: str, name: str) -> PracticeId:
    mark = hashlib.blake2b(name.encode(), digest_size=3).hexdigest()
    return PracticeId(f"{made}-{mark}" if made else mark)


def main_theme(mentions: Iterable[PracticeMention], order: Mapping[ThemeId, int]) -> ThemeId | None:
    """Return the theme that most mentions have; the lexicon's first where several do."""
    counted = Counter(m.theme for m in mentions if m.theme in order)
    return min((t for t in counted if t is not None), key=lambda t: (-counted[t], order[t]), default=None)
