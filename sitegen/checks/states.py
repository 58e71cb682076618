"""What keeps a report from being published, and what its body shows that nobody meant."""

import re

from sitegen.checks.finding import Finding, Findings
from sitegen.checks.subject import Known, Subject
from sitegen.store.bulletins import stem_of
from sitegen.store.markdown import BlockKind

_TAG = re.compile(r"</?(?:[a-z][a-z0-9]*)(?:\s[^<>]*)?/?>", re.I)


def check_state(subject: Subject, known: Known) -> Findings:
    """Note reports that are drafts, whose place or period is not settled, or whose bulletin has no file."""
    report = subject.report
    if report.place is None:
        yield subject.finding("report-unresolved", "place")
    if report.draft:
        yield subject.finding("report-draft", "draft")
    if report.period is None:
        yield subject.finding("report-undated", "period")
    if report.source:
        stem = stem_of(report.source.file)
        if stem not in known.bulletins:
            yield subject.finding("bulletin-missing", "source", "file", file=report.source.file, stem=stem)


def check_body(subject: Subject, known: Known) -> Findings:
    """Find a report without text that is no draft, HTML in its text, and captions that stand as paragraphs too."""
    if not subject.blocks and not subject.report.draft:
        yield subject.finding("body-empty")
    for block in subject.blocks:
        if block.kind is not BlockKind.CODE and (tag := _TAG.search(block.text)):
            yield Finding(
                code="body-html", file=subject.file, body_line=block.line, mark=tag[0], values={"tag": tag[0]}
            )
    paragraphs = {block.text for block in subject.blocks}
    for number, caption in enumerate(subject.report.captions):
        if caption in paragraphs:
            yield subject.finding("caption-in-body", "captions", number, caption=caption)
