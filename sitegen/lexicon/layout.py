"""Words by which a page's layout is read: ``lexicon/layout.yaml`` as records."""

import re
from dataclasses import dataclass, fields
from functools import cache

from sitegen.lexicon.files import read_words


@dataclass(frozen=True, slots=True)
class LayoutWords:
    """The word lists of ``layout.yaml``, longest word first; the file says what each is for."""

    credit_roles: tuple[str, ...]
    reporters: tuple[str, ...]
    credit_verbs: tuple[str, ...]
    surnames: tuple[str, ...]
    credit_scopes: tuple[str, ...]
    addressed_to_all: tuple[str, ...]
    credit_for_all: tuple[str, ...]
    credit_joiners: tuple[str, ...]
    credit_materials: tuple[str, ...]
    credit_bodies: tuple[str, ...]
    report_marks: tuple[str, ...]
    dateline_heads: tuple[str, ...]
    sent_to: tuple[str, ...]
    page_buttons: tuple[str, ...]
    paper_ends: tuple[str, ...]
    page_names: tuple[str, ...]
    preface_heads: tuple[str, ...]
    issuer_ends: tuple[str, ...]
    signature_ends: tuple[str, ...]
    issuer_not: tuple[str, ...]
    issuer_not_ends: tuple[str, ...]
    caption_ends: tuple[str, ...]
    caption_marks: tuple[str, ...]
    caption_scenes: tuple[str, ...]
    sentence_words: tuple[str, ...]
    heading_words: tuple[str, ...]
    heading_verbs: tuple[str, ...]
    title_words: tuple[str, ...]
    lead_words: tuple[str, ...]
    closing_words: tuple[str, ...]
    lead_counts: tuple[str, ...]
    section_openings: tuple[str, ...]


@cache
def load_layout_words() -> LayoutWords:
    """Return the layout's words as shipped.

    Raises:
        ValueError: if the file lacks a list or has one that nothing reads.
    """
    lists = read_words("layout.yaml")
    known = {field.name for field in fields(LayoutWords)}
    if set(lists) != known:
        raise ValueError(f"layout.yaml: lists missing or unknown: {sorted(set(lists) ^ known)}")
    return LayoutWords(**{name: tuple(sorted(set(words), key=lambda w: (-len(w), w))) for name, words in lists.items()})


@cache
def any_of(words: tuple[str, ...]) -> str:
    """Return a pattern for one of these words, the longest that fits first."""
    return "(?:" + "|".join(map(re.escape, words)) + ")"
