"""Practice files: ``content/practices/<id>.md``."""

from sitegen.model.report import Practice
from sitegen.model.terms import PracticeId
from sitegen.problems import Problem
from sitegen.store.desk import Desk
from sitegen.store.document import read_document, write_document
from sitegen.store.fields import PRACTICE


def write_practice(practice: Practice) -> str:
    """Return the text of a practice's file; what an editor wrote about it is the body."""
    return write_document(PRACTICE, practice, practice.text)


def read_practice(text: str, path: str, practice_id: PracticeId) -> tuple[Practice | None, tuple[Problem, ...]]:
    """Read the text of a practice's file; None where there is an error."""
    desk = Desk(path, text)
    document = read_document(PRACTICE, text, desk)
    if document is None or desk.failed:
        return None, desk.problems
    return Practice(id=practice_id, text=document.body, **document.values), desk.problems
