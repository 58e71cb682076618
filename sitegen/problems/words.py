"""Words for people in both languages of the interface, and the choice between the two."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """A language in which the program speaks to whoever runs it."""

    EN = "en"
    """English, where nothing else is said."""
    ZH = "zh"
    """Simplified Chinese."""


@dataclass(frozen=True, slots=True)
class Words:
    """The same words in both languages; as mere text they are English."""

    en: str
    zh: str

    def __str__(self) -> str:
        """Return the English words."""
        return self.en

    def told(self, language: Language) -> str:
        """Return the words in a language."""
        return self.zh if language is Language.ZH else self.en

    def fill(self, **values: object) -> "Words":
        """Fill the blanks ``{name}`` of both; values that are words themselves in their own language."""
        return Words(*(fill_in(self.told(language), values, language) for language in Language))


class ReasonError(ValueError):
    """A value is wrong; holds the reason in both languages."""

    def __init__(self, reason: Words) -> None:
        super().__init__(reason.en)
        self.reason = reason


def join_words(items: Iterable[str]) -> Words:
    """Return a list of names as it stands in a sentence: with commas, in Chinese with ``、``."""
    listed = tuple(items)
    return Words(", ".join(listed), "、".join(listed))


def fill_in(template: str, values: Mapping[str, object], language: Language) -> str:
    """Fill the blanks of a template in one language."""
    told = {name: value.told(language) if isinstance(value, Words) else value for name, value in values.items()}
    return template.format(**told)
