"""Credits: who wrote, photographed and edited."""

import re
from dataclasses import dataclass
from functools import cache

from sitegen.ingest.repair import Traced, repair_spaces
from sitegen.lexicon.layout import any_of, load_layout_words

_BRACKETS = "（）()【】[]〔〕□■◎●○◆◇▲△★☆▪▫◼◻"
_PARTS = re.compile(r"[，,、；;：:/／\s\0。.|｜—－\-]+")
_NAME = re.compile(r"[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]{2,6}·[\u3400-\u9fff]{2,6}")
_LONGEST = 90


@dataclass(frozen=True, slots=True)
class TracedCredit:
    """A role and a name, both with the offsets they stand at; the role may be empty or shared by several names."""

    role: Traced
    name: Traced


@dataclass(frozen=True, slots=True)
class CreditLine:
    """All credits of one line and whether they hold for every report of the bulletin."""

    credits: tuple[TracedCredit, ...]
    for_all: bool


@dataclass(frozen=True, slots=True)
class _Patterns:
    role: re.Pattern[str]
    inner_role: re.Pattern[str]
    scope: re.Pattern[str]
    by: re.Pattern[str]
    joiner: re.Pattern[str]
    paper: re.Pattern[str]
    """A publication before the role of who works for it."""
    verbs: re.Pattern[str]
    body: re.Pattern[str]
    surname: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = load_layout_words()
    verbs = any_of(words.credit_verbs)
    return _Patterns(
        role=re.compile(any_of(words.credit_roles)),
        inner_role=re.compile(any_of(tuple(role for role in words.credit_roles if len(role) > 1))),
        scope=re.compile(any_of(words.credit_scopes)),
        by=re.compile(f"({any_of(words.credit_materials)}?)(?:{any_of(words.credit_joiners)})*[由为]"),
        joiner=re.compile(any_of(words.credit_joiners)),
        paper=re.compile(
            rf"[\u3400-\u9fff]{{2,10}}?(?:{any_of(words.paper_ends)}|[报网台社刊])(?={any_of(words.reporters)})"
        ),
        verbs=re.compile(f"(?:{verbs})+$"),
        body=re.compile(rf"[\u3400-\u9fff]{{1,14}}{any_of(words.credit_bodies)}"),
        surname=re.compile(any_of(words.surnames)),
    )


def parse_credits(piece: Traced) -> CreditLine | None:
    """Read a line that holds credits and nothing else; None where anything in it is no credit.

    Roles stand before their names (``记者 张三``), after them (``张三 摄``) or as the thing made (``图片由某镇提供``).
    """
    if not 3 <= len(piece.text.strip()) <= _LONGEST:
        return None
    text = piece.text
    scope = _patterns().scope.match(re.sub(r"\s", "", text).lstrip(_BRACKETS))
    for_all = bool(scope and scope[0].startswith(load_layout_words().credit_for_all))
    reader = _Reader()
    start = 0
    trimmed = piece.strip(_BRACKETS + " \t\n\u3000\0")
    for gap in [*_PARTS.finditer(trimmed.text), None]:
        end = gap.start() if gap else len(trimmed.text)
        if end > start and not reader.take(trimmed[start:end]):
            return None
        start = gap.end() if gap else end
    found = reader.finish()
    return CreditLine(found, for_all) if found else None


class _Reader:
    """Reads the parts of a credit line one after the other."""

    def __init__(self) -> None:
        self.role: Traced | None = None
        self.waiting: list[Traced] = []
        self.done: list[TracedCredit] = []
        self.signs = 0

    def take(self, part: Traced) -> bool:
        """Read one part, which white space or a mark ends; False where it is no credit."""
        words = _patterns()
        part = part.strip(_BRACKETS)
        glued = False
        while part:
            text = part.text
            if found := words.scope.match(text):
                self.signs += 1
                part = part[found.end() :]
            elif (found := words.paper.match(text)) and not words.role.match(text):
                part = part[found.end() :]
            elif (found := words.by.match(text)) and len(text) > found.end():
                self._see_role(part[: found.end(1)] if found[1] else None)
                part = part[found.end() :]
            elif words.verbs.fullmatch(text) and (self.waiting or not words.role.fullmatch(text)):
                return self._see_verb(part)
            elif (found := words.role.match(text)) and (len(found[0]) > 1 or len(found[0]) == len(text)):
                self._see_role(part[: found.end()])
                part = part[found.end() :]
                glued = True
            elif (found := words.joiner.match(text)) and not self._is_name(text, glued):
                part = part[found.end() :]
            else:
                inner = words.inner_role.search(text, 2)
                cut = inner.start() if inner and self.role is not None else len(part)
                if cut < len(part) and not self._is_name(part.text[:cut], glued):
                    cut = len(part)
                if not self._see_name(part[:cut], glued):
                    return False
                part = part[cut:]
        return True

    def _see_role(self, role: Traced | None) -> None:
        self.signs += 1
        if role is not None and self.waiting:
            self.done += [TracedCredit(role, name) for name in self.waiting]
            self.waiting = []
            role = None
        self.role = role

    def _see_verb(self, verb: Traced) -> bool:
        """A verb alone is the role of the names before it that have none; else it only says that names stood there."""
        self.done += [TracedCredit(verb, name) for name in self.waiting]
        self.waiting = []
        self.signs += 1
        return bool(self.done)

    def _see_name(self, part: Traced, glued: bool) -> bool:
        verb = _patterns().verbs.search(part.text)
        name = part[: verb.start()] if verb and verb.start() >= 2 else part
        if not self._is_name(name.text, glued):
            return False
        made = part[len(name) :]
        self.signs += bool(made)
        if self.role is not None:
            self.done.append(TracedCredit(self.role, name))
        elif made:
            self.done.append(TracedCredit(made, name))
        else:
            self.waiting.append(name)
        return True

    def _is_name(self, text: str, glued: bool) -> bool:
        """Whether this can be a person or a body; right after its role a person's name must start with a surname."""
        words = _patterns()
        verb = words.verbs.search(text)
        bare = text[: verb.start()] if verb and verb.start() >= 2 else text
        if words.body.fullmatch(bare) or words.body.fullmatch(text):
            return True
        return bool(_NAME.fullmatch(bare)) and (not glued or bool(words.surname.match(bare)))

    def finish(self) -> tuple[TracedCredit, ...]:
        """All credits; none where no word said that these were names."""
        if not self.signs or self.waiting:
            return ()
        return tuple(TracedCredit(repair_spaces(credit.role), repair_spaces(credit.name)) for credit in self.done)
