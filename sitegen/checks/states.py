"""What keeps a report from being published, and what its body shows that nobody meant."""

import re
from datetime import date

from sitegen.checks.finding import Finding, Findings
from sitegen.checks.subject import Known, Subject
from sitegen.model.content import Content
from sitegen.store.bulletins import stem_of
from sitegen.store.markdown import BlockKind

_NO_REASONS = frozenset(("true", "false", "yes", "no", "是", "否", "1", "0"))
_TAG = re.compile(r"</?(?:[a-z][a-z0-9]*)(?:\s[^<>]*)?/?>", re.I)


def check_state(subject: Subject, known: Known) -> Findings:
    """Note what keeps reports from being published, unsettled places and periods, and bulletins without a file."""
    report = subject.report
    if report.place is None:
        yield subject.finding("report-unresolved", "place")
    if report.draft and not report.withdrawn:
        yield subject.finding("report-draft", "draft")
    if report.withdrawn and report.withdrawn.strip().lower() in _NO_REASONS:
        yield subject.finding("withdrawn-reason", "withdrawn", said=report.withdrawn)
    elif report.withdrawn:
        yield subject.finding("report-withdrawn", "withdrawn")
    yield from _check_together(subject)
    if report.period is None:
        yield subject.finding("report-undated", "period")
    if report.source:
        stem = stem_of(report.source.file)
        if stem not in known.bulletins:
            yield subject.finding("bulletin-missing", "source", "file", file=report.source.file, stem=stem)


def _check_together(subject: Subject) -> Findings:
    """Find states of which one makes another say nothing."""
    report = subject.report
    said = {"withdrawn": bool(report.withdrawn), "draft": report.draft, "publish_on": report.publish_on is not None}
    stronger, *idle = [key for key, there in said.items() if there] or [""]
    for key in idle:
        yield subject.finding("state-idle", key, stronger=stronger, idle=key)


def check_days(content: Content, now: date) -> Findings:
    """Note reports that wait for a day, and days that are over.

    Args:
        content: The records.
        now: The day on which one asks.
    """
    for report in content.reports:
        if report.publish_on is None or report.withdrawn or report.draft:
            continue
        code = "report-waiting" if report.publish_on > now else "publish-on-over"
        day = report.publish_on.isoformat()
        yield Finding(code=code, file=f"reports/{report.path}.md", at=("publish_on",), values={"day": day})


def check_body(subject: Subject, known: Known) -> Findings:
    """Find a report without text (drafts and withdrawn ones aside), HTML in its text, captions in the text too."""
    if not subject.blocks and not (subject.report.draft or subject.report.withdrawn):
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
