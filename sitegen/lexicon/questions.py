"""Words around a question for a number: ``questions.yaml``."""

from sitegen.lexicon.files import read_words


def load_question_words() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the empty words in front of and behind what is asked, each list with the longest first."""
    words = read_words("questions.yaml")
    before, after = (
        sorted(map(str, words[place]), key=lambda word: (-len(word), word)) for place in ("before", "after")
    )
    return tuple(before), tuple(after)
