"""The words under which a reader may ask for an indicator, and how such words are compared."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from sitegen.archive import Archive
from sitegen.lexicon.grammar import Word, load_grammar
from sitegen.model.report import Series
from sitegen.model.terms import SeriesId
from sitegen.search.folding import fold, key

MOST = 3
"""Series that one bare noun may mean; more are no answer."""

_NOT_SAID = str.maketrans("", "", " \"'“”‘’「」『』《》")


@lru_cache(maxsize=1 << 15)
def fold_word(text: str) -> str:
    """Return words for comparing: widths, case, spaces and quotation marks say nothing.

    ``search-names.js`` folds by the same rule.
    """
    return key(fold(text)).translate(_NOT_SAID)


def list_asked_words(archive: Archive) -> dict[str, tuple[SeriesId, ...]]:
    """Return the series that each folded name or alias means, and each noun that is left of one without its verb.

    Nobody asks for 安装路灯; whoever asks for 路灯 is shown it under its own name. A noun that is a name too means
    that name alone.
    """
    series = tuple(entry.series for entry in archive.indicators.values())
    named = _collect((one.id, name) for one in series for name in _names(one))
    nouns = _collect((one.id, noun) for one in series for name in _names(one) if (noun := _without_verb(name)))
    return {noun: meant for noun, meant in nouns.items() if len(meant) <= MOST} | named


def _names(series: Series) -> Iterator[str]:
    """Yield names as one would type them: of an alias that counts after another word, both words."""
    yield from (name.replace("…", "") for name in (series.name, series.name_en, *series.aliases) if name)


def _collect(names: Iterable[tuple[SeriesId, str]]) -> dict[str, tuple[SeriesId, ...]]:
    found: dict[str, dict[SeriesId, None]] = defaultdict(dict)
    for series, name in names:
        if word := fold_word(name):
            found[word][series] = None
    return {word: tuple(series) for word, series in found.items()}


def _without_verb(name: str) -> str:
    """Return the noun after the verb that opens a name; empty where there is none, or it says too little alone."""
    grammar = load_grammar()
    for length in range(min(grammar.longest, len(name) - 2), 1, -1):
        noun = name[length:]
        if grammar.words.get(name[:length], Word.NONE) & Word.STRONG:
            said = noun not in grammar.bare | grammar.generic and not noun.startswith(grammar.noun_endings)
            return noun if said else ""
    return ""
