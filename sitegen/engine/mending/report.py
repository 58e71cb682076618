"""What can be worked out in one report's file, filled in: those lines change, and no others."""

from collections import Counter
from dataclasses import dataclass

from sitegen.checks.folder import check_report
from sitegen.checks.subject import Known, Subject
from sitegen.engine.mending.draft import Draft, Filling, Rule, read_draft
from sitegen.engine.mending.labels import mend_labels
from sitegen.engine.mending.practices import mend_practices
from sitegen.engine.mending.sections import (
    mend_headings,
    mend_missing_sections,
    mend_section_order,
    mend_section_themes,
    mend_union,
)
from sitegen.engine.mending.stats import mend_stats
from sitegen.model.terms import ReportPath
from sitegen.store.edits import apply_edits, plain_text
from sitegen.store.nodes import Mapping, Node, Scalar, Sequence
from sitegen.store.report_file import read_report

STEPS: tuple[tuple[Rule, ...], ...] = (
    (mend_labels,),
    (mend_headings,),
    (mend_section_order, mend_missing_sections, mend_section_themes, mend_union),
    (mend_stats,),
    (mend_practices,),
)
"""Each rule sees what those before it left; sections come before stats, for a stat has its section's theme. The rules
of one step hold together or not at all: a new section is right once its themes are the report's too."""
_MOST_ROUNDS = 3
"""How often one rule may find something: the order of a list is one round, what is missing in it another."""


@dataclass(frozen=True, slots=True)
class Filled:
    """One value that was filled in, and where it stands now."""

    line: int
    """Of the mended file, from 1."""
    filling: Filling


def mend_report(original: str, path: ReportPath, known: Known) -> tuple[str, tuple[Filled, ...]]:
    """Return the text of a report's file with all filled in that follows from its words.

    A file that is no front matter with keys is returned as it is. A step by which a new problem would appear leaves the
    file as it was.

    Args:
        original: The file as it is, line ends and byte order mark included.
        path: The report's.
        known: The themes and the rest that reports may use.
    """
    text, draft = original, read_draft(plain_text(original))
    if draft is None:
        return original, ()
    filled: list[Filling] = []
    for rules in STEPS:
        mended, after, fillings = _take_step(rules, text, draft, known)
        if mended != text and not _new_problems(draft, after, path, known):
            text, draft = mended, after
            filled += fillings
    return text, _place(filled, draft)


def _take_step(rules: tuple[Rule, ...], text: str, draft: Draft, known: Known) -> tuple[str, Draft, list[Filling]]:
    """Apply rules one after the other, each until it finds nothing more."""
    fillings: list[Filling] = []
    for rule in rules:
        for _ in range(_MOST_ROUNDS):
            made = rule(draft, known)
            mended = apply_edits(text, made.edits)
            after = read_draft(plain_text(mended)) if made.edits else None
            if after is None:
                break
            text, draft = mended, after
            fillings += made.fillings
    return text, draft, fillings


def _new_problems(before: Draft, after: Draft, path: ReportPath, known: Known) -> bool:
    """Whether mending brought something about that was not wrong before."""
    olds, news = _problems(before, path, known), _problems(after, path, known)
    if olds is None or news is None:  # its meaning is checked once all values can be read
        return bool(Counter(after.faults) - Counter(before.faults))
    if (
        "theme-unknown" in olds
    ):  # as long as a theme is unknown, nobody says that the list of themes is not the sections'
        del news["themes-differ"]
    return bool(news - olds)


def _problems(draft: Draft, path: ReportPath, known: Known) -> Counter[str] | None:
    """The codes of all that is wrong with a report, None where it cannot be read."""
    report, problems = read_report(draft.text, "", path)
    if report is None:
        return None
    found = check_report(Subject.of(report), known)
    return Counter([*(problem.code for problem in problems), *(finding.code for finding in found)])


def _place(fillings: list[Filling], draft: Draft) -> tuple[Filled, ...]:
    """Look up the lines of what was filled in."""
    headings = [entry["heading"] for entry in draft.document.values["sections"]]
    found = []
    for filling in fillings:
        place: tuple[str | int | None, ...] = filling.place
        if place and place[0] == "sections" and place[1] in headings:
            place = ("sections", headings.index(place[1]))
        found.append(Filled(_line_of((*place, filling.key), filling.new, draft.document.tree), filling))
    return tuple(sorted(found, key=lambda filled: filled.line))


def _line_of(pointer: tuple[str | int | None, ...], new: str, tree: Node | None) -> int:
    """Return the line of a value, or of the nearest one around it; in a list of values, that of the new one."""
    node = tree
    for step in pointer:
        below: Node | None = None
        if isinstance(node, Mapping) and isinstance(step, str):
            below = node.get(step)
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            below = node.items[step]
        if below is None:
            break
        node = below
    if isinstance(node, Sequence):
        node = next((item for item in node.items if isinstance(item, Scalar) and item.text == new), node)
    return node.line if node else 1
