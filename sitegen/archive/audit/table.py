"""All audits over a content folder, in one call."""

from collections.abc import Callable, Iterator

from sitegen.archive.audit.averages import audit_averages
from sitegen.archive.audit.changes import audit_differences, audit_levels
from sitegen.archive.audit.fractions import audit_fractions
from sitegen.archive.audit.measured import read_levels
from sitegen.archive.audit.parts import audit_households, audit_parts
from sitegen.archive.audit.repeats import audit_paragraphs, audit_said_twice
from sitegen.archive.audit.said import Sentence, read_sentences
from sitegen.archive.audit.series import audit_series, read_courses
from sitegen.archive.audit.shares import audit_shares, audit_stated_shares
from sitegen.archive.audit.sums import audit_totals
from sitegen.archive.audit.years import audit_years
from sitegen.model.content import Content
from sitegen.model.report import Report
from sitegen.problems import Problem

SENTENCE_AUDITS: tuple[Callable[[Sentence], Iterator[Problem]], ...] = (
    audit_fractions,
    audit_stated_shares,
    audit_parts,
    audit_totals,
    audit_households,
    audit_averages,
    audit_levels,
    audit_differences,
)


def audit_content(content: Content) -> tuple[Problem, ...]:
    """Return what looks wrong in the reports of a content folder, by file: drafts included, withdrawn ones left out.

    Nothing is sure: each finding names two numbers that do not go together, and somebody who knows decides. Paths are
    below the content folder.
    """
    reports = tuple(report for report in content.reports if not report.withdrawn)
    return tuple(sorted(set(_find(reports)), key=lambda p: (p.path, p.code, p.text, p.what)))


def _find(reports: tuple[Report, ...]) -> Iterator[Problem]:
    for report in reports:
        yield from audit_shares(report)
        sentences = tuple(read_sentences(report))
        for sentence in sentences:
            for audit in SENTENCE_AUDITS:
                yield from audit(sentence)
        yield from audit_said_twice(report, sentences)
    courses = read_courses(read_levels(reports))
    yield from audit_series(courses)
    yield from audit_years(reports, courses)
    yield from audit_paragraphs(reports)
