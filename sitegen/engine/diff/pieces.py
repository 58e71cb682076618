"""The lines of a summary of changes, each with what is lost where it does not fit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.engine.diff.escape import code, escape, shorten
from sitegen.engine.diff.folders import FolderDiff
from sitegen.engine.diff.records import RecordDiff, ReportDiff, StatDiff, TextDiff
from sitegen.engine.diff.values import LONGEST, NUMBER, list_other_fields, show_number, show_value
from sitegen.engine.diff.words import name_sort, read_table, word
from sitegen.engine.show_changes import mark_differences
from sitegen.problems import Problem
from sitegen.problems.words import Language, Words

_OPEN, _FOLDED = 20, 200
"""Addresses that a list shows, and that one holds at the most that is unfolded by who wants to see it."""
_SORTS = ("reports", "places", "bulletins", "themes", "indicators", "practices")
"""What people link to most comes first."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A line or a few that stand or fall together."""

    text: str
    facts: int = 0
    """How many facts it tells of; a piece without any is one other line."""


@dataclass(frozen=True, slots=True)
class Teller:
    """Puts changes into words of one language."""

    language: Language

    def say(self, name: str, /, **values: object) -> str:
        """Return a line of the table of words."""
        return self.tell(word(name, **values))

    def tell(self, words: Words) -> str:
        """Return words in the language."""
        return words.told(self.language)

    def summarise(self, diff: FolderDiff) -> str:
        """Return the first line: how many facts of how many reports."""
        stats = [stat for report in diff.content.reports for stat in report.stats]
        number = sum(bool(report.stats) for report in diff.content.reports)
        return self.say(
            "title",
            facts=word(
                "facts",
                added=sum(stat.before is None for stat in stats),
                changed=sum(None not in (stat.before, stat.after) for stat in stats),
                removed=sum(stat.after is None for stat in stats),
                reports=Words(word("report").en if number == 1 else word("reports", n=number).en, str(number)),
            ),
        )

    def list_pieces(self, diff: FolderDiff) -> Iterator[Piece]:
        """Yield all that differs, what a reviewer must know first."""
        yield from self._list_addresses("gone", diff.content.removed, advice=True)
        yield from self._list_problems("new-problems", diff.new)
        if diff.unread:
            yield Piece(f"\n#### {self.say('unread')}\n\n{self.say('unread-advice')}\n")
            yield from (Piece(f"- {code(f'reports/{path}.md')}") for path in diff.unread)
        for report in diff.content.reports:
            yield from self._show_report(report, diff)
        if diff.content.records:
            yield Piece(f"\n#### {self.say('records')}\n")
            yield from (Piece(self._show_record(record)) for record in diff.content.records)
        yield from self._list_addresses("come", diff.content.added)
        yield from self._list_problems("mended-problems", diff.mended)
        if diff.content.changed:
            yield Piece(self._fold("changed-pages", sorted(diff.content.changed, key=_by_sort)))

    def _list_addresses(self, name: str, addresses: tuple[str, ...], *, advice: bool = False) -> Iterator[Piece]:
        if addresses:
            yield Piece(f"\n#### {self.say(name)}\n" + (f"\n{self.say(f'{name}-advice')}\n" if advice else ""))
            ordered = sorted(addresses, key=_by_sort)
            yield from (Piece(f"- {code(address)}") for address in ordered[:_OPEN])
            if ordered[_OPEN:]:
                yield Piece(self._fold("more", ordered[_OPEN:]))

    def _fold(self, name: str, addresses: Sequence[str]) -> str:
        """Return a list that is unfolded by who wants to see it; the first of many."""
        more = len(addresses) - _FOLDED
        lines = [f"- {code(address)}" for address in addresses[:_FOLDED]] + ([f"- … +{more}"] if more > 0 else [])
        summary = self.say(name, n=len(addresses))
        return "\n".join((f"\n<details><summary>{summary}</summary>\n", *lines, "\n</details>"))

    def _list_problems(self, name: str, problems: tuple[Problem, ...]) -> Iterator[Piece]:
        if problems:
            yield Piece(f"\n#### {self.say(name)}\n")
        for problem in problems:
            where = ":".join(str(part) for part in (problem.path, problem.line or "") if part)
            severity = self.tell(problem.severity.words)
            yield Piece(f"- {severity} {code(where)} {escape(shorten(problem.what_in(self.language), 2 * LONGEST))}")

    def _show_report(self, change: ReportDiff, diff: FolderDiff) -> Iterator[Piece]:
        """Yield the head of a report, what its front matter and text say differently, and its facts."""
        report = change.shown
        heading = report.title or f"{report.issuer or report.place or ''} {report.period or ''}".strip() or change.path
        lines = [f"\n#### {escape(shorten(heading, LONGEST))}\n", code(f"reports/{change.path}.md")]
        if change.before is None or change.after is None:
            lines[1] += f" · {self.say('added-report' if change.before is None else 'removed-report')}"
        elif change.before.path != change.after.path:
            lines[1] += f" · {self.say('moved-report', path=code(f'reports/{change.before.path}.md'))}"
        lines += ["", *(f"- {line}" for line in self._list_fields(change) if change.before and change.after)]
        if change.text:
            lines += [f"- {self._show_text(change.text)}"]
        elif change.before and change.after and change.before.body != change.after.body:
            lines += [f"- {self.say('markup')}"]
        yield Piece("\n".join(lines).rstrip("\n"))
        places = diff.lines.get(change.path, {})
        for number, stat in enumerate(change.stats):
            head = self._head_table() if number == 0 else ""
            yield Piece(head + self._show_stat(stat, places.get(stat.after.id, 0) if stat.after else 0), facts=1)

    def _list_fields(self, change: ReportDiff | RecordDiff) -> Iterator[str]:
        for key in change.keys:
            if key == "path":
                continue
            before, after = (show_value(getattr(record, key)) for record in (change.before, change.after))
            yield self._show_field(key, before, after)

    def _show_field(self, key: str, before: str, after: str) -> str:
        if max(len(before), len(after)) > LONGEST:
            return self.say("field-long", name=key)
        one, other = (escape(value) or self.say("none") for value in (before, after))
        return self.say("field", name=key, before=one, after=other)

    def _show_text(self, text: TextDiff) -> str:
        said = self.say("text", added=f"{text.added:,}", removed=f"{text.removed:,}")
        before, after = mark_differences(text.before[: 4 * LONGEST], text.after[: 4 * LONGEST])
        one, other = (escape(shorten(sentence, LONGEST)) for sentence in (before, after))
        if not text.before:
            one, other = "", escape(shorten(text.after, LONGEST))
        elif not text.after:
            one, other = escape(shorten(text.before, LONGEST)), ""
        sort = "changed" if one and other else "added" if other else "removed"
        return said + self.say(f"sentence-{sort}", before=one, after=other) if one or other else said.strip()

    def _head_table(self) -> str:
        columns = read_table()["columns"][self.language.value]
        return f"\n| {' | '.join(columns)} |\n|{' --- |' * len(columns)}\n"

    def _show_stat(self, change: StatDiff, line: int) -> str:
        before, after = change.before, change.after
        sort = "added" if before is None else "removed" if after is None else "changed"
        same = bool(before and after) and not any(key in NUMBER for key in change.keys)
        numbers = ("", show_number(after)) if same else (show_number(before), show_number(after))
        words = [self._show_pair(change, "quote")]
        words += [self._show_field(*field) for field in list_other_fields(change)]
        cells = (
            self.say(sort),
            str(line or ""),
            self._show_pair(change, "indicator"),
            *(escape(shorten(number, LONGEST)) for number in numbers),
            "<br>".join(words),
        )
        return f"| {' | '.join(cells)} |"

    def _show_pair(self, change: StatDiff, key: str) -> str:
        """Return a text of a stat, or both where it differs."""
        texts = dict.fromkeys(str(getattr(stat, key)) for stat in (change.before, change.after) if stat)
        return " → ".join(escape(shorten(text, LONGEST)) for text in texts)

    def _show_record(self, change: RecordDiff) -> str:
        shown = change.after or change.before
        name = next((str(getattr(shown, key)) for key in ("name", "label", "title") if getattr(shown, key, "")), "")
        sort, key = name_sort(change.sort), code(change.key)
        if change.before is None or change.after is None:
            state = "record-added" if change.before is None else "record-removed"
            return f"- {self.say(state, sort=sort, key=key, name=escape(shorten(name, LONGEST)))}"
        return f"- {self.say('record-changed', sort=sort, key=key, fields='; '.join(self._list_fields(change)))}"


def _by_sort(address: str) -> tuple[int, str]:
    """Return a key that sorts addresses by what stands there."""
    sort = address.split("/")[1]
    return (_SORTS.index(sort) if sort in _SORTS else len(_SORTS), address)
