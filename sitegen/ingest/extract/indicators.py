"""Name what each number of a paragraph measures, in the report's words.

Each rule reads a number's frame and the names given before it, and gives a name or passes. The first name counts.
"""

import re
from collections.abc import Callable, Collection, Sequence

from sitegen.ingest.extract.clauses import Clause
from sitegen.ingest.extract.compared import (
    name_change,
    name_completion,
    name_dimension,
    name_from_to,
    name_rank,
    name_share,
    name_target,
)
from sitegen.ingest.extract.counted import (
    name_beneficiaries,
    name_by_deed_after,
    name_by_noun_after,
    name_by_words_before,
    name_nought,
    name_occasions,
    name_pair,
    name_part,
)
from sitegen.ingest.extract.frames import Frame
from sitegen.ingest.extract.lasting import name_duration, name_gone_on
from sitegen.ingest.extract.respectively import name_respectively
from sitegen.ingest.extract.telling import Finding, Named, Telling
from sitegen.ingest.extract.topics import name_by_topic
from sitegen.lexicon.grammar import load_grammar

Rule = Callable[[Frame, Telling], Finding | None]

RULES: tuple[tuple[str, Rule], ...] = (
    ("nought", name_nought),
    ("respectively", name_respectively),
    ("from-to", name_from_to),
    ("share", name_share),
    ("change", name_change),
    ("target", name_target),
    ("completion", name_completion),
    ("gone-on", name_gone_on),
    ("rank", name_rank),
    ("dimension", name_dimension),
    ("duration", name_duration),
    ("part", name_part),
    ("pair", name_pair),
    ("beneficiaries", name_beneficiaries),
    ("occasions", name_occasions),
    ("deed-after", name_by_deed_after),
    ("noun-after", name_by_noun_after),
    ("words-before", name_by_words_before),
    ("topic", name_by_topic),
)


def name_numbers(
    paragraph: str, clauses: Sequence[Clause], frames: Sequence[Frame], selves: Collection[str] = ()
) -> tuple[str, ...]:
    """Return the name of what each number measures, in order; empty where the words give none.

    Args:
        paragraph: Repaired text.
        clauses: Its clauses.
        frames: A frame per number, in order.
        selves: Names by which the report speaks of itself (柳林镇); left out of names.
    """
    telling = Telling(load_grammar(), selves, clauses, frames, paragraph)
    for frame in frames:
        finding = next((found for _, rule in RULES if (found := rule(frame, telling))), Finding(""))
        name = tidy(finding.name)
        telling.named.append(Named(name, tidy(finding.thing) or name, finding.verb, frame))
    return tuple(named.name for named in telling.named)


def tidy(name: str) -> str:
    """Take from a name what is left of the sentence around it: marks at its ends, half pairs, 了."""
    name = re.sub(r"\s", "", name).strip("，。；：、！？,.;:·—-+的")
    for opener, closer in (("“", "”"), ("‘", "’"), ("（", "）"), ("《", "》"), ("(", ")")):
        if name.count(opener) != name.count(closer):
            name = name.replace(opener, "").replace(closer, "")
    return name.strip("、，")
