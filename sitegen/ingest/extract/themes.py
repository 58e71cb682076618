"""Which subject a number or a section belongs to, by the words in and around it."""

from functools import lru_cache

from sitegen.ingest.extract.run_in import find_run_in
from sitegen.lexicon.themes import ThemeWords, load_theme_words
from sitegen.model.terms import ThemeId

# How much a word counts in finding a number's subject, by where it stands.
_INDICATOR = 3.0
"""In the name of what is measured: most of all."""
_HEAD = 0.5
"""What a word at the very end of that name gains, as a share: the head of a Chinese noun phrase stands last."""
_AGAIN = 0.25
"""What a further word of the same subject in that name adds, as a share: two modifiers do not outweigh the head."""
_CLAUSE, _SENTENCE = 1.0, 0.5
_CLAUSE_ALONE, _SENTENCE_ALONE = 2.5, 1.5
"""The same where the name says nothing (资金, 完工率): its clause and sentence speak for it."""
_HEADING, _TITLE = 1.0, 0.5
_SECTION = (8.0, 3.0, 1.5)
"""What the section's first, second and third subject add; a heading's words have made them, so they weigh a word."""
_UNIT = 1.0

# The same in finding a section's subjects.
_OWN_HEADING, _OWN_OPENING, _OWN_PARAGRAPH = 5.0, 2.5, 0.5
_SHARE = 0.5
"""A section has a second and third subject where they weigh at least this share of the first."""
_MOST = 3

_HINT = 1
"""Weight of a word that settles nothing by itself."""
_SENTENCE_ENDS = "。；！？"

_Weights = dict[ThemeId, float]


def find_stat_theme(
    indicator: str,
    clause: str,
    heading: str | None,
    section_themes: tuple[ThemeId, ...],
    title: str | None,
    unit: str,
    *,
    paragraph: str = "",
) -> ThemeId:
    """Return the subject of a number.

    Args:
        indicator: What is measured: ``新安装太阳能路灯``; its words count most, the last ones a little more.
        clause: The clause that holds the number.
        heading: The section's heading; None in the lead.
        section_themes: What ``find_section_themes`` says of the section.
        title: The report's headline; counts least, and decides where nothing else does.
        unit: Base unit; decides only between subjects that are else alike.
        paragraph: The paragraph that holds the clause; its run-in opening (``筑牢防灾底线。``) counts as a heading
            does, and the rest of the sentence a little. May be empty.
    """
    words = load_theme_words()
    weights: _Weights = dict.fromkeys(words.order, 0.0)
    speaks = False
    for word, span in words.finder.find(indicator):
        if word in words.weights:
            theme, weight = words.weights[word]
            said = weight * _INDICATOR * (1 + _HEAD * span.end / len(indicator))
            weights[theme] = max(weights[theme], said) + _AGAIN * min(weights[theme], said)
            speaks = speaks or weight > _HINT
    nearby = (
        (clause, _CLAUSE if speaks else _CLAUSE_ALONE),
        (_sentence(clause, paragraph), _SENTENCE if speaks else _SENTENCE_ALONE),
        (paragraph[: find_run_in(paragraph)], _HEADING),
        (heading, _HEADING),
        (title, _TITLE),
    )
    for text, factor in nearby:
        for theme, weight in _said_in(text or ""):
            weights[theme] += factor * weight
    for theme, bonus in zip(section_themes, _SECTION, strict=False):
        weights[theme] = weights.get(theme, 0.0) + bonus
    if unit in words.units:
        weights[words.units[unit]] += _UNIT
    best = max(weights, key=weights.__getitem__)
    return best if weights[best] > 0 else words.fallback


def find_section_themes(heading: str | None, paragraphs: tuple[str, ...], title: str | None) -> tuple[ThemeId, ...]:
    """Return the one to three subjects of a section, the chief one first.

    The heading counts most, then each paragraph's opening, then what is said most often; the report's title only where
    there is no heading.
    """
    words = load_theme_words()
    weights: _Weights = dict.fromkeys(words.order, 0.0)
    for theme, weight in _said_in(heading or title or ""):
        weights[theme] += _OWN_HEADING * weight
    for paragraph in paragraphs:
        for word, _ in words.finder.find(paragraph):
            _add(weights, words, word, _OWN_PARAGRAPH)
        for theme, weight in _said_in(paragraph[: find_run_in(paragraph)]):
            weights[theme] += _OWN_OPENING * weight
    ranked = sorted((theme for theme in weights if weights[theme] > 0), key=lambda theme: -weights[theme])
    most = weights[ranked[0]] if ranked else 0.0
    return tuple(theme for theme in ranked[:_MOST] if weights[theme] >= _SHARE * most)


def _sentence(clause: str, paragraph: str) -> str:
    """Return the sentence, or the part of one up to a semicolon, that holds a clause of a paragraph."""
    at = paragraph.find(clause)
    if not clause or at < 0:
        return ""
    start = max(paragraph.rfind(mark, 0, at) for mark in _SENTENCE_ENDS) + 1
    ends = [paragraph.find(mark, at + len(clause)) for mark in _SENTENCE_ENDS]
    return paragraph[start : min((end for end in ends if end >= 0), default=len(paragraph))]


@lru_cache(maxsize=4096)
def _said_in(text: str) -> tuple[tuple[ThemeId, int], ...]:
    """Return subject and weight of each different word in a text; headings and sentences are asked for many times."""
    words = load_theme_words()
    found = dict.fromkeys(word for word, _ in words.finder.find(text))
    return tuple(words.weights[word] for word in found if word in words.weights)


def _add(weights: _Weights, words: ThemeWords, word: str, factor: float) -> None:
    if word in words.weights:
        theme, weight = words.weights[word]
        weights[theme] += factor * weight
